import { is, type Token } from "./tokens.ts";

/** The tokens that were the time, as first and last index. */
export interface Bounds {
  readonly first: number;
  readonly last: number;
}

/**
 * Null where words that were not understood stand inside the time or change what it says: "not monday
 * 10", "until 10", "every 2 weeks". Other words around it are left for a subject.
 */
export function boundsOf(tokens: readonly Token[], claimed: readonly boolean[]): Bounds | null {
  const last = claimed.lastIndexOf(true);
  let first = claimed.indexOf(true);
  const inside = tokens.slice(first, last + 1);
  if (first < 0 || inside.some((token, index) => !claimed[first + index] && !isLink(token)))
    return null;
  if (tokens.some((token, index) => !claimed[index] && is(token, "every"))) return null;
  // An unknown place's clock: "10:00 Springfield time".
  if (tokens.slice(last + 1, last + 5).some((token) => is(token, "zone-word"))) return null;
  while (first > 0 && isOpening(tokens[first - 1])) first -= 1;
  const [before, after] = [tokens.slice(0, first).toReversed(), tokens.slice(last + 1)];
  return changesMeaning(before) || changesMeaning(after) ? null : { first, last };
}

/** Words of a time that stand together, `to` not included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** "Morning", and no day or hour. */
  readonly isPartOfDay: boolean;
  readonly hasDay: boolean;
}

/** Where the words of a time stand together, each stretch with the "at" or "on" before it. */
export function stretchesOf(tokens: readonly Token[], claimed: readonly boolean[]): Stretch[] {
  const stretches: Stretch[] = [];
  let isOpen = false;
  for (const [index, token] of tokens.entries()) {
    if (claimed[index]) {
      const before = isOpen ? stretches.pop() : undefined;
      stretches.push(withToken(before, token, openingAt(tokens, index)));
    }
    isOpen = claimed[index] === true || (isOpen && isLink(token));
  }
  return stretches;
}

const withToken = (before: Stretch | undefined, token: Token, from: number): Stretch => ({
  from: before?.from ?? from,
  to: token.to,
  isPartOfDay: before?.isPartOfDay !== false && is(token, "part", "noon") && !is(token, "day"),
  hasDay: before?.hasDay === true || is(token, "day", "weekday", "month") || token.shape === "date",
});

function openingAt(tokens: readonly Token[], index: number): number {
  let first = index;
  while (first > 0 && isOpening(tokens[first - 1])) first -= 1;
  return tokens[first]?.from ?? 0;
}

/** What may stand between the words of a time without a meaning of its own. */
export const isLink = (token: Token | undefined): boolean =>
  token?.shape === "mark" ||
  token?.shape === "dash" ||
  is(token, "filler", "at", "this", "zone-word");

const isOpening = (token: Token | undefined): boolean =>
  is(token, "filler", "at", "this") && !is(token, "number");

/** "1-2-3" and "February 20 - 29" go on behind their dash, "10:00 - Review" does not. */
const isDashToNumber = (words: readonly Token[], index: number): boolean =>
  words[index]?.shape === "dash" &&
  !["word", "unknown"].includes(words[index + 1]?.shape ?? "word");

/** The words on one side, the nearest first: "monday of december" is not the next Monday. */
function changesMeaning(words: readonly Token[]): boolean {
  const token = words.find((word, index) => !is(word, "filler") && !isDashToNumber(words, index));
  if (token === undefined) return false;
  // "15:00 +2" is another clock, an emoji is not.
  if (token.shape === "unknown") return /^[+±<>=~*%]$/u.test(token.raw);
  // "Meet tomorrow at 10 to discuss …"
  if (/^to$/iu.test(token.raw) && words[words.indexOf(token) + 1]?.shape === "unknown")
    return false;
  if (token.shape !== "word") return token.shape !== "mark" && token.shape !== "dash";
  return !is(token, "filler", "at") && !is(token, "and", "between");
}
