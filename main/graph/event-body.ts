import { Temporal } from "temporal-polyfill";
import { findWindows } from "windows-iana";

export interface Invitee {
  readonly name: string | null;
  readonly address: string;
}

/** `until` is the last day ("YYYY-MM-DD"), `count` how many times; without either it goes on. */
export interface EventRecurrence {
  readonly every: "day" | "weekday" | "week" | "month";
  readonly until: string | null;
  readonly count: number | null;
}

export interface EventTimes {
  /** Epoch milliseconds. */
  readonly startAt: number;
  readonly endAt: number;
  /** IANA name of the zone whose clocks the event keeps to. */
  readonly timeZone: string;
}

export interface EventRequest extends EventTimes {
  /** On disk before the request leaves: the same again makes no second event. */
  readonly transactionId: string;
  readonly subject: string;
  readonly attendees: readonly Invitee[];
  readonly bodyText: string | null;
  readonly recurrence: EventRecurrence | null;
  /** Null leaves it to the person's own default in Outlook. */
  readonly reminderMinutes: number | null;
  readonly allowNewTimeProposals: boolean;
}

/**
 * What is left out stays as it is. Attendees are the whole new list. The text is not among them: it
 * carries the meeting's own part, and without that Outlook takes the meeting away.
 */
export interface EventChanges {
  readonly subject?: string;
  readonly times?: EventTimes;
  /** Only together with `times`, which says on which day the series begins. */
  readonly recurrence?: EventRecurrence;
  readonly attendees?: readonly Invitee[];
  readonly reminderMinutes?: number;
}

/** @see https://learn.microsoft.com/graph/api/user-post-events */
export function createBody(request: EventRequest): Record<string, unknown> {
  const { transactionId, subject, attendees, bodyText, recurrence, reminderMinutes } = request;
  return {
    transactionId,
    subject,
    ...(bodyText === null ? {} : { body: { contentType: "text", content: bodyText } }),
    ...timesOf(request, recurrence),
    attendees: attendees.map(attendeeOf),
    ...(reminderMinutes === null ? {} : reminderOf(reminderMinutes)),
    allowNewTimeProposals: request.allowNewTimeProposals,
    responseRequested: attendees.length > 0,
    isOnlineMeeting: true,
    onlineMeetingProvider: "teamsForBusiness",
  };
}

/** @see https://learn.microsoft.com/graph/api/event-update */
export function changeBody(changes: EventChanges): Record<string, unknown> {
  const { subject, times, recurrence, attendees, reminderMinutes } = changes;
  return {
    ...(subject === undefined ? {} : { subject }),
    ...(times === undefined ? {} : timesOf(times, recurrence ?? null)),
    ...(attendees === undefined ? {} : { attendees: attendees.map(attendeeOf) }),
    ...(reminderMinutes === undefined ? {} : reminderOf(reminderMinutes)),
  };
}

const reminderOf = (minutes: number) => ({
  isReminderOn: true,
  reminderMinutesBeforeStart: minutes,
});

const attendeeOf = ({ name, address }: Invitee) => ({
  emailAddress: name === null ? { address } : { address, name },
  type: "required",
});

/** Wall times and a zone, so that a series at ten stays at ten when the clocks change. */
function timesOf(times: EventTimes, recurrence: EventRecurrence | null) {
  const zone = recurrence === null && !isPlain(times) ? "UTC" : times.timeZone;
  const start = wallIn(zone, times.startAt);
  const timeZone = nameOf(zone);
  return {
    start: { dateTime: textOf(start), timeZone },
    end: { dateTime: textOf(wallIn(zone, times.endAt)), timeZone },
    ...(recurrence === null ? {} : { recurrence: recurrenceOf(recurrence, start, timeZone) }),
  };
}

/**
 * Whether Graph can only read these wall times as the instants they stand for. An hour that the clocks
 * show twice it would take for the first, and a zone without a Windows name it may not know.
 */
function isPlain({ startAt, endAt, timeZone }: EventTimes): boolean {
  const isRead = (at: number) =>
    wallIn(timeZone, at).toZonedDateTime(timeZone).epochMilliseconds === at;
  return findWindows(timeZone).length > 0 && isRead(startAt) && isRead(endAt);
}

/** The documented names are those of Windows; of IANA's Graph takes only some. */
const nameOf = (timeZone: string): string => findWindows(timeZone)[0] ?? timeZone;

const wallIn = (timeZone: string, at: number): Temporal.PlainDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDateTime();

/** Milliseconds only where there are any. */
const textOf = (wall: Temporal.PlainDateTime): string =>
  wall.toString({ smallestUnit: wall.millisecond === 0 ? "second" : "millisecond" });

const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

/** @see https://learn.microsoft.com/graph/api/resources/patternedrecurrence */
function recurrenceOf(
  { every, until, count }: EventRecurrence,
  start: Temporal.PlainDateTime,
  recurrenceTimeZone: string,
) {
  const begins = { startDate: start.toPlainDate().toString(), recurrenceTimeZone };
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
