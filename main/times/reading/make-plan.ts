import { Temporal } from "temporal-polyfill";

import { readLocalTime } from "../local-time.ts";
import {
  isNight,
  minuteOf,
  nextNight,
  timeOfDay,
  timesOfRange,
  type TypedTimes,
} from "./day-time.ts";
import type { PhraseContext, Plan } from "../phrase-reading.ts";
import {
  hintOf,
  onComputersClock,
  otherHalfHint,
  secondHint,
  type UnplacedPlan,
  wallAt,
} from "./hints.ts";
import { hasDay, type Slots } from "./slots.ts";
import { dayOf, type TypedDay } from "./typed-day.ts";
import { parts } from "../words/vocabulary.ts";

const halfHour = 1_800_000;

type Asked = Pick<Plan, "start" | "end" | "hint">;

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
    timeZone,
    zoneNamed: slots.zone !== undefined,
    repeats: slots.repeats ?? null,
  };
}

const hasStart = (slots: Slots): boolean =>
  hasDay(slots) ||
  slots.start !== undefined ||
  slots.part !== undefined ||
  slots.repeats !== undefined;

/** "now", "in 20 min", an instant, or a length alone. */
function fromNow(slots: Slots, context: PhraseContext, timeZone: string): Asked | null {
  const at = startOf(slots, context, timeZone);
  if (at === null || at > latest) return null;
  if (!slots.end) return { start: { at }, end: lengthOf(slots, context), hint: null };
  const start = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const end = timeOfDay(slots.end, slots.endPart ?? null);
  return end && { start: { at }, end: wallAt(start.toPlainDate(), end.minutes), hint: null };
}

/** No calendar reaches further, for days either. */
const latest = Date.UTC(2200, 0, 1);

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
  const isFromNow = slots.isNow || slots.delay !== undefined || slots.at !== undefined;
  const times = isFromNow ? null : timesOf(slots, context);
  if (!times) return null;
  const hasPassed: HasPassed = (date, minutes) => {
    const wall = wallAt(date, minutes);
    const read = readLocalTime(wall.date, wall.time, timeZone, "later");
    return "at" in read && read.at < minuteOf(context.now);
  };
  // Days are counted on the computer's calendar, a time alone on the named zone's.
  const today = todayIn(hasDay(slots) ? context.timeZone : timeZone, context.now);
  const placed = isAnyNight(slots)
    ? onNextNight(slots, times, today, hasPassed)
    : onTypedDay(slots, times, today, hasPassed);
  if (!placed) return null;
  const { day, start, end } = placed;
  // "Today" and "tonight" without a time, when what they usually mean has passed.
  const isLate = !slots.start && day.date.equals(today) && hasPassed(today, start.minutes);
  if (isLate) return soon(slots, context, timeZone);
  return {
    start: wallAt(day.date, start.minutes),
    end: end ? wallAt(day.date, end.minutes) : lengthOf(slots, context),
    hint: hintOf(slots, start, day, today, context),
  };
}

/** Whether a time of a day, given in minutes since its midnight, is over. */
type HasPassed = (date: Temporal.PlainDate, minutes: number) => boolean;

type Placed = TypedTimes & { readonly day: TypedDay };

function onNextNight(
  slots: Slots,
  times: TypedTimes,
  today: Temporal.PlainDate,
  hasPassed: HasPassed,
): Placed {
  const isOnlyToday = hasDay(slots) || slots.part === parts.tonight;
  const next = nextNight(times, isOnlyToday, (minutes) => hasPassed(today, minutes));
  return { ...next, day: { date: today, thisWeekday: null } };
}

function onTypedDay(
  slots: Slots,
  times: TypedTimes,
  today: Temporal.PlainDate,
  hasPassed: HasPassed,
): Placed | null {
  const hasStartPassed = (date: Temporal.PlainDate) => hasPassed(date, times.start.minutes);
  const day = hasDay(slots)
    ? dayOf(slots, today, hasStartPassed)
    : { date: firstOpenDay(slots, today, hasStartPassed), thisWeekday: null };
  return day && { ...times, day };
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
  return start && { start, end: null };
}

/** Whether it is an hour of the night, with no day or just today. */
const isAnyNight = ({ day, weekday, nextWeek, start, part, endPart, repeats }: Slots): boolean =>
  start !== undefined &&
  isNight(part ?? endPart ?? null) &&
  repeats === undefined &&
  weekday === undefined &&
  nextWeek === undefined &&
  (day === undefined || (day.kind === "from-today" && day.days + day.months === 0));

function usualMinutes(part: number | null, workdayStart: string): number {
  if (part === parts.afternoon) return 14 * 60;
  if (part === parts.evening) return 18 * 60;
  if (part === parts.night || part === parts.tonight) return 20 * 60;
  if (part === parts.deepNight) return 22 * 60;
  const [hour = 9, minute = 0] = workdayStart.split(":").map(Number);
  return hour * 60 + minute;
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
