import { gatherings } from "../words/gatherings.ts";
import { fold } from "./folded.ts";
import type { Slots } from "./slots.ts";
import { is, type Token } from "./tokens.ts";

/** "Pages 10-12", "from 3 to 5 people": a range of numbers next to a word that may be what they count. */
export function isCounted(slots: Slots, tokens: readonly Token[], first: number): boolean {
  const isFramed = is(tokens[first], "between");
  const at = isFramed ? first + 1 : first;
  if (slots.zone || !isOfNumbers(tokens, at) || isAroundNoon(slots)) return false;
  const before = tokens.slice(0, first).findLast((token) => !isSign(token));
  const after = tokens.slice(at + 3).find((token) => !isSign(token));
  const isBeside = (before !== undefined && !isFramed) || after?.shape === "unknown";
  return isBeside && !isGathering(before) && !isGathering(after);
}

/** Whether it is a range of bare numbers, which nothing marks as hours. */
function isOfNumbers(tokens: readonly Token[], at: number): boolean {
  const [from, separator, to, next] = tokens.slice(at, at + 4);
  const isRange = separator?.shape === "dash" || is(separator, "to", "and");
  const isNumbers = from?.shape === "number" && to?.shape === "number";
  return isRange && isNumbers && !is(next, "clock", "meridiem", "part");
}

/** "12-1" and "9-5" are hours around noon, as counts do not go down. */
const isAroundNoon = ({ start, end }: Slots): boolean =>
  start === undefined ||
  end === undefined ||
  (start.hour >= 9 && start.hour <= 12 && end.hour <= 5);

const isSign = ({ shape }: Token): boolean => shape === "mark" || shape === "dash";

const isGathering = (token: Token | undefined): boolean =>
  token !== undefined && gatherings.has(fold(token.raw).text);
