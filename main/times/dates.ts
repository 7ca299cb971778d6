import { readQuantity } from "./quantities.ts";
import { is, meaningOf, type Token } from "./tokens.ts";
import { isBetween, readDayNumber, readWeekday } from "./weekdays.ts";

/** A day as typed. Years that were not said are null. */
export type Day =
  | { readonly kind: "from-today"; readonly days: number; readonly months: number }
  | {
      readonly kind: "calendar";
      readonly year: number | null;
      readonly month: number;
      readonly day: number;
    }
  | { readonly kind: "of-month"; readonly day: number };

/**
 * `which`: 0 the coming one, 1 the same but never today ("próximo"), 2 the one in the week after this,
 * -1 the last one.
 */
export interface Weekday {
  readonly weekday: number;
  readonly which: -1 | 0 | 1 | 2;
}

export interface DateFound {
  readonly day?: Day;
  readonly weekday?: Weekday;
  /** "next week", which a weekday may make exact. */
  readonly nextWeek?: true;
  readonly next: number;
}

export interface DateOrder {
  readonly language: string;
  /** 3/12 is in March. */
  readonly isMonthFirst: boolean;
  /** The weekday (1 is Monday) of the next such day of a month, or null. */
  readonly weekdayOf: (day: number) => number | null;
}

export function readDate(
  tokens: readonly Token[],
  index: number,
  order: DateOrder,
): DateFound | null {
  return (
    readNumericDate(tokens, index, order) ??
    readNamedMonth(tokens, index) ??
    readWeekday(tokens, index, order) ??
    readFromToday(tokens, index) ??
    readDayOfMonth(tokens, index, order)
  );
}

function readNumericDate(
  tokens: readonly Token[],
  index: number,
  order: DateOrder,
): DateFound | null {
  const token = tokens[index];
  if (token?.shape === "date") {
    const [a = 0, b = 0, c] = token.numbers;
    if (token.order === "year-first") return calendar(a, b, c ?? 0, index + 1);
    const isMonthFirst = token.order === "local" && order.isMonthFirst;
    return inOrder(a, b, c, isMonthFirst, index + 1);
  }
  if (token?.shape !== "pair" || !isDottedDate(tokens, index)) return null;
  return inOrder(Number(token.left), Number(token.right), undefined, false, index + 1);
}

/** A number that can be no month is the day, whatever the order. */
function inOrder(
  a: number,
  b: number,
  year: number | undefined,
  isMonthFirst: boolean,
  next: number,
) {
  const swaps = isMonthFirst ? a <= 12 || b > 12 : a <= 12 && b > 12;
  const full = year === undefined ? null : year < 100 ? 2000 + year : year;
  return swaps ? calendar(full, a, b, next) : calendar(full, b, a, next);
}

/** "3.12" is a day after "am" and beside another time; else it is a time. */
function isDottedDate(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.shape !== "pair" || Number(token.right) > 12 || Number(token.right) === 0)
    return false;
  const after = tokens[index + 1];
  if (is(after, "clock", "meridiem", "minutes") || is(tokens[index - 1], "at")) return false;
  const later = tokens.slice(index + 1);
  return (
    token.right.length === 1 ||
    is(tokens[index - 1], "filler", "weekday") ||
    later.some(
      (other) => other.shape === "clock" || other.shape === "hours" || is(other, "at", "clock"),
    )
  );
}

function calendar(year: number | null, month: number, day: number, next: number): DateFound | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return { day: { kind: "calendar", year, month, day }, next };
}

/** "24 dec 2026", "24 de diciembre de 2026", "dec 24th" */
function readNamedMonth(tokens: readonly Token[], index: number): DateFound | null {
  const dayFirst = readDayNumber(tokens, index);
  if (dayFirst) {
    const at = is(tokens[dayFirst.next], "filler") ? dayFirst.next + 1 : dayFirst.next;
    const month = meaningOf(tokens[at], "month");
    return month ? withYear(tokens, month.value, dayFirst.value, at + 1) : null;
  }
  const month = meaningOf(tokens[index], "month");
  const day =
    month && readDayNumber(tokens, is(tokens[index + 1], "filler") ? index + 2 : index + 1);
  // In French "mar 10" is a Tuesday at ten.
  if (!month || !day || is(tokens[index], "weekday")) return null;
  return withYear(tokens, month.value, day.value, day.next);
}

function withYear(tokens: readonly Token[], month: number, day: number, next: number) {
  const at = isBetween(tokens[next]) ? next + 1 : next;
  const token = tokens[at];
  const isYear = token?.shape === "number" && /^20[2-9]\d$/u.test(token.digits);
  return isYear
    ? calendar(Number(token.digits), month, day, at + 1)
    : calendar(null, month, day, next);
}

/** "tomorrow", "in 3 days", "in two weeks" */
function readFromToday(tokens: readonly Token[], index: number): DateFound | null {
  const day = meaningOf(tokens[index], "day");
  if (day) return { day: { kind: "from-today", days: day.value, months: 0 }, next: index + 1 };
  const isIn = is(tokens[index], "in");
  const quantity = readQuantity(tokens, isIn ? index + 1 : index);
  if (!quantity || quantity.minutes > 0) return null;
  const { days, months, next } = quantity;
  const isFromNow = is(tokens[next], "from-now");
  if (!isIn && !isFromNow) return null;
  return { day: { kind: "from-today", days, months }, next: isFromNow ? next + 1 : next };
}

/** "the 3rd", "am 3.", "le 24 à 10h" */
function readDayOfMonth(
  tokens: readonly Token[],
  index: number,
  { language }: DateOrder,
): DateFound | null {
  const token = tokens[index];
  const day = readDayNumber(tokens, index);
  if (!day || token?.shape !== "number" || is(tokens[day.next], "clock", "meridiem")) return null;
  const before = tokens[index - 1]?.raw.toLowerCase() ?? "";
  const isSaid = ["the", "on", "am", "den", "le", "el", "dia", "día", "no dia"].includes(before);
  const isMarked = day.next > index + 1 || (language === "de" && token.isOrdinal);
  if (!isSaid && !isMarked) return null;
  return { day: { kind: "of-month", day: day.value }, next: day.next };
}
