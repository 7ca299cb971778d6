import { Temporal } from "temporal-polyfill";

import { readLocalTime, wallOf } from "../local-time.ts";
import type { Hint, PhraseContext, Plan, WallTime } from "../phrase-reading.ts";
import { minuteOf, type TimeOfDay } from "./day-time.ts";
import { hasDay, type Slots } from "./slots.ts";
import { nextMonthly, type TypedDay } from "./typed-day.ts";

/** A plan whose place in the text is not said. */
export type UnplacedPlan = Omit<Plan, "from" | "to">;

/** Minutes since midnight of that day, which may be more than a day has. */
export function wallAt(date: Temporal.PlainDate, minutes: number): WallTime {
  const time = Temporal.PlainTime.from({
    hour: Math.floor(minutes / 60) % 24,
    minute: minutes % 60,
  });
  return {
    date: date.add({ days: Math.floor(minutes / 1440) }).toString(),
    time: time.toString({ smallestUnit: "minute" }),
  };
}

/** Nothing where both come to the same, and where the second is over. */
export function secondHint(
  plan: UnplacedPlan,
  second: UnplacedPlan | null,
  context: PhraseContext,
): Hint | null {
  const [first, other] = [startAt(plan), second && startAt(second)];
  if (first === null || other === null || first === other || other < minuteOf(context.now))
    return null;
  return { kind: "also-means", ...wallOf(other, context.timeZone) };
}

export function onComputersClock(
  { hint, timeZone }: UnplacedPlan,
  context: PhraseContext,
): Hint | null {
  if (hint?.kind !== "also-means" || timeZone === context.timeZone) return hint;
  const read = readLocalTime(hint.date, hint.time, timeZone, "earlier");
  return "at" in read ? { ...hint, ...wallOf(read.at, context.timeZone) } : null;
}

/** "10:00 PST" in summer: by the clocks there, or an hour later. */
export function otherHalfHint(
  plan: UnplacedPlan,
  offsetMinutes: number | null,
  { timeZone }: PhraseContext,
): Hint | null {
  const at = startAt(plan);
  if (at === null || offsetMinutes === null) return null;
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(plan.timeZone);
  const shift = there.offsetNanoseconds / 60_000_000_000 - offsetMinutes;
  if (shift === 0) return null;
  return { kind: "also-means", ...wallOf(at + shift * 60_000, timeZone) };
}

function startAt({ start, timeZone }: UnplacedPlan): number | null {
  if ("at" in start) return start.at;
  const read = readLocalTime(start.date, start.time, timeZone, "earlier");
  return "at" in read ? read.at : null;
}

/** "mardi 8": at eight, or the 8th, where that is a Tuesday. */
function dayInsteadHint(
  { weekday, day, start, end, part }: Slots,
  today: Temporal.PlainDate,
  { workdayStart }: PhraseContext,
): Hint | null {
  if (!weekday || day || end || part || start?.isBare !== true || start.minute > 0) return null;
  const date = nextMonthly(start.hour, today, () => false);
  if (date?.dayOfWeek !== weekday.weekday) return null;
  return { kind: "also-means", date: date.toString(), time: workdayStart };
}

export function hintOf(
  slots: Slots,
  start: TimeOfDay,
  day: TypedDay,
  today: Temporal.PlainDate,
  context: PhraseContext,
): Hint | null {
  return dayInsteadHint(slots, today, context) ?? assumedHint(slots, start, day, today);
}

/** The night belongs to today, but an evening hour after it means that today's has passed. */
const tomorrowNoon = 1440 + 720;

function assumedHint(
  slots: Slots,
  start: TimeOfDay,
  { date, thisWeekday, otherwise }: TypedDay,
  today: Temporal.PlainDate,
): Hint | null {
  const { date: startDate, time } = wallAt(date, start.minutes);
  if (slots.repeats) return { kind: "repeat-needs-event", date: startDate };
  if (otherwise) return { kind: "also-means", ...wallAt(otherwise, start.minutes) };
  if (start.otherwise !== undefined)
    return { kind: "also-means", ...wallAt(date, start.otherwise) };
  if (time === "00:00") {
    const to = Temporal.PlainDate.from(startDate);
    return { kind: "night-between", from: to.subtract({ days: 1 }).toString(), to: startDate };
  }
  if (thisWeekday) return { kind: "this-weekday-is", date: thisWeekday.toString() };
  if (!slots.start) return { kind: "no-time-given", time };
  const isRolled = !date.equals(today) || start.minutes >= tomorrowNoon;
  if (!hasDay(slots) && isRolled) return { kind: "passed-today", time };
  if (!start.isAfternoonAssumed) return null;
  return { kind: "afternoon-assumed", time, morning: wallAt(date, start.minutes - 720).time };
}
