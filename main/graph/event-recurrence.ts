import type { Temporal } from "temporal-polyfill";
import * as v from "valibot";

import { weekdays } from "./weekdays.ts";

/** `until` is the last day ("YYYY-MM-DD"), `count` how many times; without either it goes on. */
export interface EventRecurrence {
  readonly every: "day" | "weekday" | "week" | "month";
  readonly until: string | null;
  readonly count: number | null;
}

/** A recurrence that this app does not offer, as Graph gave it: to be given back, not to be understood. */
export interface ForeignRecurrence {
  readonly every: "other";
  readonly pattern: Readonly<Record<string, unknown>>;
  readonly range: Readonly<Record<string, unknown>>;
}

/**
 * As Graph takes it. A series begins on the day of its first time.
 * @see https://learn.microsoft.com/graph/api/resources/patternedrecurrence
 */
export function recurrenceBody(
  recurrence: EventRecurrence | ForeignRecurrence,
  start: Temporal.PlainDateTime,
  recurrenceTimeZone: string,
) {
  const startDate = start.toPlainDate().toString();
  if (recurrence.every === "other") {
    const { pattern, range } = recurrence;
    return { pattern, range: { ...range, startDate } };
  }
  const { every, until, count } = recurrence;
  const begins = { startDate, recurrenceTimeZone };
  return { pattern: patternOf(every, start), range: { ...begins, ...limitOf(until, count) } };
}

function limitOf(until: string | null, count: number | null) {
  if (until !== null) return { type: "endDate", endDate: until };
  return count === null ? { type: "noEnd" } : { type: "numbered", numberOfOccurrences: count };
}

function patternOf(every: EventRecurrence["every"], start: Temporal.PlainDateTime) {
  switch (every) {
    case "day":
      return { type: "daily", interval: 1 };
    case "weekday":
      return weekly(weekdays.slice(0, 5));
    case "week":
      return weekly(weekdays.slice(start.dayOfWeek - 1, start.dayOfWeek));
    case "month":
      return { type: "absoluteMonthly", interval: 1, dayOfMonth: start.day };
  }
}

const weekly = (daysOfWeek: readonly string[]) => ({ type: "weekly", interval: 1, daysOfWeek });

const word = v.pipe(v.string(), v.maxLength(64));
const members = v.record(
  v.pipe(v.string(), v.maxLength(64)),
  v.union([word, v.number(), v.null(), v.pipe(v.array(word), v.maxLength(7))]),
);
const patterned = v.object({ pattern: members, range: members });
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/u));
const limits = v.variant("type", [
  v.object({ type: v.literal("noEnd") }),
  v.object({ type: v.literal("endDate"), endDate: day }),
  v.object({ type: v.literal("numbered"), numberOfOccurrences: v.pipe(v.number(), v.integer()) }),
]);
const offered = v.variant("type", [
  v.object({ type: v.literal("daily") }),
  v.object({ type: v.literal("weekly"), daysOfWeek: v.array(word) }),
  v.object({ type: v.literal("absoluteMonthly") }),
]);

/** What Graph said of a series; null for what is none. */
export function readRecurrence(raw: unknown): EventRecurrence | ForeignRecurrence | null {
  const parsed = v.safeParse(patterned, raw);
  if (!parsed.success) return null;
  const { pattern, range } = parsed.output;
  const every = pattern["interval"] === 1 ? everyOf(pattern) : null;
  const limit = v.safeParse(limits, range);
  if (every === null || !limit.success) return { every: "other", pattern, range };
  const { output: said } = limit;
  return {
    every,
    until: said.type === "endDate" ? said.endDate : null,
    count: said.type === "numbered" ? said.numberOfOccurrences : null,
  };
}

function everyOf(pattern: unknown): EventRecurrence["every"] | null {
  const parsed = v.safeParse(offered, pattern);
  if (!parsed.success) return null;
  switch (parsed.output.type) {
    case "daily":
      return "day";
    case "absoluteMonthly":
      return "month";
    case "weekly": {
      const { daysOfWeek } = parsed.output;
      if (daysOfWeek.length === 1) return "week";
      const named = new Set(daysOfWeek.map((name) => name.toLowerCase()));
      const isWorking = weekdays.slice(0, 5).every((name) => named.has(name)) && named.size === 5;
      return isWorking ? "weekday" : null;
    }
  }
}
