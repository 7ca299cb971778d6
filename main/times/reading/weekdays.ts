import { readClock } from "./clocks.ts";
import type { DateFound, DateOrder, Weekday } from "./dates.ts";
import { opensTime } from "./quantities.ts";
import type { Found } from "./slots.ts";
import { is, meaningOf, type Token } from "./tokens.ts";
import { repeatings } from "../words/vocabulary.ts";

/** "friday", "next friday", "vendredi prochain", "nächste Woche Freitag", "last friday" */
export function readWeekday(
  tokens: readonly Token[],
  index: number,
  order: DateOrder,
): DateFound | null {
  const before = meaningOf(tokens[index], "next");
  const at = before || is(tokens[index], "this") ? index + 1 : index;
  const weekday = meaningOf(tokens[at], "weekday");
  if (!weekday) return readNextWeek(tokens, index);
  if (at === index && !isWeekdayHere(tokens, index)) return null;
  if (before?.value === 4) return inTwoWeeks(tokens, at, weekday.value);
  return readWeekdayAt(tokens, at, { before: before?.value, weekday: weekday.value }, order);
}

function readWeekdayAt(
  tokens: readonly Token[],
  at: number,
  { before, weekday }: { readonly before: number | undefined; readonly weekday: number },
  order: DateOrder,
): DateFound {
  const weeks = readWeeksAfter(tokens, at + 1);
  if (weeks) return { weekday: { weekday, which: 1, weeks: weeks.weeks }, next: weeks.next };
  const after = before ? undefined : nextAfter(tokens, at + 1);
  const found: DateFound = {
    weekday: { weekday, which: whichOf(before ?? after?.value), weeks: 0 },
    next: at + (after ? 2 : 1),
    // "So 15 Uhr" is Sunday, or "about three" today.
    ...(is(tokens[at], "filler") && { otherwise: {} }),
  };
  const isOn = (day: number) => order.weekdayOf(day) === weekday;
  return { ...found, ...readDayAfterWeekday(tokens, found.next, isOn) };
}

/** "下下周一"; which Friday "übernächsten Freitag" is, people do not agree. */
function inTwoWeeks(tokens: readonly Token[], at: number, weekday: number): DateFound | null {
  return /\p{Script=Han}/u.test(tokens[at]?.raw ?? "")
    ? { weekday: { weekday, which: 0, weeks: 0 }, nextWeek: 2, next: at + 1 }
    : null;
}

/** "lundi en huit", "mardi en quinze": one and two weeks after the coming one. */
export function readWeeksAfter(tokens: readonly Token[], index: number) {
  const [token, count, unit] = tokens.slice(index, index + 3);
  if (!is(token, "in") || token?.raw.toLowerCase() !== "en" || isUnit(unit)) return null;
  const days = count?.shape === "number" ? Number(count.digits) : meaningOf(count, "number")?.value;
  return days === 8 || days === 15 ? { weeks: (days - 1) / 7, next: index + 2 } : null;
}

/** "next week", "la semana que viene" */
function readNextWeek(tokens: readonly Token[], index: number): DateFound | null {
  const [first, second] = [tokens[index], tokens[index + 1]];
  const next = meaningOf(first, "next") ?? meaningOf(second, "next");
  const isWeek = [first, second].some(isWeekWord);
  return isWeek && next && next.value > 0
    ? { nextWeek: next.value === 4 ? 2 : 1, next: index + 2 }
    : null;
}

/** The "w" of "2w" is Polish for "on". */
const isWeekWord = (token: Token | undefined): boolean =>
  meaningOf(token, "days")?.value === 7 && !/^[a-z]$/iu.test(token?.raw ?? "");

/** In "Freitag nächste Woche" the word belongs to the week. */
const nextAfter = (tokens: readonly Token[], index: number) =>
  meaningOf(tokens[index + 1], "days")?.value === 7 ? undefined : meaningOf(tokens[index], "next");

const whichOf = (value: number | undefined): Weekday["which"] =>
  value === 1 || value === 2 || value === 3 || value === -1 ? value : 0;

/** "So" is a word of every day: it names one only where a time or an end follows. */
function isWeekdayHere(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token || !/^[a-z.]{1,3}$/iu.test(token.raw)) return true;
  const next = tokens[index + 1];
  if (isInSentence(token, tokens[index - 1]) || isAbout(token, next)) return false;
  if (next === undefined || is(next, "at", "next", "part", "between", "noon", "filler", "month"))
    return true;
  return next.shape !== "word" && next.shape !== "unknown";
}

/** In the middle of a sentence "so" is no Sunday, but "So" may be. */
const isInSentence = (token: Token, before: Token | undefined): boolean =>
  /^\p{Ll}.$/u.test(token.raw) && (before?.shape === "unknown" || is(before, "filler"));

/** "so gegen drei", "So morgen": before such words it softens what follows. */
const isAbout = (token: Token, next: Token | undefined): boolean =>
  is(token, "filler") &&
  (is(next, "in", "day", "weekday", "filler") ||
    (/^\p{Ll}/u.test(token.raw) && is(next, "at", "between")));

/** "vendredi 27 à 10h": a number with a time still to come is a day, unless both make a range. */
function readDayAfterWeekday(
  tokens: readonly Token[],
  index: number,
  isOn: (day: number) => boolean,
) {
  const start = is(tokens[index], "filler") ? index + 1 : index;
  const day = is(tokens[index], "between") ? null : readDayNumber(tokens, start);
  if (!day || isBeforeMonth(tokens, day.next) || readWeeksAfter(tokens, day.next)) return null;
  const found = { day: { kind: "of-month" as const, day: day.value }, next: day.next };
  if (day.next > start + 1 || opensTime(tokens, day.next)) return found;
  return isDayBefore(tokens, day.next, day.value, isOn) ? found : null;
}

function isDayBefore(
  tokens: readonly Token[],
  next: number,
  value: number,
  isOn: (day: number) => boolean,
): boolean {
  if (value > 24) return !isUnit(tokens[next]);
  return isBeforeTime(tokens, next) && (!is(tokens[next], "to") || isOn(value));
}

/** "vendredi 1er janvier" is a date, and read as one. */
const isBeforeMonth = (tokens: readonly Token[], index: number): boolean =>
  is(tokens[index], "month") || (is(tokens[index], "filler") && is(tokens[index + 1], "month"));

const isUnit = (token: Token | undefined): boolean =>
  is(token, "clock", "meridiem", "month", "minutes", "days", "after-hour");

function isBeforeTime(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (isUnit(token)) return false;
  const at = is(token, "at") || isBetween(token) ? index + 1 : index;
  const clock = readClock(tokens, at)?.clock;
  return clock !== undefined && (at > index || !clock.isBare);
}

export function readDayNumber(tokens: readonly Token[], index: number) {
  const token = tokens[index];
  if (token?.shape !== "number" || token.digits.length > 2) return null;
  const value = Number(token.digits);
  if (value < 1 || value > 31) return null;
  const isOrdinal =
    is(tokens[index + 1], "ordinal") || (value === 1 && tokens[index + 1]?.raw === "°");
  return { value, next: isOrdinal ? index + 2 : index + 1 };
}

export const isBetween = (token: Token | undefined): boolean =>
  is(token, "filler") || (token?.shape === "mark" && token.raw === ",");

/** "every tuesday", "dienstags", "todos los días". Another rhythm than these is left unread. */
export function readEvery(tokens: readonly Token[], index: number): Found | null {
  const repeat = meaningOf(tokens[index], "repeat");
  const rhythm = repeat && repeatings[repeat.value];
  // In Arabic every Monday is "every day Monday".
  const isOfWeekday = rhythm === "daily" && is(tokens[index + 1], "weekday");
  if (rhythm && !isOfWeekday) return { repeats: rhythm, next: index + 1 };
  const every = isOfWeekday || is(tokens[index], "every");
  const at = every ? index + 1 : index;
  const weekday =
    meaningOf(tokens[at], "weekdays") ?? (every ? meaningOf(tokens[at], "weekday") : undefined);
  if (!weekday) return null;
  return {
    repeats: "weekly",
    weekday: { weekday: weekday.value, which: 0, weeks: 0 },
    next: at + 1,
  };
}
