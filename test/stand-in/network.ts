import { EventEmitter } from "node:events";

import type Electron from "electron";

import { app } from "./app.ts";
import { faults } from "./faults.ts";
import { schemeHandlers } from "./schemes.ts";

type ProtocolUsed = "registerSchemesAsPrivileged" | "handle" | "unhandle" | "isProtocolHandled";

export const protocol: Pick<Electron.Protocol, ProtocolUsed> = {
  registerSchemesAsPrivileged() {
    if (app.isReady())
      throw new Error("protocol.registerSchemesAsPrivileged should be called before app is ready");
  },
  handle(scheme, handler) {
    if (schemeHandlers.has(scheme))
      throw new Error(`Failed to register protocol: ${scheme} is handled already`);
    schemeHandlers.set(scheme, handler);
  },
  unhandle(scheme) {
    schemeHandlers.delete(scheme);
  },
  isProtocolHandled: (scheme) => schemeHandlers.has(scheme),
};

/** Node's fetch: no system proxy and no trust store of the operating system, as Electron's has. */
export const net = {
  async fetch(input: string | Request, init?: RequestInit): Promise<Response> {
    if (!faults.online) throw new Error("net::ERR_INTERNET_DISCONNECTED");
    const url = typeof input === "string" ? input : input.url;
    const own = schemeHandlers.get(url.split(":")[0] ?? "");
    if (own) return own(new Request(url, init));
    try {
      return await fetch(input, init);
    } catch (error) {
      throw asChromium(error);
    }
  },
  isOnline: () => faults.online,
  get online() {
    return faults.online;
  },
} satisfies Pick<Electron.Net, "fetch" | "isOnline" | "online">;

/** Chromium's own words for what kept Node's fetch from an answer. */
function asChromium(error: unknown): unknown {
  const cause = error instanceof Error ? error.cause : undefined;
  if (!(error instanceof TypeError) || !(cause instanceof Error)) return error;
  if (cause.message.includes("redirect"))
    return new Error("Attempted to redirect, but redirect policy was 'error'");
  const code = "code" in cause ? cause.code : undefined;
  const name =
    code === "ECONNREFUSED"
      ? "CONNECTION_REFUSED"
      : code === "ENOTFOUND"
        ? "NAME_NOT_RESOLVED"
        : "FAILED";
  return new Error(`net::ERR_${name}`, { cause: error });
}

type SessionUsed =
  | "setPermissionRequestHandler"
  | "setPermissionCheckHandler"
  | "setDevicePermissionHandler"
  | "setDisplayMediaRequestHandler";

/** Handlers are kept so that tests can ask them; Chromium never does here. */
class StandInSession extends EventEmitter implements Pick<Electron.Session, SessionUsed> {
  readonly protocol = protocol;
  permissionRequest: Parameters<Electron.Session["setPermissionRequestHandler"]>[0] = null;
  permissionCheck: Parameters<Electron.Session["setPermissionCheckHandler"]>[0] = null;
  setPermissionRequestHandler(handler: StandInSession["permissionRequest"]): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: StandInSession["permissionCheck"]): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(): void {}
  setDisplayMediaRequestHandler(): void {}
  registerPreloadScript(): string {
    return "";
  }
  getPreloadScripts(): never[] {
    return [];
  }
}

export const session = { defaultSession: new StandInSession() };
