import { readClock, type TypedClock } from "./clocks.ts";
import { isCounted, isLabel, isNumbered } from "./counted.ts";
import { readDate, type DateOrder, type Day, type NextWeek, type Weekday } from "./dates.ts";
import type { Repeats } from "../phrase-reading.ts";
import { readDelay, readQuantity, type Quantity } from "./quantities.ts";
import { is, type Token } from "./tokens.ts";
import { readZone } from "../zones/typed-zone.ts";
import { partAt, readTimes } from "./spans.ts";
import { readEvery } from "./weekdays.ts";

/** What was said, each thing once. */
export interface Slots {
  readonly isNow?: true;
  /** From now. */
  readonly delay?: Delay;
  /** An instant, in epoch milliseconds. */
  readonly at?: number;
  readonly day?: Day;
  readonly weekday?: Weekday;
  readonly nextWeek?: NextWeek;
  readonly start?: TypedClock;
  readonly end?: TypedClock;
  /** One of `parts` of the day. */
  readonly part?: number;
  readonly endPart?: number;
  readonly minutes?: number;
  readonly repeats?: Repeats;
  readonly zone?: TypedZone;
}

/** `id` is null where nobody can tell; `offsetMinutes` is what the name says of half the year. */
export interface TypedZone {
  readonly id: string | null;
  readonly typed: string;
  readonly offsetMinutes: number | null;
}

/** Days and months are the calendar's, minutes elapse. */
export interface Delay {
  readonly minutes: number;
  readonly days: number;
  readonly months: number;
}

export const hasDay = (slots: Slots): boolean =>
  slots.day !== undefined || slots.weekday !== undefined || slots.nextWeek !== undefined;

export interface SlotsFound {
  readonly slots: Slots;
  /** What the words may say as well. */
  readonly other: Slots | null;
  /** For each token whether it was part of the time. */
  readonly claimed: readonly boolean[];
  /** Numbers that name something, by their index. */
  readonly labels: readonly number[];
}

/** `next` is the first token that no longer belongs to what was found. */
export type Found = Slots & { readonly next: number; readonly otherwise?: Slots };

/** What was read so far, and where its bare number stands. */
interface Read extends SlotsFound {
  readonly claimed: boolean[];
  readonly bareAt: number;
}

/** Null where something was said twice: two days or two lengths are not one meeting. */
export function readSlots(tokens: readonly Token[], order: DateOrder): SlotsFound | null {
  const claimed = tokens.map(() => false);
  let read: Read | null = { slots: {}, other: null, claimed, labels: [], bareAt: 0 };
  let counted: { readonly found: Found; readonly at: number } | null = null;
  const labelled: { readonly found: Found; readonly at: number }[] = [];
  for (let index = 0; read && index < tokens.length; index += 1) {
    const found = readSlot(tokens, index, read.slots, read.claimed, order);
    if (!found) continue;
    if (isCounted(found, tokens, index, found.next, order.language))
      counted ??= { found, at: index };
    else if (isLabel(found, tokens, index, found.next)) labelled.push({ found, at: index });
    else read = withMore(read, found, index);
    index = found.next - 1;
  }
  // "Sprint 3-5 review tomorrow 10:00": the numbers are no time, because another one was said.
  if (read?.slots.start) return { ...read, labels: labelsIn(tokens, read.claimed) };
  return [...(counted ? [counted] : []), ...labelled].reduce<Read | null>(
    (so, { found, at }) => so && withMore(so, found, at),
    read,
  );
}

const labelsIn = (tokens: readonly Token[], claimed: readonly boolean[]): number[] =>
  tokens.flatMap((_token, at) => (!claimed[at] && isNumbered(tokens, at) ? [at] : []));

function withMore(read: Read, found: Found, index: number): Read | null {
  const { slots, claimed } = read;
  const { next, otherwise, ...said } = found;
  // "Sprint 12, 10:00": the bare number was something else, because a time came after it.
  const isBetter = slots.start?.isBare === true && said.start?.isBare === false;
  if (isBetter) claimed[read.bareAt] = false;
  else if (Object.keys(said).some((key) => Object.hasOwn(slots, key))) return null;
  claimed.fill(true, index, next);
  return {
    slots: { ...slots, ...said },
    other: otherReading(read.other, slots, said, otherwise),
    claimed,
    labels: read.labels,
    bareAt: said.start?.isBare ? index : read.bareAt,
  };
}

/** Null as long as nothing may be read in two ways. */
function otherReading(
  other: Slots | null,
  slots: Slots,
  said: Slots,
  otherwise: Slots | undefined,
): Slots | null {
  if (otherwise) return { ...(other ?? slots), ...otherwise };
  return other && { ...other, ...said };
}

function readSlot(
  tokens: readonly Token[],
  index: number,
  slots: Slots,
  claimed: readonly boolean[],
  order: DateOrder,
): Found | null {
  return (
    readZone(tokens, index, slots, claimed, order) ??
    readNow(tokens, index) ??
    readEvery(tokens, index) ??
    readDelayFromNow(tokens, index) ??
    readLength(tokens, index, slots, order) ??
    readMorning(tokens, index, slots) ??
    readDate(tokens, index, order) ??
    readTimes(tokens, index, slots) ??
    readPart(tokens, index, slots)
  );
}

function readNow(tokens: readonly Token[], index: number): Found | null {
  const token = tokens[index];
  if (token?.shape === "instant") return { at: token.at, next: index + 1 };
  return is(token, "now") ? { isNow: true, next: index + 1 } : null;
}

/** "in 20 min", "in 1 day 2 hours"; whole days alone are a date. */
function readDelayFromNow(tokens: readonly Token[], index: number): Found | null {
  const found = readDelay(tokens, index);
  if (!found || found.minutes === 0) return null;
  const { next, ...delay } = found;
  const clock = delay.days + delay.months > 0 ? lastClock(tokens, next) : null;
  const day = { kind: "from-today" as const, days: delay.days, months: delay.months };
  return { delay, next, ...(clock && { otherwise: { day, start: clock } }) };
}

/** In "dans 2 jours 3 heures" the hours may be a time of that day. */
function lastClock(tokens: readonly Token[], next: number): TypedClock | null {
  const isWord = is(tokens[next - 1], "clock") && !is(tokens[next - 1], "from-now");
  const at = isWord ? next - 2 : next - 1;
  const found = isWord || tokens[at]?.shape === "hours" ? readClock(tokens, at) : null;
  return found?.next === next ? { ...found.clock, isBare: false } : null;
}

/** "for 45 min", "45 min" */
function readLength(
  tokens: readonly Token[],
  index: number,
  slots: Slots,
  order: DateOrder,
): Found | null {
  const isFor = is(tokens[index], "for");
  const quantity = readQuantity(tokens, isFor ? index + 1 : index);
  if (!quantity || quantity.minutes === 0) return null;
  const { minutes, next } = quantity;
  // In Dutch "voor 2 uur" is before two, or for two hours.
  const isBefore = is(tokens[index], "refused") && is(tokens[next - 1], "clock");
  if (isFor) return isBefore ? null : { minutes, next };
  const isTimeWanted = slots.start === undefined || is(tokens[index - 1], "at", "to");
  if (isTimeWanted && mayBeClock(tokens, index, quantity, order)) return null;
  return index === 0 && next === tokens.length ? lengthAlone(minutes, next) : { minutes, next };
}

/** "2h" is how long; who says when says "at 2", and only other languages write that "2h". */
function isEnglishHours(tokens: readonly Token[], index: number, { language }: DateOrder): boolean {
  const token = tokens[index];
  const isShort =
    token?.shape === "hours" && token.minute === null && Number(token.hour) * 60 <= longestAlone;
  const isRange = tokens[index + 1]?.shape === "dash" || is(tokens[index + 1], "to");
  return language === "en" && isShort && !isRange && !is(tokens[index - 1], "at", "to");
}

/** Not in "1 heure demain 14h", where the hour is how long, as the time is still to come. */
function mayBeClock(
  tokens: readonly Token[],
  index: number,
  { minutes, next }: Quantity,
  order: DateOrder,
): boolean {
  if (isEnglishHours(tokens, index, order)) return false;
  const found = readClock(tokens, index);
  if (!found?.clock.isBare || minutes > longestAlone) return found !== null;
  const isRange = is(tokens[next], "to") || tokens[next]?.shape === "dash";
  const hasTime = tokens.slice(next).some(({ shape }) => shape === "clock" || shape === "hours");
  return isRange || !hasTime || !is(tokens[next - 1], "minutes");
}

/** "1 hour" is how long, or when. */
const lengthAlone = (minutes: number, next: number): Found | null =>
  minutes > longestAlone
    ? null
    : { minutes, next, otherwise: { delay: { minutes, days: 0, months: 0 } } };

/** In minutes: nobody means "8h10m" for a length, and what else it means is not known. */
const longestAlone = 4 * 60;

/** "Morgen" is a part of the day where a day stands before it: "Freitag morgen". */
function readMorning(tokens: readonly Token[], index: number, slots: Slots): Found | null {
  return hasDay(slots) && is(tokens[index], "day") ? readPart(tokens, index, slots) : null;
}

function readPart(tokens: readonly Token[], index: number, slots: Slots): Found | null {
  const part = partAt(tokens[index]);
  return part !== undefined && slots.part === undefined ? { part, next: index + 1 } : null;
}
