import { createQueue } from "../../base/queue.ts";
import { aborted } from "../msal-network.ts";

/** MSAL's calls one after the other: side by side they lose accounts. */
export interface Turns {
  readonly inTurn: <Value>(call: () => Promise<Value>) => Promise<Value>;
  /**
   * The requests of this one call can be cancelled; those of the calls before and after cannot. Who
   * cancels does not wait for its turn: the call itself clears away what it still brings.
   */
  readonly cancellable: <Value>(signal: AbortSignal, call: () => Promise<Value>) => Promise<Value>;
  /** Of the call that runs now. */
  readonly signal: () => AbortSignal | null;
}

export function createTurns(): Turns {
  const inTurn = createQueue();
  let running: AbortSignal | null = null;
  return {
    inTurn,
    signal: () => running,
    cancellable: async (signal, call) => {
      let isOver = false;
      const work = inTurn(async () => {
        if (signal.aborted) throw aborted();
        running = signal;
        try {
          return await call();
        } finally {
          isOver = true;
          running = null;
        }
      });
      const cancelled = new Promise<never>((_resolve, reject) => {
        // What is over was not cancelled: it is kept, and so it is told.
        const cancel = () => (isOver ? undefined : reject(aborted()));
        signal.addEventListener("abort", cancel, { once: true });
      });
      // A late failure has been told already, as the cancel.
      work.catch(() => undefined);
      return Promise.race([work, cancelled]);
    },
  };
}
