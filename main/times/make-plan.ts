import { Temporal } from "temporal-polyfill";

import { readLocalTime } from "./local-time.ts";
import { timeOfDay, timesOfRange, type TimeOfDay, type TypedTimes } from "./day-time.ts";
import type { Hint, PhraseContext, Plan, WallTime } from "./phrase-reading.ts";
import type { Slots } from "./slots.ts";
import { dayOf, type TypedDay } from "./typed-day.ts";
import { parts } from "./words/vocabulary.ts";

export const minuteOf = (now: number): number => Math.floor(now / 60_000) * 60_000;
const halfHour = 1_800_000;

type Asked = Pick<Plan, "start" | "end" | "hint">;

/** Null where what was said does not make one meeting. */
export function makePlan(slots: Slots, context: PhraseContext): Omit<Plan, "from" | "to"> | null {
  if (slots.zone?.id === null || (slots.end && slots.minutes !== undefined)) return null;
  const timeZone = slots.zone?.id ?? context.timeZone;
  const asked = hasStart(slots)
    ? onDay(slots, context, timeZone)
    : fromNow(slots, context, timeZone);
  if (!asked) return null;
  return {
    ...asked,
    startOccurrence: null,
    endOccurrence: null,
    timeZone,
    zoneNamed: slots.zone !== undefined,
    repeats: slots.repeats ?? null,
  };
}

const hasDay = (slots: Slots): boolean =>
  slots.day !== undefined || slots.weekday !== undefined || slots.nextWeek === true;

const hasStart = (slots: Slots): boolean =>
  hasDay(slots) ||
  slots.start !== undefined ||
  slots.part !== undefined ||
  slots.repeats !== undefined;

/** "now", "in 20 min", or a length alone. */
function fromNow(slots: Slots, context: PhraseContext, timeZone: string): Asked | null {
  if (slots.isNow && slots.delay !== undefined) return null;
  const at = minuteOf(context.now) + (slots.delay ?? 0) * 60_000;
  if (!slots.end) return { start: { at }, end: lengthOf(slots, context), hint: null };
  const start = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const { minutes } = timeOfDay(slots.end, slots.endPart ?? null);
  return { start: { at }, end: wallAt(start.toPlainDate(), minutes), hint: null };
}

const lengthOf = (slots: Slots, context: PhraseContext) => ({
  minutes: slots.minutes ?? context.defaultMinutes,
});

function onDay(slots: Slots, context: PhraseContext, timeZone: string): Asked | null {
  if (slots.isNow || slots.delay !== undefined) return null;
  const { start, end } = timesOf(slots, context);
  const hasPassed = (date: Temporal.PlainDate): boolean => {
    const wall = wallAt(date, start.minutes);
    const read = readLocalTime(wall.date, wall.time, timeZone, "later");
    return "at" in read && read.at < minuteOf(context.now);
  };
  // Days are counted on the computer's calendar, a time alone on the named zone's.
  const today = todayIn(hasDay(slots) ? context.timeZone : timeZone, context.now);
  const day = hasDay(slots)
    ? dayOf(slots, today, hasPassed)
    : { date: firstOpenDay(slots, today, hasPassed), thisWeekday: null };
  if (!day) return null;
  // "Today" and "tonight" without a time, when what they usually mean has passed.
  const isLate = !slots.start && day.date.equals(today) && hasPassed(today);
  if (isLate) return soon(slots, context, timeZone);
  return {
    start: wallAt(day.date, start.minutes),
    end: end ? wallAt(day.date, end.minutes) : lengthOf(slots, context),
    hint: hintOf(slots, start, day, today),
  };
}

export const todayIn = (timeZone: string, now: number): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();

function soon(slots: Slots, context: PhraseContext, timeZone: string): Asked {
  const at = Math.ceil(context.now / halfHour) * halfHour;
  const start = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const time = start.toPlainTime().toString({ smallestUnit: "minute" });
  return { start: { at }, end: lengthOf(slots, context), hint: { kind: "no-time-given", time } };
}

function timesOf(slots: Slots, { workdayStart }: PhraseContext): TypedTimes {
  const part = slots.part ?? null;
  if (slots.start && slots.end)
    return timesOfRange(slots.start, slots.end, part, slots.endPart ?? null);
  if (slots.start) return { start: timeOfDay(slots.start, part), end: null };
  const minutes = usualMinutes(part, workdayStart);
  return { start: { minutes, isAfternoonAssumed: false }, end: null };
}

function usualMinutes(part: number | null, workdayStart: string): number {
  if (part === parts.afternoon) return 14 * 60;
  if (part === parts.evening) return 18 * 60;
  if (part === parts.night) return 20 * 60;
  const [hour = 9, minute = 0] = workdayStart.split(":").map(Number);
  return hour * 60 + minute;
}

function wallAt(date: Temporal.PlainDate, minutes: number): WallTime {
  const time = Temporal.PlainTime.from({
    hour: Math.floor(minutes / 60) % 24,
    minute: minutes % 60,
  });
  return {
    date: date.add({ days: Math.floor(minutes / 1440) }).toString(),
    time: time.toString({ smallestUnit: "minute" }),
  };
}

function firstOpenDay(
  { repeats, part, start }: Slots,
  today: Temporal.PlainDate,
  hasPassed: (date: Temporal.PlainDate) => boolean,
): Temporal.PlainDate {
  const isPartOfToday =
    part !== undefined && !start && repeats === undefined && part !== parts.morning;
  const date = hasPassed(today) && !isPartOfToday ? today.add({ days: 1 }) : today;
  const isWeekend = repeats === "weekdays" && date.dayOfWeek > 5;
  return isWeekend ? date.add({ days: 8 - date.dayOfWeek }) : date;
}

function hintOf(
  slots: Slots,
  start: TimeOfDay,
  { date, thisWeekday }: TypedDay,
  today: Temporal.PlainDate,
): Hint | null {
  const { date: startDate, time } = wallAt(date, start.minutes);
  if (slots.repeats) return { kind: "repeat-needs-event", date: startDate };
  if (time === "00:00") {
    const to = Temporal.PlainDate.from(startDate);
    return { kind: "night-between", from: to.subtract({ days: 1 }).toString(), to: startDate };
  }
  if (thisWeekday) return { kind: "this-weekday-is", date: thisWeekday.toString() };
  if (!slots.start) return { kind: "no-time-given", time };
  if (!hasDay(slots) && !date.equals(today)) return { kind: "passed-today", time };
  if (!start.isAfternoonAssumed) return null;
  return { kind: "afternoon-assumed", time, morning: wallAt(date, start.minutes - 720).time };
}
