import type { DateFound } from "./dates.ts";
import { is, meaningOf, type Token } from "./tokens.ts";
import { readDayNumber } from "./weekdays.ts";

/** "24 dec 2026", "24 de diciembre de 2026", "dec 24th", "10-Dec-26", "2026 December 18" */
export function readNamedMonth(tokens: readonly Token[], index: number): DateFound | null {
  const year = yearAt(tokens, index);
  if (year !== null) return readAfterYear(tokens, index, year);
  const dayFirst = readDayNumber(tokens, index);
  if (dayFirst) {
    const at = joined(tokens, dayFirst.next);
    const month = meaningOf(tokens[at], "month");
    const joint = jointBefore(tokens, at);
    return month
      ? withYear(tokens, { month: month.value, day: dayFirst.value }, at + 1, joint)
      : null;
  }
  const found = readMonthAndDay(tokens, index);
  return found && withYear(tokens, found, found.next, null);
}

export function calendar(
  year: number | null,
  month: number,
  day: number,
  next: number,
): DateFound | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return { day: { kind: "calendar", year, month, day }, next };
}

function readMonthAndDay(tokens: readonly Token[], index: number) {
  const month = meaningOf(tokens[index], "month");
  const day = month && readDayNumber(tokens, joined(tokens, index + 1));
  // In French "mar 10" is a Tuesday at ten.
  if (!month || !day || is(tokens[index], "weekday")) return null;
  return { month: month.value, day: day.value, next: day.next };
}

function readAfterYear(tokens: readonly Token[], index: number, year: number): DateFound | null {
  const at = joined(tokens, index + 1);
  const found = readMonthAndDay(tokens, at);
  return found && calendar(year, found.month, found.day, found.next);
}

/** Past what holds the parts of a date together: "24 de dic", "10-Dec". */
function joined(tokens: readonly Token[], index: number): number {
  const token = tokens[index];
  const isJoint = token !== undefined && /^[-/.]$/u.test(token.raw);
  return is(token, "filler") || (isJoint && isGlued(tokens, index)) ? index + 1 : index;
}

const isGlued = (tokens: readonly Token[], index: number): boolean =>
  tokens[index - 1]?.to === tokens[index]?.from && tokens[index]?.to === tokens[index + 1]?.from;

/** What holds a day and its month together: a sign, or nothing at all; null for a space. */
function jointBefore(tokens: readonly Token[], month: number): string | null {
  const before = tokens[month - 1];
  if (before?.to !== tokens[month]?.from) return null;
  return /^[-/.]$/u.test(before?.raw ?? "") ? (before?.raw ?? "") : "";
}

function withYear(
  tokens: readonly Token[],
  { month, day }: { readonly month: number; readonly day: number },
  next: number,
  joint: string | null,
): DateFound | null {
  const mark = tokens[next]?.shape === "mark" ? tokens[next].raw : "";
  const at = mark === "," ? next + 1 : joined(tokens, next);
  const short = /^['’]$/u.test(mark) ? next + 1 : shortYearAt(tokens, next, joint);
  const digits = short === null ? null : twoDigits(tokens[short]);
  if (short !== null && digits !== null) return calendar(2000 + digits, month, day, short + 1);
  if (isToDay(tokens, next)) return null;
  const year = yearAt(tokens, at);
  return year === null ? calendar(null, month, day, next) : calendar(year, month, day, at + 1);
}

/** "10-Dec-26", "10DEC26": what holds day and month together holds the year as well. */
function shortYearAt(tokens: readonly Token[], next: number, joint: string | null): number | null {
  if (joint === "") return tokens[next - 1]?.to === tokens[next]?.from ? next : null;
  return tokens[next]?.raw === joint && isGlued(tokens, next) ? next + 1 : null;
}

const twoDigits = (token: Token | undefined): number | null =>
  token?.shape === "number" && token.digits.length === 2 ? Number(token.digits) : null;

/** "Dec 1-2" is two days, unless something says that the second is a time. */
function isToDay(tokens: readonly Token[], index: number): boolean {
  const [dash, end, after] = tokens.slice(index, index + 3);
  return (
    dash?.shape === "dash" &&
    isGlued(tokens, index) &&
    tokens[index - 1]?.shape === "number" &&
    end?.shape === "number" &&
    end.digits.length <= 2 &&
    !(after?.shape === "dash" || is(after, "clock", "meridiem", "to", "minutes"))
  );
}

/** After a date "2019" is a year, although clocks show 20:19 too. */
function yearAt(tokens: readonly Token[], index: number): number | null {
  const token = tokens[index];
  const isYear = token?.shape === "number" && /^(?:19|20|21)\d\d$/u.test(token.digits);
  if (!isYear || is(tokens[index + 1], "clock", "meridiem")) return null;
  return Number(token.digits);
}
