import { EventEmitter } from "node:events";

import type Electron from "electron";

import { app, preventable } from "./app.ts";
import { StandInWebContents } from "./web-contents.ts";

type Used =
  | "id"
  | "show"
  | "showInactive"
  | "hide"
  | "focus"
  | "blur"
  | "close"
  | "destroy"
  | "isVisible"
  | "isMinimized"
  | "minimize"
  | "restore"
  | "isFocused"
  | "isDestroyed"
  | "getBounds"
  | "setBounds"
  | "loadURL"
  | "removeMenu"
  | "setMenu"
  | "setTitle"
  | "setVisibleOnAllWorkspaces"
  | "isVisibleOnAllWorkspaces";

const windows = new Map<number, StandInBrowserWindow>();
let lastId = 0;

/** A page in Chromium. Visibility, focus and place are kept here: a headless browser has none of them. */
export class StandInBrowserWindow
  extends EventEmitter
  implements Pick<Electron.BrowserWindow, Used>
{
  readonly id: number;
  readonly webContents: StandInWebContents;
  #bounds: Electron.Rectangle;
  #isVisible = false;
  #isFocused = false;
  #isMinimized = false;
  #isDead = false;
  #isClosing = false;
  #isOnAllWorkspaces = false;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    if (!app.isReady()) throw new Error("Cannot create BrowserWindow before app is ready");
    lastId += 1;
    this.id = lastId;
    const { x = 0, y = 0, width = 800, height = 600, webPreferences = {} } = options;
    this.#bounds = { x, y, width, height };
    this.webContents = new StandInWebContents({
      width,
      height,
      preferences: webPreferences,
      onGone: () => this.#gone(),
    });
    windows.set(this.id, this);
    this.webContents.once("dom-ready", () => setImmediate(() => this.emit("ready-to-show")));
    app.emit("browser-window-created", {}, this);
    if (options.show !== false) this.show();
  }

  static getAllWindows(): StandInBrowserWindow[] {
    return [...windows.values()];
  }
  static fromWebContents(contents: StandInWebContents): StandInBrowserWindow | null {
    return this.getAllWindows().find((window) => window.webContents === contents) ?? null;
  }
  static fromId(id: number): StandInBrowserWindow | null {
    return windows.get(id) ?? null;
  }
  static getFocusedWindow(): StandInBrowserWindow | null {
    return this.getAllWindows().find((window) => window.isFocused()) ?? null;
  }

  #soon(name: string): void {
    setImmediate(() => {
      if (!this.#isDead) this.emit(name);
    });
  }
  #live(): void {
    if (this.#isDead) throw new TypeError("Object has been destroyed");
  }
  show(): void {
    this.showInactive();
    this.focus();
  }
  showInactive(): void {
    this.#live();
    if (!this.#isVisible || this.#isMinimized) void this.webContents.setWindowState("normal");
    if (this.#isMinimized) this.#soon("restore");
    this.#isVisible = true;
    this.#isMinimized = false;
    this.#soon("show");
  }
  hide(): void {
    this.#live();
    if (this.#isVisible) void this.webContents.setWindowState("minimized");
    this.#isVisible = false;
    this.blur();
    this.#soon("hide");
  }
  minimize(): void {
    this.#live();
    if (this.#isMinimized) return;
    this.#isMinimized = true;
    this.blur();
    void this.webContents.setWindowState("minimized");
    this.#soon("minimize");
  }
  restore(): void {
    if (this.#isMinimized) this.show();
  }
  isMinimized(): boolean {
    this.#live();
    return this.#isMinimized;
  }
  focus(): void {
    if (this.#isFocused || !this.#isVisible) return;
    for (const other of windows.values()) if (other !== this) other.blur();
    this.#isFocused = true;
    this.#soon("focus");
    setImmediate(() => {
      if (!this.#isDead) app.emit("browser-window-focus", {}, this);
    });
  }
  blur(): void {
    if (!this.#isFocused) return;
    this.#isFocused = false;
    this.#soon("blur");
    setImmediate(() => {
      if (!this.#isDead) app.emit("browser-window-blur", {}, this);
    });
  }
  isVisible(): boolean {
    this.#live();
    return this.#isVisible;
  }
  isFocused(): boolean {
    return this.#isFocused;
  }
  isDestroyed(): boolean {
    return this.#isDead;
  }
  getBounds(): Electron.Rectangle {
    this.#live();
    return { ...this.#bounds };
  }
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#live();
    this.#bounds = { ...this.#bounds, ...bounds };
    const { width, height } = this.#bounds;
    void this.webContents.up.then(() => this.webContents.resize(width, height));
    this.emit("resize");
  }
  loadURL(url: string): Promise<void> {
    this.#live();
    return this.webContents.loadURL(url);
  }
  removeMenu(): void {}
  setMenu(): void {}
  setTitle(): void {}
  /** There is but one here: it is only remembered. */
  setVisibleOnAllWorkspaces(isOnAll: boolean): void {
    this.#live();
    this.#isOnAllWorkspaces = isOnAll;
  }
  isVisibleOnAllWorkspaces(): boolean {
    return this.#isOnAllWorkspaces;
  }

  close(): void {
    const event = preventable();
    this.emit("close", event);
    if (!event.defaultPrevented) this.destroy();
  }
  destroy(): void {
    this.#isClosing = true;
    if (!this.#isDead) this.webContents.close();
  }
  #gone(): void {
    if (this.#isDead) return;
    // A person closed the real window: too late to prevent, but the app is told.
    if (!this.#isClosing) this.emit("close", preventable());
    this.#isDead = true;
    windows.delete(this.id);
    this.emit("closed");
    if (windows.size > 0 || app.isQuitting) return;
    if (app.listenerCount("window-all-closed") > 0) app.emit("window-all-closed");
    else app.quit();
  }
}

/** `webContents` as a module: what Playwright asks for, and a little more. */
export const webContents = {
  getAllWebContents: () => StandInBrowserWindow.getAllWindows().map((one) => one.webContents),
  fromId: (id: number) => webContents.getAllWebContents().find((one) => one.id === id),
  fromDevToolsTargetId: (target: string) =>
    webContents.getAllWebContents().find((one) => one.targetId === target),
};

app.on("closing-windows", (closing: { isPrevented: boolean }) => {
  const all = [...windows.values()];
  for (const window of all) {
    const event = preventable();
    window.emit("close", event);
    closing.isPrevented ||= event.defaultPrevented;
  }
  if (!closing.isPrevented) for (const window of all) window.destroy();
});
