import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { Client, MiddlewareFactory } from "@microsoft/microsoft-graph-client";

/** Makes one meeting, and answers how many milliseconds that took. */
export interface Peer {
  readonly name: string;
  /** Its connection is never a new one. */
  readonly staysOpen?: true;
  create(): Promise<number>;
  close(): void;
}

/** `origin` of Graph, without a path. */
export interface PeerOptions {
  readonly origin: string;
  readonly token: string;
}

/** Microsoft's own client, in this process. */
export function officialClient({ origin, token }: PeerOptions): Peer {
  // Its first middleware gives no token to plain HTTP, so the token is put on by hand.
  const [, ...middleware] = MiddlewareFactory.getDefaultMiddlewareChain({
    getAccessToken: async () => token,
  });
  const client = Client.initWithMiddleware({ baseUrl: origin, defaultVersion: "v1.0", middleware });
  return {
    name: "official Graph client, create alone",
    async create() {
      const startDateTime = new Date().toISOString();
      const endDateTime = new Date(Date.now() + 3_600_000).toISOString();
      const externalId = crypto.randomUUID();
      const startedAt = performance.now();
      const call = client.api("/me/onlineMeetings/createOrGet");
      await call
        .header("Authorization", `Bearer ${token}`)
        .post({ externalId, subject: "Quick meeting", startDateTime, endDateTime });
      return performance.now() - startedAt;
    },
    close: () => undefined,
  };
}

/** The call and nothing else: what no app can be faster than. */
export function bareCall({ origin, token }: PeerOptions): Peer {
  return {
    name: "the bare call",
    async create() {
      const body = JSON.stringify({
        externalId: crypto.randomUUID(),
        subject: "Quick meeting",
        startDateTime: new Date().toISOString(),
        endDateTime: new Date(Date.now() + 3_600_000).toISOString(),
      });
      const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
      const startedAt = performance.now();
      const url = `${origin}/v1.0/me/onlineMeetings/createOrGet`;
      const answer = await fetch(url, { method: "POST", headers, body });
      await answer.json();
      if (!answer.ok) throw new Error(`Graph answered ${answer.status}`);
      return performance.now() - startedAt;
    },
    close: () => undefined,
  };
}

export const warmCall = (options: PeerOptions): Peer => ({
  ...bareCall(options),
  name: "the bare call, its connection open",
  staysOpen: true,
});

/** What a script in Python does, with `requests`; null where this computer has none. */
export function naiveScript({ origin, token }: PeerOptions): Peer | null {
  if (spawnSync("python3", ["-c", "import requests"]).status !== 0) return null;
  const url = `${origin}/v1.0/me/onlineMeetings/createOrGet`;
  const script = join(import.meta.dirname, "naive.py");
  const child = spawn("python3", [script, JSON.stringify({ url, token })], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout });
  return {
    name: "a script in Python with requests",
    async create() {
      const answered = once(lines, "line");
      child.stdin.write("\n");
      const [line] = await answered;
      return Number(line);
    },
    close: () => child.kill(),
  };
}
