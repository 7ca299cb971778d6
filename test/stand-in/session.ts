import { EventEmitter } from "node:events";

import type Electron from "electron";

import { app } from "./app.ts";
import { browser } from "./browser.ts";
import { fetchableSchemes, type Handler, knownSchemes } from "./schemes.ts";

type ProtocolUsed = "registerSchemesAsPrivileged" | "handle" | "unhandle" | "isProtocolHandled";
type SessionUsed =
  | "setPermissionRequestHandler"
  | "setPermissionCheckHandler"
  | "setDevicePermissionHandler"
  | "setDisplayMediaRequestHandler"
  | "setProxy";

/** Permission handlers are kept so that tests can ask them; Chromium never does here. */
export class StandInSession extends EventEmitter implements Pick<Electron.Session, SessionUsed> {
  /** Of this session's own schemes: another one's answer nothing here. */
  readonly handlers = new Map<string, Handler>();
  readonly protocol: Pick<Electron.Protocol, ProtocolUsed>;
  permissionRequest: Parameters<Electron.Session["setPermissionRequestHandler"]>[0] = null;
  permissionCheck: Parameters<Electron.Session["setPermissionCheckHandler"]>[0] = null;
  readonly #isDefault: boolean;
  #proxy: Electron.ProxyConfig = {};
  #context: Promise<string> | null = null;

  constructor(isDefault: boolean) {
    super();
    this.#isDefault = isDefault;
    const { handlers } = this;
    this.protocol = {
      registerSchemesAsPrivileged(schemes) {
        if (app.isReady())
          throw new Error(
            "protocol.registerSchemesAsPrivileged should be called before app is ready",
          );
        for (const { scheme, privileges } of schemes)
          if (privileges?.supportFetchAPI) fetchableSchemes.add(scheme);
      },
      handle(scheme, handler) {
        if (handlers.has(scheme))
          throw new Error(`Failed to register protocol: ${scheme} is handled already`);
        handlers.set(scheme, handler);
        knownSchemes.add(scheme);
      },
      unhandle(scheme) {
        handlers.delete(scheme);
      },
      isProtocolHandled: (scheme) => handlers.has(scheme),
    };
  }

  /**
   * Chromium's own profile for the default session, else a context in memory with the proxy that was set before its
   * first page: Chromium takes it only then. On a screen there is one profile for all, which alone has plain windows.
   */
  browserContext(): Promise<string> | null {
    if (this.#isDefault || process.env["STANDIN_HEADLESS"] === "0") return null;
    this.#context ??= this.#createContext();
    return this.#context;
  }
  async #createContext(): Promise<string> {
    const { proxyRules, proxyBypassRules } = this.#proxy;
    const { browserContextId } = await browser().root.send("Target.createBrowserContext", {
      ...(proxyRules === undefined ? {} : { proxyServer: proxyRules }),
      ...(proxyBypassRules === undefined ? {} : { proxyBypassList: proxyBypassRules }),
    });
    return String(browserContextId);
  }

  async setProxy(config: Electron.ProxyConfig): Promise<void> {
    const { mode } = config;
    if (mode !== undefined && !proxyModes.has(mode))
      throw new Error(`Invalid mode, must be one of ${[...proxyModes].join(", ")}`);
    if (this.#isDefault) throw new Error("stand-in: the default session is Node's own network");
    if (this.#context) throw new Error("stand-in: a proxy comes before the first window");
    this.#proxy = config;
  }
  setPermissionRequestHandler(handler: StandInSession["permissionRequest"]): void {
    needDecider(handler);
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: StandInSession["permissionCheck"]): void {
    needDecider(handler);
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: unknown): void {
    needDecider(handler);
  }
  setDisplayMediaRequestHandler(handler: unknown): void {
    needDecider(handler);
  }
  registerPreloadScript(): string {
    return "";
  }
  getPreloadScripts(): never[] {
    return [];
  }
}

const proxyModes = new Set(["direct", "auto_detect", "pac_script", "fixed_servers", "system"]);

function needDecider(handler: unknown): void {
  if (handler !== null && typeof handler !== "function")
    throw new TypeError("Must pass null or function");
}

const partitions = new Map<string, StandInSession>();
/** For the stand-in itself, at any time; an app gets it when it is ready. */
export const ownSession = new StandInSession(true);

function onceReady<Value>(value: Value): Value {
  if (!app.isReady()) throw new Error("Session can only be received when app is ready");
  return value;
}

export const session = {
  get defaultSession() {
    return onceReady(ownSession);
  },
  fromPartition(partition: string): StandInSession {
    if (partition === "") return session.defaultSession;
    const known = onceReady(partitions.get(partition) ?? new StandInSession(false));
    partitions.set(partition, known);
    return known;
  },
};
