import { Temporal } from "temporal-polyfill";

import type { CalendarEntry } from "../graph/event-answer.ts";
import { meetingOfEntry } from "./meeting-of-entry.ts";

/** A meeting of the next days as people see it. Times are epoch milliseconds; text, never HTML. */
export interface UpcomingRow {
  readonly id: string;
  readonly subject: string | null;
  readonly startAt: number;
  readonly endAt: number;
  readonly organiserName: string | null;
  readonly youOrganise: boolean;
  readonly inviteeCount: number;
  readonly joinUrl: string | null;
  /** Whose meeting it is, where it is not of Teams. */
  readonly product: string | null;
  readonly isTentative: boolean;
  /** Of the first other meeting at the same time; its subject may be empty. Null where there is none. */
  readonly overlapsWith: string | null;
  /** Soon is within the 15 minutes in which people join. */
  readonly phase: "running" | "soon" | "later";
}

export interface UpcomingDay {
  /** "YYYY-MM-DD", and how many days from today. */
  readonly date: string;
  readonly daysAway: number;
  readonly allDay: readonly Pick<UpcomingRow, "id" | "subject">[];
  readonly rows: readonly UpcomingRow[];
}

const days = 7;
const soonMilliseconds = 15 * 60_000;
const offeredBeforeMilliseconds = 30 * 60_000;
const offeredAfterMilliseconds = 10 * 60_000;

/**
 * What is still to come today and on the six days after it, day by day; days with nothing are left out. Declined,
 * cancelled and past events are hidden. `timeZone` is an IANA name.
 */
export function listUpcoming(
  events: readonly CalendarEntry[],
  now: number,
  timeZone: string,
): readonly UpcomingDay[] {
  const shown = shownOf(events, now);
  if (shown.length === 0) return [];
  const today = dayOf(now, timeZone);
  const timed = shown.filter(({ isAllDay }) => !isAllDay);
  const whole = shown.filter(({ isAllDay }) => isAllDay);
  const rows = timed.map((event) => ({
    row: rowOf(event, timed, now),
    // What began before today is shown where people look for it.
    date: dayOf(Math.max(event.startAt, now), timeZone).toString(),
  }));
  return Array.from({ length: days }, (_, daysAway) => {
    const day = today.add({ days: daysAway });
    const date = day.toString();
    return {
      date,
      daysAway,
      allDay: onDay(whole, day, timeZone).map(({ eventId: id, subject }) => ({ id, subject })),
      rows: rows.filter((each) => each.date === date).map(({ row }) => row),
    };
  }).filter(({ allDay, rows: own }) => allDay.length > 0 || own.length > 0);
}

function onDay(
  whole: readonly CalendarEntry[],
  day: Temporal.PlainDate,
  timeZone: string,
): readonly CalendarEntry[] {
  // The list is drawn anew each minute, and when a day begins is much to find out.
  if (whole.length === 0) return [];
  const from = day.toZonedDateTime(timeZone).epochMilliseconds;
  const to = day.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
  return whole.filter(({ startAt, endAt }) => startAt < to && endAt > from);
}

/** The meeting to offer above all others: the one whose start is nearest, from 30 minutes before it until 10 after. */
export function nextJoinable(list: readonly UpcomingDay[], now: number): UpcomingRow | null {
  const offered = joinable(list).filter(
    ({ startAt, endAt }) =>
      startAt - now <= offeredBeforeMilliseconds &&
      now - startAt < offeredAfterMilliseconds &&
      endAt > now,
  );
  const distance = ({ startAt }: UpcomingRow) => Math.abs(startAt - now);
  const [next = null] = offered.toSorted(
    (one, other) =>
      distance(one) - distance(other) || Number(one.isTentative) - Number(other.isTentative),
  );
  return next;
}

/** How many of today's and tomorrow's meetings can be joined. */
export const countJoinable = (list: readonly UpcomingDay[]): number =>
  joinable(list.filter(({ daysAway }) => daysAway <= 1)).length;

const joinable = (list: readonly UpcomingDay[]): UpcomingRow[] =>
  list.flatMap(({ rows }) => rows).filter(({ joinUrl }) => joinUrl !== null);

/** In order, each once: an event may be on two pages of an answer. */
function shownOf(events: readonly CalendarEntry[], now: number): CalendarEntry[] {
  const byId = new Map(events.map((event) => [event.eventId, event]));
  return [...byId.values()]
    .filter(({ isCancelled, response }) => !isCancelled && response !== "declined")
    .filter(({ endAt }) => endAt > now)
    .toSorted((one, other) => one.startAt - other.startAt || one.endAt - other.endAt);
}

function rowOf(event: CalendarEntry, shown: readonly CalendarEntry[], now: number): UpcomingRow {
  const other = shown.find((each) => each !== event && overlaps(each, event));
  const meeting = meetingOfEntry(event);
  return {
    id: event.eventId,
    subject: event.subject,
    startAt: event.startAt,
    endAt: event.endAt,
    organiserName: event.organiserName,
    youOrganise: event.youOrganise,
    inviteeCount: event.inviteeCount,
    joinUrl: meeting?.url ?? null,
    product: meeting?.product ?? null,
    isTentative: event.response === "tentative" || event.showsAs === "tentative",
    overlapsWith: other ? (other.subject ?? "") : null,
    phase: phaseOf(event, now),
  };
}

/** Time that is shown as free is in nobody's way. */
const overlaps = (one: CalendarEntry, other: CalendarEntry): boolean =>
  one.startAt < other.endAt &&
  other.startAt < one.endAt &&
  one.showsAs !== "free" &&
  other.showsAs !== "free";

function phaseOf({ startAt }: CalendarEntry, now: number): UpcomingRow["phase"] {
  if (startAt <= now) return "running";
  return startAt - now <= soonMilliseconds ? "soon" : "later";
}

const dayOf = (at: number, timeZone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
