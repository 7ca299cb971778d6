import { isDayAfter, isDayTo, isOfSpan } from "./counted.ts";
import { is, meaningOf, type Token } from "./tokens.ts";

/** A time of day as typed, before it is known which half of the day is meant. */
export interface TypedClock {
  /** 0 to 24. */
  readonly hour: number;
  readonly minute: number;
  readonly half: "am" | "pm" | null;
  /** Written so that 1 to 6 may be the afternoon: without a leading zero, and not "noon". */
  readonly mayBeAfternoon: boolean;
  /** A number with nothing that says it is a time. */
  readonly isBare: boolean;
  /** "Midnight" is the end of the day it is said with. */
  readonly isMidnight: boolean;
}

export interface ClockFound {
  readonly clock: TypedClock;
  readonly next: number;
}

export function readClock(tokens: readonly Token[], index: number): ClockFound | null {
  const found =
    readWord(tokens, index) ??
    readDigits(tokens, index) ??
    readBeforeHour(tokens, index) ??
    readPast(tokens, index) ??
    readHour(tokens, index);
  if (!found) return null;
  const shifted = readAfterHour(tokens, index, found);
  return isPossible(shifted.clock) ? readHalf(tokens, shifted) : null;
}

const isPossible = ({ hour, minute }: TypedClock): boolean =>
  minute < 60 && (hour < 24 || (hour === 24 && minute === 0));

const clockOf = (hour: string | number, minute: string | number, isBare = false): TypedClock => ({
  hour: Number(hour),
  minute: Number(minute),
  half: null,
  mayBeAfternoon: !String(hour).startsWith("0"),
  isBare,
  isMidnight: false,
});

function readWord(tokens: readonly Token[], index: number): ClockFound | null {
  const token = tokens[index];
  if (is(token, "noon"))
    return { clock: { ...clockOf(12, 0), mayBeAfternoon: false }, next: index + 1 };
  // "12 midnight"
  const isCounted = token?.shape === "number" && token.digits === "12";
  const at = isCounted ? index + 1 : index;
  if (!is(tokens[at], "midnight")) return null;
  const clock = { ...clockOf(24, 0), mayBeAfternoon: false, isMidnight: true };
  return { clock, next: at + 1 };
}

/** 14:30, 14h30, 14.30, each with or without "Uhr" or "h". */
function readDigits(tokens: readonly Token[], index: number): ClockFound | null {
  const token = tokens[index];
  const next = is(tokens[index + 1], "clock") ? index + 2 : index + 1;
  if (token?.shape === "clock") return { clock: clockOf(token.hour, token.minute), next };
  if (token?.shape === "hours" && !isGluedToMore(tokens, index))
    return { clock: clockOf(token.hour, token.minute ?? 0), next: index + 1 };
  if (token?.shape === "pair" && token.right.length === 2 && !isLength(tokens, index + 1))
    return { clock: clockOf(token.left, token.right, next === index + 1), next };
  return null;
}

/** "8h10m" may be how long or when. */
const isGluedToMore = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.to === tokens[index + 1]?.from &&
  (tokens[index + 1]?.shape === "number" || /^\d/u.test(tokens[index + 1]?.raw ?? ""));

/** A unit that cannot be an o'clock: 45 min. */
const isLength = (tokens: readonly Token[], index: number): boolean =>
  is(tokens[index], "minutes", "days", "months") && !is(tokens[index], "clock");

/** "half past 4", "Viertel vor 5", "halb fünf" */
function readBeforeHour(tokens: readonly Token[], index: number): ClockFound | null {
  const shift = meaningOf(tokens[index], "before-hour");
  const hour = shift ? namedHourAt(tokens[index + 1]) : null;
  if (!shift || hour === null || isLength(tokens, index + 2)) return null;
  const next = is(tokens[index + 2], "clock") ? index + 3 : index + 2;
  return { clock: shiftClock(hour, shift.value), next };
}

/** "20 past 4", "zehn vor fünf", "ten to five"; "10 to 5" in digits is a range. */
function readPast(tokens: readonly Token[], index: number): ClockFound | null {
  const [minutes, link, hourToken] = tokens.slice(index, index + 3);
  const past = meaningOf(link, "past");
  const spoken = minutesAt(minutes, is(link, "to"));
  if (!past || spoken === null) return readBackwards(tokens, index);
  // "fünf vor halb drei"
  const half = readBeforeHour(tokens, index + 2);
  if (half) return { ...half, clock: shiftClock(half.clock, spoken * past.value) };
  const hour = namedHourAt(hourToken);
  if (hour === null) return null;
  const next = is(tokens[index + 3], "clock") ? index + 4 : index + 3;
  return { clock: shiftClock(hour, spoken * past.value), next };
}

/** "za dziesięć trzecia": in ten minutes it is three. */
function readBackwards(tokens: readonly Token[], index: number): ClockFound | null {
  const [link, minutes, hour] = tokens.slice(index, index + 3);
  const value = meaningOf(hour, "number")?.value ?? 0;
  const spoken = /^za$/iu.test(link?.raw ?? "") ? minutesAt(minutes, false) : null;
  const isHour = /(?:a|ej)$/iu.test(hour?.raw ?? "") && value >= 1 && value <= 24;
  if (spoken === null || !isHour) return null;
  return { clock: shiftClock(clockOf(value, 0), -spoken), next: index + 3 };
}

function minutesAt(token: Token | undefined, inWordsOnly: boolean): number | null {
  const word = meaningOf(token, "number")?.value ?? 0;
  const digits = token?.shape === "number" && !inWordsOnly ? Number(token.digits) : 0;
  const spoken = word + digits;
  // "Three to five" is a span.
  const isMinute = spoken > 1 && spoken < 60 && (!inWordsOnly || spoken % 5 === 0);
  return Number.isInteger(spoken) && isMinute ? spoken : null;
}

/** "15 Uhr", "15 Uhr 30", "3", "1630"; a number in words only where something says that it is an hour. */
function readHour(tokens: readonly Token[], index: number): ClockFound | null {
  const token = tokens[index];
  if (isDayAfter(tokens[index + 1]) || isDayTo(tokens, index)) return null;
  if (token?.shape === "number" && token.digits.length > 2)
    return readTogether(token.digits, index, tokens[index + 1]);
  const hour = isLength(tokens, index + 1) ? null : hourAt(token);
  if (hour === null) return null;
  const isSaid = isSaidHour(tokens, index);
  if (is(tokens[index + 1], "clock"))
    return withMinutes(tokens, hourOf(hour, tokens[index + 1], isSaid), index + 2);
  if (token?.shape !== "number" && !isSaid) return null;
  return { clock: clockOf(hour, 0, !isSaid), next: index + 1 };
}

const isSaidHour = (tokens: readonly Token[], index: number): boolean =>
  is(tokens[index + 1], "meridiem", "after-hour", "minus") ||
  is(tokens[index - 1], "at", "to") ||
  isOfSpan(tokens, index) ||
  (tokens[index]?.shape === "word" && isHourBefore(tokens, index + 1));

/** "3 heures" may be how long, unless "à" stands before it. */
const hourOf = (hour: string | number, unit: Token | undefined, isSaid: boolean): TypedClock =>
  clockOf(hour, 0, !isSaid && Number(hour) <= 12 && is(unit, "minutes"));

function withMinutes(tokens: readonly Token[], clock: TypedClock, next: number): ClockFound {
  const token = tokens[next];
  const isDigits = token?.shape === "number" && token.digits.length === 2;
  const minute = isDigits ? Number(token.digits) : minuteWordAt(tokens, next);
  if (minute === null || isLength(tokens, next + 1)) return { clock, next };
  return { clock: { ...clock, minute, isBare: false }, next: next + 1 };
}

/** What follows makes an hour of a number in words: "three fifteen", "l'una di notte", not "one morning". */
const isHourBefore = (tokens: readonly Token[], index: number): boolean =>
  minuteWordAt(tokens, index) !== null ||
  (is(tokens[index], "part") && /[\s'’]/u.test(tokens[index]?.raw ?? ""));

/** "neun Uhr dreißig", "three fifteen": minutes in words. */
function minuteWordAt(tokens: readonly Token[], index: number): number | null {
  const value = meaningOf(tokens[index], "number")?.value ?? 0;
  // The "二十" of twenty is no ten past two.
  const isApart = tokens[index - 1]?.to !== tokens[index]?.from;
  const isMinute = isApart && value >= 10 && value < 60 && value % 5 === 0;
  return isMinute && !isLength(tokens, index + 1) ? value : null;
}

/** 930, 1630; "2019" is a year to everybody. */
function readTogether(digits: string, index: number, unit: Token | undefined): ClockFound | null {
  const isYear = /^(?:19|20)\d(?![05])\d$/u.test(digits);
  if (digits.length > 4 || isYear) return null;
  const isUnit = digits.length === 4 && /^(?:h|hrs?|u|uhr)$/iu.test(unit?.raw ?? "");
  const clock = clockOf(digits.slice(0, -2), digits.slice(-2), true);
  return { clock, next: isUnit ? index + 2 : index + 1 };
}

/** "half past midnight", "ten to noon", or any hour. */
function namedHourAt(token: Token | undefined): TypedClock | null {
  const isNoon = is(token, "noon");
  if (isNoon || is(token, "midnight"))
    return { ...clockOf(isNoon ? 12 : 24, 0), mayBeAfternoon: false };
  const hour = hourAt(token);
  return hour === null ? null : clockOf(hour, 0);
}

function hourAt(token: Token | undefined): string | number | null {
  if (token?.shape === "number" && token.digits.length <= 2)
    return Number(token.digits) <= 24 ? token.digits : null;
  const word = meaningOf(token, "number")?.value ?? 0;
  return Number.isInteger(word) && word >= 1 && word <= 24 ? word : null;
}

/** "4 et demie", "las 5 menos cuarto" */
function readAfterHour(
  tokens: readonly Token[],
  index: number,
  { clock, next }: ClockFound,
): ClockFound {
  if (clock.minute !== 0) return { clock, next };
  const shift = meaningOf(tokens[next], "after-hour");
  if (shift && !isLength(tokens, next + 1))
    return { clock: shiftClock({ ...clock, isBare: false }, shift.value), next: next + 1 };
  return readMinutesAfter(tokens, index, { clock, next });
}

/** "las tres menos diez", "alle tre e venti", "three thirty" */
function readMinutesAfter(
  tokens: readonly Token[],
  index: number,
  { clock, next }: ClockFound,
): ClockFound {
  const isMinus = is(tokens[next], "minus");
  // "Between three and twenty" are two.
  const isAnd =
    is(tokens[next], "and") &&
    is(tokens[index - 1], "at", "to") &&
    !is(tokens[index - 1], "between");
  const isLinked = isMinus || isAnd;
  const at = isLinked ? next + 1 : next;
  const inWords = is(tokens[next - 1], "number") ? minuteWordAt(tokens, at) : null;
  const spoken = isLinked ? minutesAt(tokens[at], false) : inWords;
  if (spoken === null || isLength(tokens, at + 1)) return { clock, next };
  const minutes = isMinus ? -spoken : spoken;
  return { clock: shiftClock({ ...clock, isBare: false }, minutes), next: at + 1 };
}

function shiftClock(clock: TypedClock, minutes: number): TypedClock {
  const total = (clock.hour % 24) * 60 + clock.minute + minutes;
  // "Quarter to 1" is 12:45, at noon as much as 13:00 would be "1".
  const wrapped = total < 60 && clock.hour === 1 ? total + 720 : (total + 1440) % 1440;
  return { ...clock, hour: Math.floor(wrapped / 60), minute: wrapped % 60 };
}

function readHalf(tokens: readonly Token[], { clock, next }: ClockFound): ClockFound {
  const meridiem = meaningOf(tokens[next], "meridiem");
  // In German "um 3 am Montag" is no morning.
  if (!meridiem || (is(tokens[next], "filler") && isDate(tokens[next + 1]))) return { clock, next };
  const half = meridiem.value === 12 ? "pm" : "am";
  return { clock: { ...clock, half, isBare: false }, next: next + 1 };
}

const isDate = (token: Token | undefined): boolean =>
  is(token, "weekday", "month", "part") || token?.shape === "number" || token?.shape === "date";
