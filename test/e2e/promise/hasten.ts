import type { RunningApp } from "../launch.ts";

/**
 * From now on the app pauses for a moment between two tries, not for seconds. The time of day stays as it is, and
 * so do deadlines, which are longer than any pause.
 */
export const hasten = ({ app }: RunningApp): Promise<void> =>
  app.evaluate(() => {
    const timers = process.getBuiltinModule("node:timers/promises");
    const { setTimeout: sleep } = timers;
    if (Reflect.get(sleep, "isHasty")) return;
    const hasty: typeof sleep = (milliseconds = 0, ...rest) =>
      sleep(milliseconds >= 8_000 ? milliseconds : Math.min(milliseconds, 50), ...rest);
    timers.setTimeout = Object.assign(hasty, { isHasty: true });
    process.getBuiltinModule("node:module").syncBuiltinESMExports();
  });
