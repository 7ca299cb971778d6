const { contextBridge, ipcRenderer } = require("electron");

const heard = [];
const hear = (_event, value) => heard.push(value);
ipcRenderer.on("news", hear);
contextBridge.exposeInMainWorld("facts", {
  heard: () => heard,
  hearNoMore: () => ipcRenderer.off("news", hear),
  ask: (channel, value) => ipcRenderer.invoke(channel, value),
});
