import type { Clock } from "../../base/clock.ts";
import type { Result } from "../../contract/errors.ts";

export interface KeepFreshDependencies {
  readonly clock: Clock;
  /** 0 to 1. */
  readonly random: () => number;
  readonly token: (options: { forceRefresh: boolean }) => Promise<Result<string>>;
}

/** Far enough ahead that a slow network does not make a person wait for a token. */
const aheadMilliseconds = 10 * 60_000;
const jitterMilliseconds = 4 * 60_000;
/** Never more often than this, whatever a token claims about itself. */
const leastMilliseconds = 60_000;

/** Renews the access token ahead of need, at a moment of its own so that many desks do not come at once. */
export function createKeepFresh({ clock, random, token }: KeepFreshDependencies) {
  let planned: AbortController | null = null;
  let refreshAt = Number.POSITIVE_INFINITY;

  const stop = () => {
    planned?.abort();
    planned = null;
    refreshAt = Number.POSITIVE_INFINITY;
  };

  async function wait(
    milliseconds: number,
    { signal }: AbortController,
    forceRefresh: boolean,
  ): Promise<void> {
    await clock.sleep(milliseconds, signal);
    if (signal.aborted) return;
    const renewed = await token({ forceRefresh });
    // A good answer plans the next time by itself.
    if (!renewed.ok && !signal.aborted) start(2 * leastMilliseconds);
  }

  function start(milliseconds: number, forceRefresh = true): void {
    stop();
    planned = new AbortController();
    refreshAt = clock.now() + milliseconds;
    void wait(milliseconds, planned, forceRefresh);
  }

  return {
    stop,
    /** Nothing is known of the token yet: it is looked at soon, and renewed only if it ran out. */
    begin(): void {
      start(random() * leastMilliseconds, false);
    },
    /** `expiresAt` is epoch milliseconds. */
    plan(expiresAt: number): void {
      const wanted = expiresAt - aheadMilliseconds - random() * jitterMilliseconds;
      start(Math.max(leastMilliseconds, wanted - clock.now()));
    },
    /** Timers stand still while a computer sleeps. */
    wake(): void {
      if (clock.now() >= refreshAt) start(0, false);
    },
  };
}
