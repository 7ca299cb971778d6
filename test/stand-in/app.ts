import { EventEmitter } from "node:events";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

import type Electron from "electron";

import { faults } from "./faults.ts";
import { releaseLock, takeLock, watchLock } from "./single-instance.ts";

type Used =
  | "whenReady"
  | "isReady"
  | "quit"
  | "exit"
  | "getPath"
  | "setPath"
  | "getAppPath"
  | "getName"
  | "setName"
  | "getVersion"
  | "isPackaged"
  | "requestSingleInstanceLock"
  | "hasSingleInstanceLock"
  | "releaseSingleInstanceLock"
  | "setAppUserModelId"
  | "getLocale"
  | "getPreferredSystemLanguages"
  | "enableSandbox"
  | "getLoginItemSettings"
  | "setLoginItemSettings"
  | "getAccessibilitySupportFeatures";

const gate = Promise.withResolvers<void>();
const ends: (() => Promise<void>)[] = [];

/** Chromium's, which is started with them when the app's main module has run. */
class StandInCommandLine implements Pick<
  Electron.CommandLine,
  "hasSwitch" | "getSwitchValue" | "appendSwitch" | "removeSwitch"
> {
  readonly #switches = new Map<string, string>();
  hasSwitch(name: string): boolean {
    return this.#switches.has(name);
  }
  getSwitchValue(name: string): string {
    return this.#switches.get(name) ?? "";
  }
  appendSwitch(name: string, value = ""): void {
    this.#switches.set(name.toLowerCase(), value);
  }
  removeSwitch(name: string): void {
    this.#switches.delete(name);
  }
  /** As words. */
  get switches(): string[] {
    return [...this.#switches].map(([name, value]) =>
      value === "" ? `--${name}` : `--${name}=${value}`,
    );
  }
}

class StandInApp extends EventEmitter implements Pick<Electron.App, Used> {
  readonly isPackaged = faults.packaged;
  readonly commandLine = new StandInCommandLine();
  readonly #loginItems = new Map<string, Electron.LaunchItems>();
  readonly #paths = new Map<string, string>();
  #isReady = false;
  #isQuitting = false;
  #hasLock = false;
  #name = "Electron";
  #version = "0.0.0";
  #appPath = process.cwd();

  whenReady(): Promise<void> {
    return gate.promise;
  }
  isReady(): boolean {
    return this.#isReady;
  }
  get isQuitting(): boolean {
    return this.#isQuitting;
  }
  getName(): string {
    return this.#name;
  }
  setName(name: string): void {
    this.#name = name;
  }
  getVersion(): string {
    return this.#version;
  }
  getAppPath(): string {
    return this.#appPath;
  }
  getLocale(): string {
    return this.getPreferredSystemLanguages()[0] ?? "en";
  }
  getPreferredSystemLanguages(): string[] {
    const { LC_ALL, LANG } = process.env;
    const tag = (LC_ALL ?? LANG ?? "").split(".")[0]?.replace("_", "-") ?? "";
    return /^[a-z]{2}/u.test(tag) ? [tag] : ["en-US"];
  }
  setAppUserModelId(): void {}
  enableSandbox(): void {
    if (this.#isReady)
      throw new Error("app.enableSandbox() can only be called before app is ready");
  }
  getAccessibilitySupportFeatures(): string[] {
    return faults.screenReader ? ["nativeAPIs", "webContents", "screenReader"] : [];
  }

  /** Windows has values in its registry, macOS one service for the app; Linux has neither, and says nothing of it. */
  getLoginItemSettings(of: Electron.LoginItemSettingsOptions = {}): Electron.LoginItemSettings {
    const { path = process.execPath, args = [] } = of;
    const launchItems =
      process.platform === "win32"
        ? [...this.#loginItems.values()].filter((item) => item.path === path)
        : [];
    const isThere =
      process.platform === "darwin"
        ? this.#loginItems.size > 0
        : launchItems.some((item) => item.args.join("\0") === args.join("\0"));
    return {
      openAtLogin: isThere,
      wasOpenedAtLogin: false,
      status: isThere ? "enabled" : "not-registered",
      executableWillLaunchAtLogin: launchItems.some(({ enabled }) => enabled),
      launchItems,
    };
  }
  setLoginItemSettings(settings: Electron.Settings): void {
    if (process.platform === "linux") return;
    const { path = process.execPath, args = [], enabled = true } = settings;
    const { name = this.#name } = settings;
    if (settings.openAtLogin)
      this.#loginItems.set(name, { name, path, args, scope: "user", enabled });
    else this.#loginItems.delete(name);
  }

  getPath(name: string): string {
    const set = this.#paths.get(name);
    if (set !== undefined) return set;
    switch (name) {
      case "userData":
        return join(this.getPath("appData"), this.#name);
      case "appData":
        return process.env["XDG_CONFIG_HOME"] ?? join(homedir(), ".config");
      case "logs":
        return join(this.getPath("userData"), "logs");
      case "temp":
        return tmpdir();
      case "home":
        return homedir();
      case "downloads":
        return process.env["XDG_DOWNLOAD_DIR"] ?? join(homedir(), "Downloads");
      case "exe":
        return process.execPath;
      default:
        throw new Error(`Failed to get '${name}' path`);
    }
  }
  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  get #lockFolder(): string {
    return join(this.getPath("userData"), "standin-singleton");
  }
  requestSingleInstanceLock(data?: Record<PropertyKey, unknown>): boolean {
    if (this.#hasLock) return true;
    const mine = { argv: process.argv, cwd: process.cwd(), data };
    this.#hasLock = takeLock(this.#lockFolder, mine);
    if (this.#hasLock)
      watchLock(this.#lockFolder, (second) => {
        this.emit("second-instance", {}, second.argv, second.cwd, second.data);
      });
    return this.#hasLock;
  }
  hasSingleInstanceLock(): boolean {
    return this.#hasLock;
  }
  releaseSingleInstanceLock(): void {
    if (this.#hasLock) releaseLock(this.#lockFolder);
    this.#hasLock = false;
  }

  quit(): void {
    if (this.#isQuitting) return;
    const event = preventable();
    this.emit("before-quit", event);
    if (event.defaultPrevented) return;
    this.#isQuitting = true;
    const closing = { isPrevented: false };
    this.emit("closing-windows", closing);
    if (closing.isPrevented) {
      this.#isQuitting = false;
      return;
    }
    this.emit("will-quit", preventable());
    this.exit(0);
  }
  /** Nobody is asked; that it ends is told all the same. */
  exit(code = 0): void {
    this.#isQuitting = true;
    this.emit("quit", {}, code);
    this.releaseSingleInstanceLock();
    void Promise.allSettled(ends.map((end) => end())).then(() => process.exit(code));
  }

  /** The stand-in's own: what package.json of the app says. */
  describe(name: string, version: string, path: string): void {
    this.#name = name;
    this.#version = version;
    this.#appPath = path;
  }
  becomeReady(): void {
    this.#isReady = true;
    gate.resolve();
    this.emit("ready", {}, {});
  }
  /** Awaited before the process ends. */
  beforeExit(end: () => Promise<void>): void {
    ends.push(end);
  }
}

/** An event a listener can veto. */
export function preventable() {
  return {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
  };
}

export const app = new StandInApp();
process.on("SIGTERM", () => app.quit());
process.on("SIGINT", () => app.quit());
