import { Temporal } from "temporal-polyfill";

import type { RecurrenceOf } from "./event-schema.ts";
import type { StoredEvent } from "./events.ts";
import { graphWall, instantOf, wallOf } from "./time-zones.ts";

/** One time that an event takes place; a single event has one. */
export interface Occurrence {
  readonly event: StoredEvent;
  readonly id: string;
  /** The day it is on, where it belongs to a series. */
  readonly date: string | null;
  /** Epoch milliseconds. */
  readonly startAt: number;
  readonly endAt: number;
}

/** The event itself, and of a series the whole as its first time. */
export const asWhole = (event: StoredEvent): Occurrence => ({
  event,
  id: event.id,
  date: null,
  startAt: instantOf(event.properties.start),
  endAt: instantOf(event.properties.end),
});

/** What of an event touches this stretch of time. A series keeps its time on the wall over a change of clocks. */
export function occurrencesBetween(event: StoredEvent, from: number, to: number): Occurrence[] {
  const { recurrence, start, end } = event.properties;
  const touches = ({ startAt, endAt }: Occurrence) =>
    startAt < to && (endAt > from || (endAt === startAt && startAt >= from));
  if (!recurrence) return [asWhole(event)].filter(touches);
  const first = Temporal.PlainDateTime.from(start.dateTime);
  const length = first.until(Temporal.PlainDateTime.from(end.dateTime));
  const lastDay = wallOf(to, start.timeZone).toPlainDate().add({ days: 1 });
  return daysOf(recurrence, first.toPlainDate(), lastDay)
    .filter((day) => !event.removedDates.includes(day.toString()))
    .map((day) => {
      const startWall = day.toPlainDateTime(first.toPlainTime());
      return {
        event,
        id: `${event.id}.${day.toString()}`,
        date: day.toString(),
        startAt: instantOf({ ...start, dateTime: graphWall(startWall) }),
        endAt: instantOf({ ...end, dateTime: graphWall(startWall.add(length)) }),
      };
    })
    .filter(touches);
}

function daysOf(
  { pattern, range }: RecurrenceOf,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): Temporal.PlainDate[] {
  const until = range.type === "endDate" ? earlier(range.endDate, last) : last;
  const most = range.type === "numbered" ? range.numberOfOccurrences : Infinity;
  const found: Temporal.PlainDate[] = [];
  for (
    let day = first;
    found.length < most && Temporal.PlainDate.compare(day, until) <= 0;
    day = day.add({ days: 1 })
  )
    if (isOn(pattern, first, day)) found.push(day);
  return found;
}

const earlier = (text: string, other: Temporal.PlainDate): Temporal.PlainDate =>
  text < other.toString() ? Temporal.PlainDate.from(text) : other;

const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

function isOn(
  pattern: RecurrenceOf["pattern"],
  first: Temporal.PlainDate,
  day: Temporal.PlainDate,
): boolean {
  switch (pattern.type) {
    case "daily":
      return first.until(day).days % pattern.interval === 0;
    case "weekly": {
      const name = weekdays[day.dayOfWeek - 1] ?? "monday";
      if (!pattern.daysOfWeek.includes(name)) return false;
      const begins = weekdays.indexOf(pattern.firstDayOfWeek) + 1;
      const weeks = weekOf(first, begins).until(weekOf(day, begins)).days / 7;
      return weeks % pattern.interval === 0;
    }
    case "absoluteMonthly": {
      const months = (day.year - first.year) * 12 + day.month - first.month;
      // A month too short for the day has it on its last, as Outlook does.
      const wanted = Math.min(pattern.dayOfMonth, day.daysInMonth);
      return months % pattern.interval === 0 && day.day === wanted;
    }
  }
}

const weekOf = (day: Temporal.PlainDate, begins: number): Temporal.PlainDate =>
  day.subtract({ days: (day.dayOfWeek - begins + 7) % 7 });
