import { fold } from "./folded.ts";
import { readDelay } from "./quantities.ts";
import { is, meaningOf, type Token } from "./tokens.ts";
import { calendar, readNamedMonth } from "./named-month.ts";
import { readDayNumber, readWeekday, readWeeksAfter } from "./weekdays.ts";

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
 * `which`: 0 the coming one, 1 the same but never today ("que viene"), 3 that too, or the one after ("próximo"), 2 the one in the week after this,
 * -1 the last one.
 */
export interface Weekday {
  readonly weekday: number;
  readonly which: -1 | 0 | 1 | 2 | 3;
  /** Whole weeks later than that. */
  readonly weeks: number;
}

/** The week after this, or the one after that. */
export type NextWeek = 1 | 2;

export interface DateFound {
  readonly day?: Day;
  readonly weekday?: Weekday;
  /** "next week", which a weekday may make exact. */
  readonly nextWeek?: NextWeek;
  /** What the same words may say as well. */
  readonly otherwise?: Omit<DateFound, "next" | "otherwise">;
  readonly next: number;
}

export interface DateOrder {
  readonly language: string;
  /** In a subject other words than times are to be expected: "10/10 score". */
  readonly timeOnly: boolean;
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
    readFromToday(tokens, index, order) ??
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
    const isMonthFirst =
      token.order === "month-first" || (token.order === "local" && order.isMonthFirst);
    return inOrder(a, b, c, isMonthFirst, index + 1);
  }
  if (token?.shape !== "pair" || !isDottedDate(tokens, index, order.timeOnly)) return null;
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
function isDottedDate(tokens: readonly Token[], index: number, timeOnly: boolean): boolean {
  const token = tokens[index];
  if (token?.shape !== "pair" || Number(token.right) > 12 || Number(token.right) === 0)
    return false;
  const after = tokens[index + 1];
  if (is(after, "clock", "meridiem", "minutes") || is(tokens[index - 1], "at")) return false;
  if (is(tokens[index - 1], "filler", "weekday")) return true;
  // "Kapitel 3.4"
  if (!timeOnly && index > 0) return false;
  const later = tokens.slice(index + 1);
  return (
    token.right.length === 1 ||
    later.some(
      (other) => other.shape === "clock" || other.shape === "hours" || is(other, "at", "clock"),
    )
  );
}

/** "tomorrow", "in 3 days", "in two weeks", "demain en huit" */
function readFromToday(
  tokens: readonly Token[],
  index: number,
  { language }: DateOrder,
): DateFound | null {
  const day = meaningOf(tokens[index], "day");
  if (day) {
    const later = readWeeksAfter(tokens, index + 1);
    const days = day.value + 7 * (later?.weeks ?? 0);
    return { ...fromToday(days, 0), next: later?.next ?? index + 1 };
  }
  const delay = readDelay(tokens, index);
  if (!delay || delay.minutes > 0) return null;
  const { days, months, next } = delay;
  // "In acht Tagen", "dans quinze jours" are one and two weeks to most who say so.
  const isRound = months === 0 && (days === 8 || days === 15) && language !== "en";
  return {
    ...fromToday(days, months),
    ...(isRound && { otherwise: fromToday(days - 1, 0) }),
    next,
  };
}

const fromToday = (days: number, months: number) => ({
  day: { kind: "from-today" as const, days, months },
});

/** The words that make a number a day: in French "le 15" is a day, in Italian an hour. */
const beforeDays: Readonly<Record<string, readonly string[]>> = {
  de: ["am", "den"],
  fr: ["le"],
  es: ["el", "dia", "el dia"],
  pt: ["dia", "no dia"],
  it: ["il"],
};

/** In Japanese and Chinese a character does what the dot does in German: "25日". */
const dotsDays: ReadonlySet<string> = new Set(["de", "ja", "zh"]);

/** "the 3rd", "am 3.", "le 24 à 10h" */
function readDayOfMonth(
  tokens: readonly Token[],
  index: number,
  { language }: DateOrder,
): DateFound | null {
  const token = tokens[index];
  const day = readDayNumber(tokens, index);
  if (!day || token?.shape !== "number" || is(tokens[day.next], "clock", "meridiem")) return null;
  const isMarked = day.next > index + 1 || (token.isOrdinal && dotsDays.has(language));
  if (!isMarked && !isSaidDay(tokens, index, language)) return null;
  return { day: { kind: "of-month", day: day.value }, next: day.next };
}

function isSaidDay(tokens: readonly Token[], index: number, language: string): boolean {
  const before = fold(tokens[index - 1]?.raw ?? "").text;
  // "1 on 1" is a talk between two people.
  if (before === "on") return tokens[index - 2]?.shape !== "number";
  return before === "the" || beforeDays[language]?.includes(before) === true;
}
