import type { RunningApp } from "./launch.ts";

/**
 * From now on the app waits a moment where it would wait up to a minute, and the time of day stays as it is: five
 * tries are over at once, and an hour that Microsoft asked for is still an hour.
 */
export const hasten = ({ app }: RunningApp): Promise<void> =>
  app.evaluate(() => {
    const timers = process.getBuiltinModule("node:timers/promises");
    const { setTimeout: sleep } = timers;
    if (Reflect.get(sleep, "isHasty")) return;
    const hasty: typeof sleep = (milliseconds = 0, ...rest) =>
      sleep(milliseconds > 60_000 ? milliseconds : Math.min(milliseconds, 50), ...rest);
    timers.setTimeout = Object.assign(hasty, { isHasty: true });
    process.getBuiltinModule("node:module").syncBuiltinESMExports();
  });
