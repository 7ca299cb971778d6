import { readClock, type Clock } from "./clocks.ts";
import { readDate, type DateOrder, type Day, type Weekday } from "./dates.ts";
import { readEvery } from "./every.ts";
import type { Repeats } from "./phrase-reading.ts";
import { readQuantity } from "./quantities.ts";
import { is, meaningOf, type Token } from "./tokens.ts";
import { readZone } from "./zones/typed-zone.ts";

/** What was said, each thing once. */
export interface Slots {
  readonly isNow?: true;
  /** Minutes from now. */
  readonly delay?: number;
  readonly day?: Day;
  readonly weekday?: Weekday;
  readonly nextWeek?: true;
  readonly start?: Clock;
  readonly end?: Clock;
  /** One of `parts` of the day. */
  readonly part?: number;
  readonly endPart?: number;
  readonly minutes?: number;
  readonly repeats?: Repeats;
  readonly zone?: { readonly id: string | null; readonly typed: string };
}

export interface SlotsFound {
  readonly slots: Slots;
  /** For each token whether it was part of the time. */
  readonly claimed: readonly boolean[];
}

/** `next` is the first token that no longer belongs to what was found. */
export type Found = Slots & { readonly next: number };

/** Null where something was said twice: two days or two lengths are not one meeting. */
export function readSlots(tokens: readonly Token[], order: DateOrder): SlotsFound | null {
  const claimed = tokens.map(() => false);
  let slots: Slots = {};
  let bareAt = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const found = readSlot(tokens, index, slots, claimed, order);
    if (!found) continue;
    const { next, ...said } = found;
    // "Sprint 12, 10:00": the bare number was something else, because a time came after it.
    const isBetter = slots.start?.isBare === true && said.start?.isBare === false;
    if (isBetter) claimed[bareAt] = false;
    else if (Object.keys(said).some((key) => Object.hasOwn(slots, key))) return null;
    if (said.start?.isBare) bareAt = index;
    slots = { ...slots, ...said };
    claimed.fill(true, index, next);
    index = next - 1;
  }
  return { slots, claimed };
}

function readSlot(
  tokens: readonly Token[],
  index: number,
  slots: Slots,
  claimed: readonly boolean[],
  order: DateOrder,
): Found | null {
  return (
    readNow(tokens, index) ??
    readEvery(tokens, index) ??
    readZone(tokens, index, slots, claimed) ??
    readLength(tokens, index, slots) ??
    readMorning(tokens, index, slots) ??
    readDate(tokens, index, order) ??
    readTimes(tokens, index, slots) ??
    readPart(tokens, index, slots)
  );
}

function readNow(tokens: readonly Token[], index: number): Found | null {
  return is(tokens[index], "now") ? { isNow: true, next: index + 1 } : null;
}

/** "in 20 min", "for 45 min", "45 min" */
function readLength(tokens: readonly Token[], index: number, slots: Slots): Found | null {
  const token = tokens[index];
  const isDelay = is(token, "in");
  const isFor = is(token, "for");
  const quantity = readQuantity(tokens, isDelay || isFor ? index + 1 : index);
  if (!quantity || quantity.minutes === 0 || quantity.months > 0) return null;
  const minutes = quantity.minutes + quantity.days * 1440;
  if (is(tokens[quantity.next], "from-now")) return { delay: minutes, next: quantity.next + 1 };
  if (isDelay) return { delay: minutes, next: quantity.next };
  const mayBeTime = readClock(tokens, index) !== null;
  const isTime = mayBeTime && (slots.start === undefined || is(tokens[index - 1], "at", "to"));
  return isFor || !isTime ? { minutes, next: quantity.next } : null;
}

/** "14:30", "um 3", "von 14 bis 15 Uhr", and an end that comes by itself: "bis 15:15". */
function readTimes(tokens: readonly Token[], index: number, slots: Slots): Found | null {
  const isBegun = slots.start !== undefined || slots.isNow || slots.delay !== undefined;
  if (isBegun && is(tokens[index], "to")) return readEnd(tokens, index + 1);
  if (slots.start?.isBare === false) return null;
  const isBetween = is(tokens[index], "between") && !isDayWord(tokens[index + 1]);
  return readSpan(tokens, isBetween ? index + 1 : index, isBetween);
}

function readSpan(tokens: readonly Token[], index: number, isBetween: boolean): Found | null {
  const isAt = is(tokens[index], "at");
  const start = readClock(tokens, isAt ? index + 1 : index);
  if (!start) return null;
  const part = is(tokens[start.next], "day") ? undefined : meaningOf(tokens[start.next], "part");
  const said = part ? { part: part.value } : {};
  const separator = start.next + (part ? 1 : 0);
  const end = isSeparator(tokens[separator], isBetween) ? readEnd(tokens, separator + 1) : null;
  if (end) return { start: { ...start.clock, isBare: false }, ...said, ...end };
  if (isBetween && !isAt) return null;
  return { start: { ...start.clock, isBare: start.clock.isBare && !isAt }, next: start.next };
}

const isDayWord = (token: Token | undefined): boolean => is(token, "day", "weekday", "month");

const isSeparator = (token: Token | undefined, isBetween: boolean): boolean =>
  token?.shape === "dash" || is(token, "to") || (isBetween && is(token, "and"));

function readEnd(tokens: readonly Token[], index: number) {
  const found = readClock(tokens, is(tokens[index], "at") ? index + 1 : index);
  if (!found) return null;
  const part = meaningOf(tokens[found.next], "part");
  const end = { ...found.clock, isBare: false };
  return part ? { end, endPart: part.value, next: found.next + 1 } : { end, next: found.next };
}

/** "Morgen" is a part of the day where a day stands before it: "Freitag morgen". */
function readMorning(tokens: readonly Token[], index: number, slots: Slots): Found | null {
  const hasDay = slots.day !== undefined || slots.weekday !== undefined;
  return hasDay && is(tokens[index], "day") ? readPart(tokens, index, slots) : null;
}

function readPart(tokens: readonly Token[], index: number, slots: Slots): Found | null {
  const part = meaningOf(tokens[index], "part");
  return part && slots.part === undefined ? { part: part.value, next: index + 1 } : null;
}
