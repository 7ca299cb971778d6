import type { DateOrder } from "../reading/dates.ts";
import type { Found, Slots } from "../reading/slots.ts";
import { is, type Token } from "../reading/tokens.ts";
import { clearAbbreviations, namedOffsets } from "./zone-names.ts";
import { readCityLabel, readWindowsLabel } from "./windows-label.ts";
import { findZone, isAmbiguousZone } from "../zones.ts";

/** "PT", "UTC+2", "Europe/Berlin", "New York", "in London": after a time only, so that no name in a subject counts. */
export function readZone(
  tokens: readonly Token[],
  index: number,
  slots: Slots,
  claimed: readonly boolean[],
  { timeOnly }: DateOrder,
): Found | null {
  if (
    slots.zone ||
    !(isBeforeTime(tokens, index, slots) || isBehindTime(tokens, index, slots, claimed))
  )
    return null;
  const label = readWindowsLabel(tokens, index) ?? readCityLabel(tokens, index);
  if (label) return label;
  const at = is(tokens[index], "in", "at") ? index + 1 : index;
  for (let length = 3; length > 0; length -= 1) {
    const found = readName(tokens, at, length, timeOnly);
    if (found) return found;
  }
  return null;
}

function readName(
  tokens: readonly Token[],
  at: number,
  length: number,
  timeOnly: boolean,
): Found | null {
  const words = tokens.slice(at, at + length);
  if (words.length < length || !words.every((token) => mayName(token, length))) return null;
  const typed = words.map((token) => token.raw).join(" ");
  // "+0100" by itself is a zone behind a time alone.
  const id = findZone(/^[+-]/u.test(typed) ? `utc${typed}` : typed);
  if (id === null && words[0]?.shape !== "zone")
    return isUnclear(typed, timeOnly) ? unclear(typed, at + length) : null;
  const meant = timeOnly || isSaidSo(tokens, at, length, typed) ? id : null;
  if (meant === null && mayBeSubject(tokens, at + length, typed)) return null;
  return { zone: { id: meant, typed, offsetMinutes: offsetOf(typed) }, next: at + length };
}

/** Nobody can tell whose clock "10:00 IST" means. In a subject, "ist" is German for "is". */
const isUnclear = (typed: string, timeOnly: boolean): boolean =>
  isAmbiguousZone(typed) && (timeOnly || /^\p{Lu}+$/u.test(typed));

const unclear = (typed: string, next: number): Found => ({
  zone: { id: null, typed, offsetMinutes: null },
  next,
});

const offsetOf = (typed: string): number | null => namedOffsets[typed.toLowerCase()] ?? null;

const isBehindTime = (
  tokens: readonly Token[],
  index: number,
  { start }: Slots,
  claimed: readonly boolean[],
): boolean => start !== undefined && followsTime(tokens, index, claimed);

/** "日本時間 明日10時": where nothing but a zone can be meant, it may stand in front as well. */
const isBeforeTime = (tokens: readonly Token[], index: number, { start }: Slots): boolean =>
  start === undefined &&
  tokens[index]?.shape === "zone" &&
  tokens.slice(index + 1).some(({ shape }) => shape === "clock" || shape === "hours");

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

/** In a subject "London" is a place and "PT" a session, unless something says that a clock is meant. */
function isSaidSo(tokens: readonly Token[], at: number, length: number, typed: string): boolean {
  const [before, first, after] = [tokens[at - 1], tokens[at], tokens[at + length]];
  return (
    first?.shape === "zone" ||
    before?.raw === "(" ||
    is(before, "zone-word") ||
    is(after, "zone-word") ||
    is(tokens[at + length - 1], "zone-word") ||
    clearAbbreviations.has(typed)
  );
}

/** Before more words a name is one of them; an abbreviation, and what ends the text, may be either. */
const mayBeSubject = (tokens: readonly Token[], next: number, typed: string): boolean =>
  tokens[next]?.shape === "unknown" && !/^\p{Lu}{2,4}$/u.test(typed);
