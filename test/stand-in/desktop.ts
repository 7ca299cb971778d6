import { EventEmitter } from "node:events";

import type Electron from "electron";

import { openForPerson } from "./browser-window.ts";
import { faults } from "./faults.ts";

/** What has no window: clipboard, shell, screen, theme, power, shortcuts, dialogs, pictures. */
let copied: ReadonlyMap<string, string> = new Map();

export class ClipboardItem {
  readonly #items: Readonly<Record<string, string>>;
  constructor(items: Readonly<Record<string, string>>) {
    this.#items = items;
  }
  get types(): string[] {
    return Object.keys(this.#items);
  }
  async getType(type: string): Promise<Blob> {
    const text = this.#items[type];
    if (text === undefined) throw new Error("The type was not found");
    return new Blob([text], { type });
  }
}

export const clipboard = {
  readText: async () => copied.get("text/plain") ?? "",
  async writeText(text: string) {
    if (faults.clipboardFails) throw new Error("Failed to write to the clipboard");
    copied = new Map([["text/plain", text]]);
  },
  async write(items: readonly ClipboardItem[]) {
    if (faults.clipboardFails) throw new Error("Failed to write to the clipboard");
    const next = new Map<string, string>();
    for (const item of items)
      for (const type of item.types) next.set(type, await (await item.getType(type)).text());
    copied = next;
  },
  read: async () => [new ClipboardItem(Object.fromEntries(copied))],
  clear() {
    copied = new Map();
  },
};

export const shell = {
  /** Only somebody who looks on wants to see a page; tests note the address and go there themselves. */
  async openExternal(url: string) {
    if (process.env["STANDIN_BROWSER"] === "visible") await openForPerson(url);
  },
  openPath: async () => "",
  showItemInFolder: () => undefined,
} satisfies Pick<Electron.Shell, "openExternal" | "openPath" | "showItemInFolder">;

const display: Pick<Electron.Display, "id" | "bounds" | "workArea" | "scaleFactor"> = {
  id: 1,
  bounds: { x: 0, y: 0, width: 1280, height: 800 },
  workArea: { x: 0, y: 28, width: 1280, height: 772 },
  scaleFactor: 1,
};
export const screen = Object.assign(new EventEmitter(), {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayNearestPoint: () => display,
  getCursorScreenPoint: () => ({ x: 1200, y: 10 }),
});

let themeSource: Electron.NativeTheme["themeSource"] = "system";
export const nativeTheme = Object.assign(new EventEmitter(), {
  get themeSource() {
    return themeSource;
  },
  set themeSource(source) {
    themeSource = source;
  },
  get shouldUseDarkColors() {
    return themeSource === "system" ? faults.dark : themeSource === "dark";
  },
  get shouldUseDarkColorsForSystemIntegratedUI() {
    return faults.dark;
  },
});

export const powerMonitor = new EventEmitter();

const shortcuts = new Map<string, () => void>();
export const globalShortcut = {
  register(accelerator: string, callback: () => void) {
    if (shortcuts.has(accelerator)) return false;
    shortcuts.set(accelerator, callback);
    return true;
  },
  unregister(accelerator: string) {
    shortcuts.delete(accelerator);
  },
  unregisterAll() {
    shortcuts.clear();
  },
  isRegistered: (accelerator: string) => shortcuts.has(accelerator),
} satisfies Pick<
  Electron.GlobalShortcut,
  "register" | "unregister" | "unregisterAll" | "isRegistered"
>;

/** A key press of a person, which only the operating system could deliver. */
Object.defineProperty(globalThis, "__standinPress", {
  value: (accelerator: string) => shortcuts.get(accelerator)?.(),
});

export const dialog = {
  showErrorBox: () => undefined,
  showMessageBox: async () => ({ response: 0, checkboxChecked: false }),
} satisfies Pick<Electron.Dialog, "showErrorBox"> & Record<"showMessageBox", unknown>;

const picture = { isEmpty: () => false, setTemplateImage: () => undefined };
export const nativeImage = {
  createFromPath: () => picture,
  createFromBuffer: () => picture,
  createFromDataURL: () => picture,
  createEmpty: () => picture,
};
