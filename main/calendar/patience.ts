import type { Clock } from "../base/clock.ts";
import type { AppError } from "../contract/errors.ts";
import type { GraphCall } from "../graph/client.ts";
import { throttledUntil } from "../graph/graph-errors.ts";

const patienceMilliseconds = 10_000;

/** For calls nobody waits at a countdown for, as for a meeting: a long wait ends them. */
export interface Patience {
  readonly options: Required<Pick<GraphCall, "signal" | "onWait">>;
  /** Why it ended; null while it did not. */
  error(): AppError | null;
}

export function createPatience(signal: AbortSignal, clock: Clock): Patience {
  const gaveUp = new AbortController();
  let error: AppError | null = null;
  return {
    error: () => error,
    options: {
      signal: AbortSignal.any([signal, gaveUp.signal]),
      onWait(retryAt) {
        const milliseconds = retryAt - clock.now();
        if (milliseconds <= patienceMilliseconds) return;
        error = throttledUntil(retryAt, clock.now(), null);
        gaveUp.abort();
      },
    },
  };
}
