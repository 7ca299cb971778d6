import type { Clock } from "../../base/clock.ts";
import type { Fulfil } from "../fulfil.ts";

export interface Patience {
  readonly clock: Clock;
  /** Epoch milliseconds; in the past where nobody has to be patient. */
  readonly until: number;
}

/** As often as anybody who waits for a network looks whether it is there. */
const pauseMilliseconds = 3_000;

/**
 * A computer that has just started has no network yet, and whoever presses then means the one that comes: until
 * a given moment a press that finds none waits for it, and asks under the same id.
 */
export const patiently =
  (fulfil: Fulfil, { clock, until }: Patience): Fulfil =>
  async (intent, organiser, options = {}) => {
    let asked = intent;
    for (;;) {
      const made = await fulfil(asked, organiser, options);
      const now = clock.now();
      if (made.ok || made.error.kind !== "offline" || now >= until) return made;
      options.onWait?.(now + pauseMilliseconds, "no-answer");
      await clock.sleep(pauseMilliseconds, options.signal);
      if (options.signal?.aborted) return made;
      asked = { ...asked, mayExist: made.mayExist };
    }
  };
