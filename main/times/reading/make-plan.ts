import { Temporal } from "temporal-polyfill";

import { readLocalTime, wallOf } from "../local-time.ts";
import { timeOfDay, timesOfRange, type TimeOfDay, type TypedTimes } from "./day-time.ts";
import type { Hint, PhraseContext, Plan, WallTime } from "../phrase-reading.ts";
import type { Slots } from "./slots.ts";
import { dayOf, type TypedDay } from "./typed-day.ts";
import { parts } from "../words/vocabulary.ts";

export const minuteOf = (now: number): number => Math.floor(now / 60_000) * 60_000;
const halfHour = 1_800_000;

type Asked = Pick<Plan, "start" | "end" | "hint">;
type UnplacedPlan = Omit<Plan, "from" | "to">;

/** Null where what was said does not make one meeting. `other` is what it may say as well. */
export function makePlan(
  slots: Slots,
  other: Slots | null,
  context: PhraseContext,
): UnplacedPlan | null {
  const plan = planOf(slots, context);
  const second = plan && other && planOf(other, context);
  if (!plan) return null;
  const offset = slots.zone?.offsetMinutes ?? null;
  const hint = secondHint(plan, second, context) ?? otherHalfHint(plan, offset, context);
  return { ...plan, hint: hint ?? onComputersClock(plan, context) };
}

function planOf(slots: Slots, context: PhraseContext): UnplacedPlan | null {
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

/** "now", "in 20 min", an instant, or a length alone. */
function fromNow(slots: Slots, context: PhraseContext, timeZone: string): Asked | null {
  const at = startOf(slots, context, timeZone);
  if (at === null) return null;
  if (!slots.end) return { start: { at }, end: lengthOf(slots, context), hint: null };
  const start = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const end = timeOfDay(slots.end, slots.endPart ?? null);
  return end && { start: { at }, end: wallAt(start.toPlainDate(), end.minutes), hint: null };
}

function startOf({ isNow, delay, at }: Slots, { now }: PhraseContext, timeZone: string) {
  if ([isNow, delay, at].filter((said) => said !== undefined).length > 1) return null;
  if (at !== undefined) return minuteOf(at);
  const { minutes, days, months } = delay ?? { minutes: 0, days: 0, months: 0 };
  return Temporal.Instant.fromEpochMilliseconds(minuteOf(now))
    .toZonedDateTimeISO(timeZone)
    .add({ days, months })
    .add({ minutes }).epochMilliseconds;
}

const lengthOf = (slots: Slots, context: PhraseContext) => ({
  minutes: slots.minutes ?? context.defaultMinutes,
});

function onDay(slots: Slots, context: PhraseContext, timeZone: string): Asked | null {
  if (slots.isNow || slots.delay !== undefined || slots.at !== undefined) return null;
  const times = timesOf(slots, context);
  if (!times) return null;
  const { start, end } = times;
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

/** Nothing where both come to the same, and where the second is over. */
function secondHint(
  plan: UnplacedPlan,
  second: UnplacedPlan | null,
  context: PhraseContext,
): Hint | null {
  const [first, other] = [startAt(plan), second && startAt(second)];
  if (first === null || other === null || first === other || other < minuteOf(context.now))
    return null;
  return { kind: "also-means", ...wallOf(other, context.timeZone) };
}

function onComputersClock({ hint, timeZone }: UnplacedPlan, context: PhraseContext): Hint | null {
  if (hint?.kind !== "also-means" || timeZone === context.timeZone) return hint;
  const read = readLocalTime(hint.date, hint.time, timeZone, "earlier");
  return "at" in read ? { ...hint, ...wallOf(read.at, context.timeZone) } : null;
}

/** "10:00 PST" in summer: by the clocks there, or an hour later. */
function otherHalfHint(
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

export const todayIn = (timeZone: string, now: number): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();

function soon(slots: Slots, context: PhraseContext, timeZone: string): Asked {
  const at = Math.ceil(context.now / halfHour) * halfHour;
  const start = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const time = start.toPlainTime().toString({ smallestUnit: "minute" });
  return { start: { at }, end: lengthOf(slots, context), hint: { kind: "no-time-given", time } };
}

function timesOf(slots: Slots, { workdayStart }: PhraseContext): TypedTimes | null {
  const part = slots.part ?? null;
  if (slots.start && slots.end)
    return timesOfRange(slots.start, slots.end, part, slots.endPart ?? null);
  const minutes = usualMinutes(part, workdayStart);
  const start = slots.start ? timeOfDay(slots.start, part) : { minutes, isAfternoonAssumed: false };
  return start && { start: isAnyDay(slots) ? onAnyDay(start) : start, end: null };
}

/** Where no day but today was said, the next such time is meant, on either side of midnight. */
const isAnyDay = ({ day, weekday, nextWeek, part }: Slots): boolean =>
  part === parts.night &&
  weekday === undefined &&
  nextWeek === undefined &&
  (day === undefined || (day.kind === "from-today" && day.days + day.months === 0));

const onAnyDay = ({ minutes }: TimeOfDay): TimeOfDay => ({
  minutes: minutes % 1440,
  isAfternoonAssumed: false,
});

function usualMinutes(part: number | null, workdayStart: string): number {
  if (part === parts.afternoon) return 14 * 60;
  if (part === parts.evening) return 18 * 60;
  if (part === parts.night || part === parts.tonight) return 20 * 60;
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
  if (!hasDay(slots) && !date.equals(today)) return { kind: "passed-today", time };
  if (!start.isAfternoonAssumed) return null;
  return { kind: "afternoon-assumed", time, morning: wallAt(date, start.minutes - 720).time };
}
