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
    return fetch(input, init);
  },
  isOnline: () => faults.online,
  get online() {
    return faults.online;
  },
} satisfies Pick<Electron.Net, "fetch" | "isOnline" | "online">;

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
