import type { Found, Slots } from "../slots.ts";
import { is, type Token } from "../tokens.ts";
import { findZone, isAmbiguousZone } from "./zones.ts";

/** "PT", "UTC+2", "Europe/Berlin", "New York", "in London": after a time only, so that no name in a subject counts. */
export function readZone(
  tokens: readonly Token[],
  index: number,
  slots: Slots,
  claimed: readonly boolean[],
): Found | null {
  if (!slots.start || slots.zone || !followsTime(tokens, index, claimed)) return null;
  const at = is(tokens[index], "in", "at") ? index + 1 : index;
  for (let length = 3; length > 0; length -= 1) {
    const words = tokens.slice(at, at + length);
    if (words.length < length || !words.every((token) => mayName(token, words.length))) continue;
    const typed = words.map((token) => token.raw).join(" ");
    const id = findZone(typed);
    if (id !== null || isAmbiguousZone(typed)) return { zone: { id, typed }, next: at + length };
  }
  return null;
}

/** Only what links words may stand between a time and its zone. */
function followsTime(tokens: readonly Token[], index: number, claimed: readonly boolean[]) {
  let before = index - 1;
  while (before >= 0 && !claimed[before]) {
    if (tokens[before]?.shape !== "mark" && !is(tokens[before], "filler")) return false;
    before -= 1;
  }
  return before >= 0;
}

/** "et" is French for "and" and "IST" a zone: a word with a meaning names a zone only in capitals. */
function mayName(token: Token, count: number): boolean {
  if (token.shape === "unknown") return /\p{L}/u.test(token.raw);
  if (token.shape === "zone") return true;
  if (token.shape !== "word") return false;
  return count > 1 || /^\p{Lu}{2,4}$/u.test(token.raw);
}
