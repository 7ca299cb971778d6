import { EventEmitter } from "node:events";

import type Electron from "electron";

import { app } from "./app.ts";
import { needText } from "./arguments.ts";
import { StandInBrowserWindow } from "./browser-window.ts";
import { faults } from "./faults.ts";
import { openForPerson } from "./other-pages.ts";

/** What has no window: shell, screen, theme, power, shortcuts, dialogs, pictures. */
export const shell = {
  /** Only somebody who looks on wants to see a page; tests note the address and go there themselves. */
  async openExternal(url: string) {
    needText(url);
    // The browser takes the focus.
    StandInBrowserWindow.getFocusedWindow()?.blur();
    if (process.env["STANDIN_BROWSER"] === "visible") await openForPerson(url);
  },
  openPath: async () => "",
  showItemInFolder: (path: string) => needText(path),
} satisfies Pick<Electron.Shell, "openExternal" | "openPath" | "showItemInFolder">;

const display: Pick<Electron.Display, "id" | "bounds" | "workArea" | "scaleFactor"> = {
  id: 1,
  bounds: { x: 0, y: 0, width: 1280, height: 800 },
  workArea: { x: 0, y: 28, width: 1280, height: 772 },
  scaleFactor: 1,
};
function onceReady<Value>(value: Value): Value {
  if (!app.isReady()) throw new Error("The 'screen' module can't be used before the app is ready");
  return value;
}
export const screen = Object.assign(new EventEmitter(), {
  getPrimaryDisplay: () => onceReady(display),
  getAllDisplays: () => onceReady([display]),
  getDisplayNearestPoint: () => onceReady(display),
  getCursorScreenPoint: () => ({ x: 1200, y: 10 }),
});

let themeSource: Electron.NativeTheme["themeSource"] = "system";
class StandInNativeTheme extends EventEmitter {
  get themeSource() {
    return themeSource;
  }
  set themeSource(source) {
    if (!themes.has(source)) throw new TypeError(`There is no theme ${source}`);
    const was = this.shouldUseDarkColors;
    themeSource = source;
    if (this.shouldUseDarkColors !== was) setImmediate(() => this.emit("updated"));
  }
  get shouldUseDarkColors() {
    return themeSource === "system" ? faults.dark : themeSource === "dark";
  }
  get shouldUseDarkColorsForSystemIntegratedUI() {
    return faults.dark;
  }
}
const themes = new Set(["system", "light", "dark"]);
export const nativeTheme = new StandInNativeTheme();

export const powerMonitor = Object.assign(new EventEmitter(), {
  getSystemIdleTime: () => 0,
  isOnBatteryPower: () => false,
});

const shortcuts = new Map<string, () => void>();
const modifiers =
  /^(?:alt|altgr|option|shift|super|meta|(?:command|control)(?:orcontrol)?|cmd|ctrl|cmdorctrl)$/iu;

/** However its modifiers are ordered and spelt. */
function spelt(accelerator: string): string {
  const parts = accelerator.split("+");
  const key = parts.pop() ?? "";
  if (key === "" || !parts.every((part) => modifiers.test(part)))
    throw new TypeError("Error processing argument: conversion failure");
  return [...parts.map((part) => part.toLowerCase()).toSorted(), key.toLowerCase()].join("+");
}

export const globalShortcut = {
  register(accelerator: string, callback: () => void) {
    if (!app.isReady()) throw new Error("globalShortcut cannot be used before the app is ready");
    const name = spelt(accelerator);
    if (shortcuts.has(name)) return false;
    shortcuts.set(name, callback);
    return true;
  },
  unregister(accelerator: string) {
    shortcuts.delete(spelt(accelerator));
  },
  unregisterAll() {
    shortcuts.clear();
  },
  isRegistered: (accelerator: string) => shortcuts.has(spelt(accelerator)),
} satisfies Pick<
  Electron.GlobalShortcut,
  "register" | "unregister" | "unregisterAll" | "isRegistered"
>;

/** A key press of a person, which only the operating system could deliver. */
Object.defineProperty(globalThis, "__standinPress", {
  value: (accelerator: string) => shortcuts.get(spelt(accelerator))?.(),
});

const picture = { isEmpty: () => false, setTemplateImage: () => undefined };
export const nativeImage = {
  createFromPath: () => picture,
  createFromBuffer: () => picture,
  createFromDataURL: () => picture,
  createEmpty: () => picture,
};
