import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

import * as v from "valibot";

import { type Order, report, type Report } from "./listener-messages.ts";

/** One sign-in that waits for its answer in the child. */
export interface WaitingSignIn {
  readonly port: number;
  readonly state: string;
  /** The code it ended with; null where it ended without one, or the process did. */
  readonly settled: Promise<string | null>;
  isSettled(): boolean;
}

export interface Memory {
  /** Bytes, after garbage was collected. */
  readonly rss: number;
  readonly heapUsed: number;
}

export interface ListenerProcess {
  openSignIn(): Promise<WaitingSignIn>;
  memory(): Promise<Memory>;
  hasEnded(): boolean;
  end(): Promise<void>;
}

/** A process of its own, so that its memory is the listener's and nobody else's. */
export function startListener(whose: "ours" | "msal"): ListenerProcess {
  const child = fork(fileURLToPath(new URL("listener-child.ts", import.meta.url)), [whose], {
    execArgv: ["--expose-gc", "--disable-warning=ExperimentalWarning"],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  let ended = false;
  const gone = once(child, "exit").then(() => {
    ended = true;
  });
  // A word to a process that just ended is nobody's fault.
  child.on("error", () => undefined);
  const waiting = new Map<Report["tell"], (said: Report) => void>();
  child.on("message", (message) => {
    const said = v.parse(report, message);
    waiting.get(said.tell)?.(said);
  });

  function hear<Tell extends Report["tell"]>(tell: Tell): Promise<Report & { tell: Tell }> {
    const { promise, resolve, reject } = Promise.withResolvers<Report & { tell: Tell }>();
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- kept under its own name
    waiting.set(tell, (said) => resolve(said as Report & { tell: Tell }));
    void gone.then(() => reject(new Error("the listener's process ended")));
    return promise;
  }
  const say = (order: Order) => child.send(order);

  return {
    async openSignIn() {
      const opened = hear("open");
      let isSettled = false;
      const settled = hear("settled")
        .then(({ code }) => code)
        .catch(() => null)
        .finally(() => {
          isSettled = true;
        });
      say({ ask: "open" });
      const { port, state } = await opened;
      return { port, state, settled, isSettled: () => isSettled };
    },
    async memory() {
      const told = hear("memory");
      say({ ask: "memory" });
      const { rss, heapUsed } = await told;
      return { rss, heapUsed };
    },
    hasEnded: () => ended,
    async end() {
      if (!ended) child.kill("SIGKILL");
      await gone;
    },
  };
}
