import type { TypedClock } from "./clocks.ts";
import { parts } from "../words/vocabulary.ts";

/** Minutes since midnight; 1440 and more on the day after. */
export interface TimeOfDay {
  readonly minutes: number;
  /** Nothing said which half of the day, and the afternoon was taken. */
  readonly isAfternoonAssumed: boolean;
  /** Minutes since midnight of what else the words may say. */
  readonly otherwise?: number;
}

const noon = 720;
const day = 1440;
const sure = (minutes: number): TimeOfDay => ({ minutes, isAfternoonAssumed: false });

/** The last full minute before an instant (epoch milliseconds). */
export const minuteOf = (at: number): number => Math.floor(at / 60_000) * 60_000;

/** Null if the time and the part of the day contradict each other: "15:00 in the morning", "15 am". */
export function timeOfDay(clock: TypedClock, part: number | null): TimeOfDay | null {
  const { hour, minute, half } = clock;
  const literal = hour * 60 + minute;
  if (clock.isMidnight && part !== parts.noon) return sure(day + (literal % day));
  if (hour > 12) return half === "am" ? null : within(literal, part);
  if (half !== null) return within((literal % noon) + (half === "pm" ? noon : 0), part);
  return part === null ? withoutPart(literal, clock) : inPart(literal, clock, part);
}

function withoutPart(literal: number, { hour, mayBeAfternoon }: TypedClock): TimeOfDay {
  const isAfternoonAssumed = mayBeAfternoon && hour >= 1 && hour <= 6;
  return { minutes: literal + (isAfternoonAssumed ? noon : 0), isAfternoonAssumed };
}

/** The first and the last hour of each part of the day; nights go on until six in the morning. */
const hoursOf: Readonly<Record<number, readonly [from: number, to: number]>> = {
  [parts.morning]: [0, 11],
  [parts.afternoon]: [12, 20],
  [parts.evening]: [16, 24],
  [parts.night]: [17, 24],
  [parts.tonight]: [16, 24],
  [parts.deepNight]: [20, 24],
  [parts.noon]: [11, 14],
};

function within(minutes: number, part: number | null): TimeOfDay | null {
  const [from, to] = hoursOf[part ?? 0] ?? [0, 24];
  const hour = Math.floor(minutes / 60);
  return (hour >= from && hour <= to) || (isNight(part) && hour < 6) ? sure(minutes) : null;
}

function inPart(literal: number, clock: TypedClock, part: number): TimeOfDay | null {
  const { hour, mayBeAfternoon } = clock;
  if (part === parts.noon) return atNoon(literal, hour);
  // "0:30 at night" is on a clock of 24 hours, and "noon" in words is clear.
  if (hour === 0 && part === parts.evening) return sure(literal + day);
  if (hour === 0 && part !== parts.afternoon) return sure(literal);
  if (hour === 12 && !mayBeAfternoon) return within(literal, part);
  switch (part) {
    case parts.morning:
      // "12 in the morning" may be midnight or noon.
      return hour === 12 ? null : sure(literal);
    case parts.afternoon:
      return within(hour === 12 ? literal : literal + noon, part);
    case parts.evening:
      return hour < 4 ? null : sure(literal + noon);
    case parts.tonight:
      return tonight(literal, clock);
    default:
      return atNight(literal, hour, part);
  }
}

/** "One at noon" is the hour after it. */
const atNoon = (literal: number, hour: number): TimeOfDay | null =>
  within(hour === 1 || hour === 2 ? literal + noon : literal, parts.noon);

/** "Tonight at 5" may mean before dinner or before dawn; "tonight at 05:00" is clear. */
function tonight(literal: number, { hour, mayBeAfternoon }: TypedClock): TimeOfDay {
  const [evening, morning] = [literal + noon, literal + day];
  if (hour > 5) return sure(evening);
  if (hour < 4 || !mayBeAfternoon) return sure(morning);
  return hour === 4
    ? { ...sure(morning), otherwise: evening }
    : { ...sure(evening), otherwise: morning };
}

/** For most people "tomorrow at 1 at night" is the night after that day; "12 at night" is midnight. */
function atNight(literal: number, hour: number, part: number): TimeOfDay | null {
  const isBreakfast = hour === 6 || (part === parts.deepNight && (hour === 7 || hour === 8));
  if (isBreakfast) return null;
  if (hour > 6) return sure(literal + noon);
  const isNearMorning = hour === 5;
  const [minutes, otherwise] = isNearMorning ? [literal, literal + day] : [literal + day, literal];
  return { ...sure(minutes), otherwise };
}

/** Parts that go on after midnight. */
export const isNight = (part: number | null): boolean =>
  part === parts.night || part === parts.deepNight || part === parts.tonight;

/**
 * The next such time of a night, in minutes since the last midnight, if no day or just today was said: a night has
 * hours on both sides of midnight. With `isOnlyToday` its evening hours are not moved to tomorrow; `hasPassed` tells
 * whether a time of today is over.
 */
export function nextNight(
  { start, end }: TypedTimes,
  isOnlyToday: boolean,
  hasPassed: (minutes: number) => boolean,
): TypedTimes {
  const said = [start.minutes, start.otherwise ?? start.minutes].map((minutes) => minutes % day);
  const toCome = said.filter((minutes) => minutes < noon || !hasPassed(minutes));
  const [minutes = 0, otherwise = minutes] = (toCome.length > 0 ? toCome : said).map((each) =>
    hasPassed(each) && !(isOnlyToday && each >= noon) ? each + day : each,
  );
  return {
    start: { ...sure(minutes), ...(otherwise !== minutes && { otherwise }) },
    end: end && sure(end.minutes - start.minutes + minutes),
  };
}

export interface TypedTimes {
  readonly start: TimeOfDay;
  readonly end: TimeOfDay | null;
}

/** What is left open in a start or an end is settled by the other: "2:30 to 3:15pm", "11-1", "9pm-10". */
export function timesOfRange(
  start: TypedClock,
  end: TypedClock,
  part: number | null,
  endPart: number | null,
): TypedTimes | null {
  const from =
    part === null && isOpen(start) ? openStart(start, end, endPart) : timeOfDay(start, part);
  const isHalfKnown = part !== null || !isOpen(start);
  const to = from && endAfter(from, start, end, endPart, isHalfKnown);
  return from && to && { start: from, end: to };
}

function openStart(start: TypedClock, end: TypedClock, endPart: number | null): TimeOfDay | null {
  const until = timeOfDay(end, endPart);
  if (until === null) return null;
  if (end.half !== null || endPart !== null) return startBefore(start, until.minutes);
  const literal = start.hour * 60 + start.minute;
  // "6-14": the end is on a clock of 24 hours, and so is the start.
  if (end.hour < 12 || literal >= until.minutes) return timeOfDay(start, null);
  const later = literal + noon;
  const mayBeLater = start.hour <= 6 && (later < until.minutes || end.hour === 12);
  return { ...sure(literal), ...(mayBeLater && { otherwise: later }) };
}

/** Nothing in the time itself says which half of the day it is in. */
const isOpen = ({ half, hour, mayBeAfternoon }: TypedClock): boolean =>
  half === null && mayBeAfternoon && hour <= 12;

/** The latest that comes before the end: "9-5pm" begins in the morning. */
function startBefore(start: TypedClock, end: number): TimeOfDay {
  const am = (start.hour % 12) * 60 + start.minute;
  const pm = am + noon;
  const isNear = (minutes: number) => minutes < end && end - minutes <= noon;
  if (isNear(pm)) return sure(pm);
  return sure(isNear(am) || end > noon ? am : pm);
}

function endAfter(
  from: TimeOfDay,
  start: TypedClock,
  end: TypedClock,
  part: number | null,
  isHalfKnown: boolean,
): TimeOfDay | null {
  // "1am-3", "0-6", "tonight 10-2": the next such hour after a start that says its half of the day.
  const is24Hours = start.half === null && start.hour > 12 && start.hour < 24;
  if (part === null && isOpen(end) && isHalfKnown && !is24Hours) return nextHalf(from.minutes, end);
  const said = timeOfDay(end, part);
  if (said === null || said.minutes > from.minutes) return said;
  // After a 24-hour start nobody ends on a 12-hour clock: "15 à 10h" means the 15th.
  const isAfternoon = from.minutes >= noon && start.half !== "am" && !is24Hours;
  return endLater(from.minutes, end, isAfternoon) ?? said;
}

/** In the second half of the day, or on the day after. */
function endLater(from: number, end: TypedClock, isAfternoon: boolean): TimeOfDay | null {
  const literal = timeOfDay({ ...end, mayBeAfternoon: false }, null)?.minutes ?? 0;
  const later = (literal % noon) + noon;
  if (isOpen(end) && isAfternoon && later > from) return sure(later);
  return endsNextDay(from, literal, end.half === "am") ? sure(literal + day) : null;
}

function nextHalf(from: number, { hour, minute }: TypedClock): TimeOfDay {
  let minutes = (hour % 12) * 60 + minute;
  while (minutes <= from) minutes += noon;
  return sure(minutes);
}

/** A late meeting that ends early in the morning, or one that ends at 0:00. */
const endsNextDay = (from: number, end: number, isSaidSo: boolean): boolean =>
  (from >= 18 * 60 && end <= 8 * 60) || (from >= noon && end === 0) || (isSaidSo && end <= 4 * 60);
