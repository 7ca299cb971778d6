// Before the app in its own process, by `npm run dev`: loads the windows anew when it is told to.
const { BrowserWindow } = require("electron");

process.on("message", () => {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.reload();
});
