import { gatherings, gatheringsBehindHours } from "../words/gatherings.ts";
import { isBeforeCounted, isPlural } from "../words/plurals.ts";
import { units } from "../words/units.ts";
import { fold } from "./folded.ts";
import type { Slots } from "./slots.ts";
import { is, type Token } from "./tokens.ts";

/**
 * Whether what was read as a time, from the token at `first` to the one before `next`, may as well count something:
 * "at 5 percent", "pages 10-12", "from 3 to 5 people".
 */
export function isCounted(
  slots: Slots,
  tokens: readonly Token[],
  first: number,
  next: number,
  language: string,
): boolean {
  // "the 3 proposals": no third of the month.
  if (slots.day?.kind === "of-month" && slots.start === undefined)
    return isBareDay(tokens[next - 1]) && isOfUnit(tokens, next, language);
  if (slots.start === undefined || slots.zone) return false;
  return isOfUnit(tokens, next, language) || isCountedRange(slots, tokens, first);
}

/** "5 percent", "five percent", "10.30 percent", "3 locations", "3-day", "2 new hires" */
function isOfUnit(tokens: readonly Token[], next: number, language: string): boolean {
  const [number, unit, after, afterThat] = tokens.slice(next - 1, next + 3);
  if (number === undefined || unit === undefined) return false;
  if (!isNumber(number)) return false;
  if (isHyphened(number, unit, after) || /^of$/iu.test(unit.raw)) return true;
  if (unit.shape !== "unknown") return false;
  if (units.has(fold(unit.raw).text)) return true;
  if (isIn(gatherings, unit)) return false;
  const count = number.shape === "number" ? Number(number.digits) : 0;
  const isCountedWord = (word: Token | undefined, behind: Token | undefined) =>
    word?.shape === "unknown" &&
    isPlural(word.raw, count, language) &&
    !isIn(gatherings, word) &&
    // In "sales review" it is the review that has a time.
    !isIn(gatheringsBehindHours, behind);
  if (isCountedWord(unit, after)) return true;
  return isBeforeCounted(unit.raw, language) && isCountedWord(after, afterThat);
}

const isBareDay = (token: Token | undefined): boolean =>
  token?.shape === "number" && !token.isOrdinal;

const isNumber = (token: Token): boolean =>
  token.shape === "number" || token.shape === "pair" || is(token, "number");

/** "3-day", "20-year": one word with what it counts. */
const isHyphened = (number: Token, dash: Token, word: Token | undefined): boolean =>
  dash.shape === "dash" &&
  dash.from === number.to &&
  word?.from === dash.to &&
  (word.shape === "unknown" || is(word, "days", "months", "minutes"));

/** A range of numbers, unless a word that may be a meeting says that they are hours. */
function isCountedRange(slots: Slots, tokens: readonly Token[], first: number): boolean {
  const isFramed = is(tokens[first], "between");
  const at = isFramed ? first + 1 : first;
  if (!isOfNumbers(tokens, at) || isAroundNoon(slots)) return false;
  // "1-1" is a meeting of two.
  if (slots.start?.hour === slots.end?.hour) return true;
  const before = tokens.slice(0, first).findLast((token) => !isSign(token));
  const after = tokens.slice(at + 3).find((token) => !isSign(token));
  if (isIn(gatherings, before)) return false;
  if (before !== undefined && !isFramed) return true;
  return after?.shape === "unknown" && !isIn(gatheringsBehindHours, after);
}

/** Whether it is a range of bare numbers, which nothing marks as hours. */
function isOfNumbers(tokens: readonly Token[], at: number): boolean {
  const [from, separator, to, next] = tokens.slice(at, at + 4);
  const isRange = separator?.shape === "dash" || is(separator, "to", "and");
  const isNumbers = from?.shape === "number" && to?.shape === "number";
  return isRange && isNumbers && !is(next, "clock", "meridiem", "part", "noon");
}

/** "12-1" and "9-5" are hours around noon, as counts do not go down. */
const isAroundNoon = ({ start, end }: Slots): boolean =>
  start === undefined ||
  end === undefined ||
  (start.hour >= 9 && start.hour <= 12 && end.hour <= 5);

const isSign = ({ shape }: Token): boolean => shape === "mark" || shape === "dash";

const isIn = (words: ReadonlySet<string>, token: Token | undefined): boolean =>
  token !== undefined && words.has(fold(token.raw).text);

/**
 * Whether a number that reads like a time may as well name what stands before it: "Phase 2", "Room 204", "Release
 * 5.2", "Budget 2027", "PR #1234". Another time, said more clearly, is the time then.
 */
export function isLabel(
  said: Slots,
  tokens: readonly Token[],
  index: number,
  next: number,
): boolean {
  if (said.start === undefined || said.end !== undefined || said.zone || next !== index + 1)
    return false;
  return isNumbered(tokens, index);
}

/** Directly behind a word: "Sprint 12", "Version 3.12". Not behind a sign, as in "+2". */
export function isNumbered(tokens: readonly Token[], index: number): boolean {
  const [before, token] = [tokens[index - 1], tokens[index]];
  const isDigits = token?.shape === "number" || token?.shape === "pair";
  return isDigits && before?.shape === "unknown" && !/^[+±<>=~*%]$/u.test(before.raw);
}

/** "10.-12.12.": the dot says that the first is a day, too. */
export const isDayTo = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.shape === "number" &&
  tokens[index].isOrdinal &&
  tokens[index + 1]?.shape === "dash" &&
  tokens[index + 2]?.shape === "date";

/** In "2 day after tomorrow" the day is counted. */
export const isDayAfter = (token: Token | undefined): boolean =>
  is(token, "day") && /^days? /iu.test(token?.raw ?? "");

/** "between two and three", "from two to three": either of the two. */
export const isOfSpan = (tokens: readonly Token[], index: number): boolean =>
  [index, index - 2].some(
    (at) =>
      is(tokens[at - 1], "between") &&
      is(tokens[at + 1], "and", "to") &&
      is(tokens[at], "number") &&
      is(tokens[at + 2], "number"),
  );
