import type { Clock } from "./clocks.ts";
import { parts } from "./words/vocabulary.ts";

/** Minutes since midnight; 1440 and more on the day after. */
export interface TimeOfDay {
  readonly minutes: number;
  /** Nothing said which half of the day, and the afternoon was taken. */
  readonly isAfternoonAssumed: boolean;
}

const noon = 720;
const day = 1440;

export function timeOfDay(clock: Clock, part: number | null): TimeOfDay {
  const { hour, minute, half } = clock;
  const sure = (minutes: number): TimeOfDay => ({ minutes, isAfternoonAssumed: false });
  const literal = hour * 60 + minute;
  if (clock.isMidnight) return sure(day + (literal % day));
  if (hour > 12) return sure(literal);
  if (half !== null) return sure((literal % noon) + (half === "pm" ? noon : 0));
  if (part !== null && hour > 0) return sure(inPart(literal, hour, part));
  const isAfternoonAssumed = clock.mayBeAfternoon && hour >= 1 && hour <= 6;
  return { minutes: literal + (isAfternoonAssumed ? noon : 0), isAfternoonAssumed };
}

function inPart(literal: number, hour: number, part: number): number {
  if (part === parts.morning) return literal;
  if (part === parts.afternoon) return hour === 12 ? literal : literal + noon;
  // "12 at night" is midnight, and "1 at night" comes after it.
  if (hour === 12) return literal + noon;
  if (part === parts.evening) return literal + noon;
  return hour >= 5 ? literal + noon : literal + day;
}

export interface TypedTimes {
  readonly start: TimeOfDay;
  readonly end: TimeOfDay | null;
}

/** What is left open in a start or an end is settled by the other: "2:30 to 3:15pm", "11-1", "9pm-10". */
export function timesOfRange(
  start: Clock,
  end: Clock,
  part: number | null,
  endPart: number | null,
): TypedTimes {
  const isSettledByEnd = part === null && isOpen(start) && (end.half !== null || endPart !== null);
  const from = isSettledByEnd
    ? startBefore(start, timeOfDay(end, endPart).minutes)
    : timeOfDay(start, part);
  return { start: from, end: endAfter(from, start, end, endPart ?? part) };
}

/** Nothing in the time itself says which half of the day it is in. */
const isOpen = ({ half, hour, mayBeAfternoon }: Clock): boolean =>
  half === null && mayBeAfternoon && hour <= 12;

/** The latest that comes before the end: "9-5pm" begins in the morning. */
function startBefore(start: Clock, end: number): TimeOfDay {
  const am = timeOfDay({ ...start, half: "am" }, null);
  const pm = timeOfDay({ ...start, half: "pm" }, null);
  const isNear = (time: TimeOfDay) => time.minutes < end && end - time.minutes <= noon;
  if (isNear(pm)) return pm;
  return isNear(am) || end > noon ? am : pm;
}

function endAfter(from: TimeOfDay, start: Clock, end: Clock, part: number | null): TimeOfDay {
  const said = timeOfDay(end, part);
  if (said.minutes > from.minutes) return said;
  const literal = timeOfDay({ ...end, mayBeAfternoon: false }, null).minutes;
  const sure = (minutes: number): TimeOfDay => ({ minutes, isAfternoonAssumed: false });
  const later = (literal % noon) + noon;
  const isAfternoon = from.minutes >= noon && start.half !== "am";
  if (isOpen(end) && isAfternoon && later > from.minutes) return sure(later);
  return endsNextDay(from.minutes, literal) ? sure(literal + day) : said;
}

/** A late meeting that ends early in the morning, or one that ends at 0:00. */
const endsNextDay = (from: number, end: number): boolean =>
  (from >= 18 * 60 && end <= 8 * 60) || (from >= noon && end === 0);
