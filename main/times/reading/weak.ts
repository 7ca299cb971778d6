import { isCounted, isNumbered } from "./counted.ts";
import type { TypedClock } from "./clocks.ts";
import type { Slots } from "./slots.ts";
import { is, type Token } from "./tokens.ts";

/**
 * Words that name a time only where nothing else is said: "Review 15", "now hiring", "30 min sync",
 * "10/10 score", "Sprint 12 tomorrow".
 */
export function isWeak(
  slots: Slots,
  tokens: readonly Token[],
  first: number,
  last: number,
  language: string,
): boolean {
  const { start, part } = slots;
  if (start?.isBare && isNumbered(tokens, first)) return true;
  if (isCounted(slots, tokens, first, last + 1, language)) return true;
  if (!start && isOnlyFraction(tokens, first, last)) return true;
  if (daysAndInstants.some((slot) => slots[slot] !== undefined)) return false;
  return start ? isWeakTime(start, slots.end, tokens, first, last) : part === undefined;
}

function isWeakTime(
  start: TypedClock,
  end: TypedClock | undefined,
  tokens: readonly Token[],
  first: number,
  last: number,
): boolean {
  // Nobody meets at such a minute: "John 3:16", "sections 3.10-3.12".
  const isOdd = start.minute % 5 > 0 || (end !== undefined && end.minute % 5 > 0);
  const after = tokens.slice(last + 1).find((token) => !is(token, "filler"));
  const isAllDay = start.hour === 24 && after?.shape === "unknown";
  return start.isBare || isOdd || isAllDay || isTogether(tokens, first, last);
}

const daysAndInstants = ["day", "weekday", "nextWeek", "delay", "at"] as const;

/** A date without a year or of two digits, which may be a score, a part or a version as well. */
const isOnlyFraction = (tokens: readonly Token[], first: number, last: number): boolean =>
  tokens
    .slice(first, last + 1)
    .every(
      (token) =>
        isShortDate(token) ||
        token.shape === "pair" ||
        token.shape === "mark" ||
        is(token, "filler", "at"),
    );

const isShortDate = (token: Token): boolean =>
  token.shape === "date" &&
  token.order !== "year-first" &&
  (token.numbers.length < 3 || /\D\d\d$/u.test(token.raw));

/** "at 101 points": digits without a colon count something, where a word follows. */
const isTogether = (tokens: readonly Token[], first: number, last: number): boolean => {
  const digits = tokens.slice(first, last + 1).find(({ shape }) => shape === "number");
  const isLong = digits?.shape === "number" && digits.digits.length > 2;
  return isLong && digits === tokens[last] && tokens[last + 1]?.shape === "unknown";
};
