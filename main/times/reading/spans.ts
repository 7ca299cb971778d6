import { readClock, type TypedClock } from "./clocks.ts";
import type { Found, Slots } from "./slots.ts";
import { is, meaningOf, type Token } from "./tokens.ts";
import { parts } from "../words/vocabulary.ts";

/** "14:30", "um 3", "von 14 bis 15 Uhr", and an end that comes by itself: "bis 15:15". */
export function readTimes(tokens: readonly Token[], index: number, slots: Slots): Found | null {
  const isBegun = [slots.start, slots.isNow, slots.delay, slots.at].some(
    (begun) => begun !== undefined,
  );
  if (isBegun && is(tokens[index], "to")) return readEnd(tokens, index + 1);
  if (slots.start?.isBare === false) return null;
  if (isNoonBeside(tokens, index, slots)) return { part: parts.noon, next: index + 1 };
  const isBetween = is(tokens[index], "between") && !isDayWord(tokens[index + 1]);
  return readSpan(tokens, isBetween ? index + 1 : index, isBetween);
}

/** "Noon" is a time, or the part of the day of the hour beside it. */
export const partAt = (token: Token | undefined): number | undefined =>
  meaningOf(token, "part")?.value ?? (is(token, "noon") ? parts.noon : undefined);

/** "12 noon", "noon 12:30", "mittags um eins", but not "noon 24 dec" and not "midi à 14h". */
function isNoonBeside(tokens: readonly Token[], index: number, { start }: Slots): boolean {
  if (!is(tokens[index], "noon")) return false;
  if (start?.hour === 12 && tokens[index - 1]?.shape === "number") return true;
  if (is(tokens[index + 1], "to", "noon", "midnight")) return false;
  return readSpan(tokens, index + 1, false)?.start?.isBare === false;
}

function readSpan(tokens: readonly Token[], index: number, isBetween: boolean): Found | null {
  const isAt = is(tokens[index], "at");
  const start = readClock(tokens, isAt ? index + 1 : index);
  if (!start) return null;
  const part = is(tokens[start.next], "day") ? undefined : partAt(tokens[start.next]);
  const said = part === undefined ? {} : { part };
  const separator = start.next + (part === undefined ? 0 : 1);
  if (isYear(tokens[index], tokens[separator + 1])) return null;
  const end = isSeparator(tokens[separator], isBetween) ? readEnd(tokens, separator + 1) : null;
  if (end) return { start: { ...start.clock, isBare: false }, ...said, ...end };
  if (isBetween && !isAt) return null;
  return readAlone(tokens, index, {
    start: { ...start.clock, isBare: start.clock.isBare && !isAt },
    next: start.next,
  });
}

interface StartFound {
  readonly start: TypedClock;
  readonly next: number;
}

/** "2 heures" is when, or how long. */
function readAlone(tokens: readonly Token[], index: number, found: StartFound): Found {
  const { start, next } = found;
  const isHours = start.isBare && is(tokens[next - 1], "minutes");
  return isHours && index === 0 && next === tokens.length
    ? { ...found, otherwise: { minutes: start.hour * 60 } }
    : found;
}

/** "2012 à 10:12": who writes one time with a colon writes the other so. */
const isYear = (start: Token | undefined, end: Token | undefined): boolean =>
  start?.shape === "number" && start.digits.length === 4 && end?.shape === "clock";

const isDayWord = (token: Token | undefined): boolean => is(token, "day", "weekday", "month");

const isSeparator = (token: Token | undefined, isBetween: boolean): boolean =>
  token?.shape === "dash" || is(token, "to") || (isBetween && is(token, "and"));

function readEnd(tokens: readonly Token[], index: number) {
  const before = meaningOf(tokens[index], "part")?.value;
  const at = before === undefined ? index : index + 1;
  const found = readClock(tokens, is(tokens[at], "at") ? at + 1 : at);
  if (!found) return null;
  const part = before ?? partAt(tokens[found.next]);
  const last = part !== undefined && before === undefined ? found.next + 1 : found.next;
  const next = is(tokens[last], "range-end") ? last + 1 : last;
  const end = { ...found.clock, isBare: false };
  return part === undefined ? { end, next } : { end, endPart: part, next };
}
