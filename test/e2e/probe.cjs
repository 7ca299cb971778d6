// Loaded with -r before the app, on Electron and on the stand-in alike: records what leaves the app by
// patching Electron's public API, so that tests see the same on both.
// oxlint-disable-next-line import/no-unassigned-import -- it only has to be loaded before the app
require("./clock.cjs");
const electron = require("electron");

const probe = {
  opened: [],
  notifications: [],
  trays: [],
  openFails: false,
  // What main asked the person outside its windows, and the label of the button that is pressed; none is the way out.
  questions: [],
  says: null,
  picks: null,
  // When the bundle began to load, was loaded, and when the app was ready: the wait between the last two
  // is Chromium's, not the app's.
  loadingAt: performance.now(),
  loadedAt: 0,
  readyAt: 0,
};
Object.defineProperty(globalThis, "__probe", { value: probe });

electron.app.prependOnceListener("ready", () => {
  probe.readyAt = performance.now();
});
const { whenReady } = electron.app;
electron.app.whenReady = () => {
  probe.loadedAt ||= performance.now();
  return whenReady.call(electron.app);
};

electron.shell.openExternal = async (url) => {
  if (probe.openFails) throw new Error("no browser");
  probe.opened.push(url);
  // The browser that opens takes the focus.
  electron.BrowserWindow.getFocusedWindow()?.blur();
};

electron.dialog.showMessageBox = async (...given) => {
  const options = given.at(-1);
  const { message, detail, buttons, cancelId } = options;
  probe.questions.push({ message, detail, buttons });
  const pressed = buttons.indexOf(probe.says);
  return { response: pressed < 0 ? cancelId : pressed, checkboxChecked: false };
};

electron.dialog.showOpenDialog = async () => ({
  canceled: probe.picks === null,
  filePaths: probe.picks === null ? [] : [probe.picks],
});

// Nobody can press what they do not see: a test that uses a window has it in front of it, however it came there.
electron.app.on("web-contents-created", (_event, contents) => {
  const bring = (_pressed, { type }) => {
    if (type !== "keyDown" && type !== "mouseDown") return;
    const window = electron.BrowserWindow.fromWebContents(contents);
    if (!window) return;
    if (!window.isVisible() || window.isMinimized()) window.show();
    else if (!window.isFocused()) window.focus();
  };
  for (const name of ["before-input-event", "before-mouse-event"]) contents.on(name, bring);
});

const { setContextMenu, setToolTip, setImage } = electron.Tray.prototype;
function remember(tray, part) {
  let known = probe.trays.find((one) => one.tray === tray);
  if (!known) {
    known = { tray, menu: null, toolTip: "", image: "" };
    probe.trays.push(known);
  }
  Object.assign(known, part);
}
electron.Tray.prototype.setContextMenu = function (menu) {
  remember(this, { menu });
  probe.trays.find((one) => one.tray === this).readyAt ??= performance.now();
  return setContextMenu.call(this, menu);
};
electron.Tray.prototype.setToolTip = function (toolTip) {
  remember(this, { toolTip });
  return setToolTip.call(this, toolTip);
};
electron.Tray.prototype.setImage = function (image) {
  remember(this, { image });
  return setImage.call(this, image);
};

const { show } = electron.Notification.prototype;
electron.Notification.prototype.show = function () {
  probe.notifications.push(this);
  return show.call(this);
};
