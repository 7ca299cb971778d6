import { type Clock, systemClock } from "../../main/base/clock.ts";

/** The time of the computer, on which no deadline ever comes: how fast a computer is decides nothing. */
export const patientClock: Clock = {
  now: () => systemClock.now(),
  sleep: (_milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) resolve();
      signal?.addEventListener("abort", () => resolve());
    }),
};
