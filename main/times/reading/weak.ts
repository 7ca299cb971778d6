import { gatherings } from "../words/gatherings.ts";
import { fold } from "./folded.ts";
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
): boolean {
  const { start, part } = slots;
  if (start?.isBare && isNumbered(tokens, first)) return true;
  if (isCounted(slots, tokens, first)) return true;
  if (!start && isOnlyFraction(tokens, first, last)) return true;
  if (daysAndInstants.some((slot) => slots[slot] !== undefined)) return false;
  // "24h hotline"
  if (start?.hour === 24 && tokens[last + 1]?.shape === "unknown") return true;
  if (!start) return part === undefined;
  // "John 3:16", "sections 3.10-3.12": nobody meets at such a minute.
  const isOdd = start.minute % 5 > 0 || (slots.end?.minute ?? 0) % 5 > 0;
  return start.isBare || isOdd || isTogether(tokens, first, last);
}

const daysAndInstants = ["day", "weekday", "nextWeek", "delay", "at"] as const;

/** "Sprint 12", "Version 3.12" */
const isNumbered = (tokens: readonly Token[], first: number): boolean =>
  (tokens[first]?.shape === "number" || tokens[first]?.shape === "pair") &&
  tokens[first - 1]?.shape === "unknown";

/** "Pages 10-12", "from 3 to 5 people": numbers that count upwards, beside a word that may be what is counted. */
function isCounted({ start, end, zone }: Slots, tokens: readonly Token[], first: number): boolean {
  const isFramed = is(tokens[first], "between");
  const at = isFramed ? first + 1 : first;
  const [from, separator, to, next] = tokens.slice(at, at + 4);
  if (!start || !end || zone || from?.shape !== "number" || to?.shape !== "number") return false;
  if (separator?.shape !== "dash" && !is(separator, "to", "and")) return false;
  if (is(next, "clock", "meridiem", "part")) return false;
  const isAroundNoon = start.hour >= 9 && start.hour <= 12 && end.hour <= 5;
  if (isAroundNoon && Number(to.digits) < Number(from.digits)) return false;
  const before = tokens.slice(0, first).findLast((token) => !isSign(token));
  const after = tokens.slice(at + 3).find((token) => !isSign(token));
  const isBeside = isFramed || before === undefined ? after?.shape === "unknown" : true;
  return isBeside && ![before, after].some((token) => token && isGathering(token));
}

const isSign = ({ shape }: Token): boolean => shape === "mark" || shape === "dash";

const isGathering = ({ raw }: Token): boolean => gatherings.has(fold(raw).text);

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
