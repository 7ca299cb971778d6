import { createQueue } from "../queue.ts";
import { aborted } from "./msal-network.ts";

/** MSAL's calls one after the other: side by side they lose accounts. */
export interface Turns {
  readonly inTurn: <Value>(call: () => Promise<Value>) => Promise<Value>;
  /**
   * The requests of this one call can be cancelled; those of the calls before and after cannot. Who
   * cancels does not wait for its turn: what the call still brings goes to `onLate`.
   */
  readonly cancellable: <Value>(
    signal: AbortSignal,
    call: () => Promise<Value>,
    onLate: (value: Value) => Promise<void>,
  ) => Promise<Value>;
  /** Of the call that runs now. */
  readonly signal: () => AbortSignal | null;
}

export function createTurns(): Turns {
  const inTurn = createQueue();
  let running: AbortSignal | null = null;
  return {
    inTurn,
    signal: () => running,
    cancellable: async (signal, call, onLate) => {
      const work = inTurn(async () => {
        if (signal.aborted) throw aborted();
        running = signal;
        try {
          return await call();
        } finally {
          running = null;
        }
      });
      const cancelled = new Promise<never>((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(aborted()), { once: true });
      });
      // A late failure has been told already, as the cancel.
      void work
        .then((value) => (signal.aborted ? onLate(value) : undefined))
        .catch(() => undefined);
      return Promise.race([work, cancelled]);
    },
  };
}
