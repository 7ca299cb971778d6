import { setTimeout as delay } from "node:timers/promises";

/** Time as a dependency, so that tests can run it. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Resolves after `milliseconds`, or at once when `signal` aborts. Never rejects. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(milliseconds, signal) {
    try {
      await delay(milliseconds, undefined, signal ? { signal } : {});
    } catch {
      // Only an abort rejects, and the caller looks at its own signal.
    }
  },
};

/** Milliseconds since some moment, which go forward alone, whoever sets the clock. */
export const elapsed = (): number => performance.now();
