import type Electron from "electron";

import { faults } from "./faults.ts";
import { app } from "./app.ts";
import { ownSession } from "./session.ts";

export const protocol = ownSession.protocol;

/** Chromium's, with the app's name and Electron's in it. */
const userAgent = () => {
  const { chrome, electron } = process.versions;
  const name = app.getName().replaceAll(" ", "");
  return `Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko) ${name}/${app.getVersion()} Chrome/${chrome} Electron/${electron} Safari/537.36`;
};

/** Node's fetch: no system proxy and no trust store of the operating system, as Electron's has. */
export const net = {
  async fetch(input: string | Request, init?: RequestInit): Promise<Response> {
    if (!faults.online) throw new Error("net::ERR_INTERNET_DISCONNECTED");
    const url = typeof input === "string" ? input : input.url;
    const own = ownSession.handlers.get(url.split(":")[0] ?? "");
    if (own) return own(new Request(url, init));
    try {
      const request = new Request(input, init);
      if (!request.headers.has("user-agent")) request.headers.set("user-agent", userAgent());
      return await fetch(request);
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
