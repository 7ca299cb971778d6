import { type Clock, systemClock } from "../../main/base/clock.ts";

/** The time of the computer, but whoever waits a minute or less waits no time at all. */
export const hastyClock: Clock = {
  now: () => systemClock.now(),
  async sleep(milliseconds, signal) {
    if (milliseconds > 60_000) await systemClock.sleep(milliseconds, signal);
    else await new Promise((resolve) => setImmediate(resolve));
  },
};
