import type { Clock } from "../../../main/base/clock.ts";
import type { Random } from "../random.ts";

export interface MovingClock extends Clock {
  pass(milliseconds: number): void;
}

/** Time passes only for whoever waits; between two turns anything else may happen. */
export function movingClock(random: Random): MovingClock {
  let now = Date.parse("2026-11-24T12:00:00.500Z");
  return {
    now: () => now,
    async sleep(milliseconds: number, signal?: AbortSignal) {
      // Long enough for a person to do something meanwhile.
      await turns(milliseconds < 5_000 ? 1 : 1 + random.below(20));
      if (!signal?.aborted) now += milliseconds;
    },
    pass(milliseconds: number) {
      now += milliseconds;
    },
  };
}

/** Lets the event loop turn: the grain at which a crash can fall between two steps. */
export async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
}
