import type * as Official from "electron";

import { app } from "./app.ts";
import { StandInBrowserWindow as BrowserWindow, webContents } from "./browser-window.ts";
import { clipboard, ClipboardItem } from "./clipboard.ts";
import {
  globalShortcut,
  nativeImage,
  nativeTheme,
  powerMonitor,
  screen,
  shell,
} from "./desktop.ts";
import { dialog } from "./dialog.ts";
import { ipcMain } from "./ipc-main.ts";
import { StandInMenu as Menu, StandInMenuItem as MenuItem } from "./menu.ts";
import { net, protocol } from "./network.ts";
import { StandInNotification as Notification } from "./notification.ts";
import { safeStorage } from "./safe-storage.ts";
import { session } from "./session.ts";
import { StandInTray as Tray } from "./tray.ts";

/** What `import … from "electron"` and `require("electron")` find. */
const electron = {
  app,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  MenuItem,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
  webContents,
} satisfies Partial<Record<keyof typeof Official, unknown>>;

export {
  app,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  MenuItem,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
  webContents,
};
// oxlint-disable-next-line import/no-default-export -- electron has one, and this stands for it
export default electron;
export { electron as "module.exports" };
