import type { UpcomingDay } from "../contract/upcoming.ts";

const minuteMilliseconds = 60_000;
const hourMilliseconds = 60 * minuteMilliseconds;

/** Automatic questions are never closer together than this, whatever happens. */
export const leastMilliseconds = minuteMilliseconds;
/** Shown to a person who opens the popup, nothing is older. */
export const freshMilliseconds = 2 * minuteMilliseconds;
/** Many computers wake at the same hour: each waits for a moment of its own within this time. */
export const spreadMilliseconds = minuteMilliseconds;

/** How long to wait before the next question: less while something takes place within the hour. 0 to 1 for `random`. */
export function refreshAfter(days: readonly UpcomingDay[], now: number, random: number): number {
  const isNear = days.some(({ rows }) =>
    rows.some(({ startAt }) => startAt - now <= hourMilliseconds),
  );
  const usual = (isNear ? 5 : 15) * minuteMilliseconds;
  return usual * (0.9 + random * 0.2);
}

export const nextMinute = (now: number): number =>
  (Math.floor(now / minuteMilliseconds) + 1) * minuteMilliseconds;
