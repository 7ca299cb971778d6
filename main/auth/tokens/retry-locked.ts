import type { Clock } from "../../base/clock.ts";

/** A keyring that is locked at the start is mostly unlocked soon after; the last pause repeats. */
const pauseMilliseconds = [5_000, 15_000, 60_000, 600_000];

export interface LockedDependencies {
  readonly isLocked: () => boolean;
  /** Looks again. */
  readonly restore: () => Promise<void>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Looks again and again while something is locked; called once more meanwhile, it does nothing. */
export function createRetryLocked({ isLocked, restore, clock, signal }: LockedDependencies) {
  let isRetrying = false;
  return async (): Promise<void> => {
    if (isRetrying) return;
    isRetrying = true;
    for (let tries = 0; isLocked() && !signal.aborted; tries += 1) {
      const last = pauseMilliseconds.length - 1;
      await clock.sleep(pauseMilliseconds[Math.min(tries, last)] ?? 0, signal);
      if (!signal.aborted && isLocked()) await restore();
    }
    isRetrying = false;
  };
}
