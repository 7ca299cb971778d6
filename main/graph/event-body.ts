import { Temporal } from "temporal-polyfill";
import { findWindows } from "windows-iana";

import { escapeHtml } from "../base/escape-html.ts";
import {
  type EventRecurrence,
  type ForeignRecurrence,
  recurrenceBody,
} from "./event-recurrence.ts";

export interface Invitee {
  readonly name: string | null;
  readonly address: string;
}

export interface EventTimes {
  /** Epoch milliseconds. */
  readonly startAt: number;
  readonly endAt: number;
  /** IANA name of the zone whose clocks the event keeps to. */
  readonly timeZone: string;
}

/** Minutes before the start, or none; null leaves it to the person's own default in Outlook. */
export type Reminder = number | "none" | null;

export interface EventRequest extends EventTimes {
  /** On disk before the request leaves: the same again makes no second event. */
  readonly transactionId: string;
  readonly subject: string;
  readonly attendees: readonly Invitee[];
  readonly bodyText: string | null;
  readonly recurrence: EventRecurrence | null;
  readonly reminder: Reminder;
  readonly allowNewTimeProposals: boolean;
}

/** What is left out stays as it is. Attendees are the whole new list. */
export interface EventChanges {
  readonly subject?: string;
  readonly times?: EventTimes;
  /** Null ends the repeating. Only together with `times`, which says on which day the series begins. */
  readonly recurrence?: EventRecurrence | ForeignRecurrence | null;
  readonly attendees?: readonly (Invitee & { readonly type?: string })[];
  readonly reminder?: Reminder;
  /** The whole text: without the meeting's own part Outlook takes the meeting away. */
  readonly html?: string;
  /** Asks for a Teams meeting, of an event that has lost its own. */
  readonly isOnline?: true;
}

/** @see https://learn.microsoft.com/graph/api/user-post-events */
export function createBody(request: EventRequest): Record<string, unknown> {
  const { transactionId, subject, attendees, bodyText, recurrence, reminder } = request;
  return {
    transactionId,
    subject,
    ...(bodyText === null ? {} : { body: { contentType: "text", content: bodyText } }),
    ...timesOf(request, recurrence),
    ...(recurrence === null ? {} : seriesOf(request, recurrence)),
    attendees: attendees.map(attendeeOf),
    ...reminderOf(reminder),
    allowNewTimeProposals: request.allowNewTimeProposals,
    responseRequested: attendees.length > 0,
    ...online,
  };
}

const online = { isOnlineMeeting: true, onlineMeetingProvider: "teamsForBusiness" };

/** @see https://learn.microsoft.com/graph/api/event-update */
export function changeBody(changes: EventChanges): Record<string, unknown> {
  const { subject, times, recurrence, attendees, reminder = null, html, isOnline } = changes;
  return {
    ...(subject === undefined ? {} : { subject }),
    ...(times === undefined ? {} : timesOf(times, recurrence ?? null)),
    ...(times === undefined || recurrence === undefined ? {} : seriesOf(times, recurrence)),
    ...(attendees === undefined ? {} : { attendees: attendees.map(attendeeOf) }),
    ...reminderOf(reminder),
    ...(html === undefined ? {} : { body: { contentType: "html", content: html } }),
    ...(isOnline === undefined ? {} : online),
  };
}

function reminderOf(reminder: Reminder) {
  if (reminder === null) return {};
  if (reminder === "none") return { isReminderOn: false };
  return { isReminderOn: true, reminderMinutesBeforeStart: reminder };
}

const attendeeOf = ({
  name,
  address,
  type = "required",
}: Invitee & { readonly type?: string }) => ({
  emailAddress: name === null ? { address } : { address, name },
  type,
});

/** A text (plain) put above one that is there (HTML), within its body where it names one. */
export function textAbove(message: string, html: string): string {
  const lines = message.split(/\r\n|\r|\n/u).map((line) => escapeHtml(line));
  const whole = html.slice(0, endOfBodyTag(html));
  return `${whole}<div>${lines.join("<br>")}</div><br>${html.slice(whole.length)}`;
}

/** Where the text begins; looked for once, however often a tag is begun. */
function endOfBodyTag(html: string): number {
  const at = html.search(/<body\b/iu);
  return at === -1 ? 0 : html.indexOf(">", at) + 1;
}

/** Wall times and a zone, so that a series at ten stays at ten when the clocks change. */
function timesOf(times: EventTimes, recurrence: Series | null) {
  const zone = recurrence === null && !isPlain(times) ? "UTC" : times.timeZone;
  const timeZone = nameOf(zone);
  return {
    start: { dateTime: textOf(wallIn(zone, times.startAt)), timeZone },
    end: { dateTime: textOf(wallIn(zone, times.endAt)), timeZone },
  };
}

type Series = EventRecurrence | ForeignRecurrence;

const seriesOf = ({ startAt, timeZone }: EventTimes, recurrence: Series | null) => ({
  recurrence: recurrence && recurrenceBody(recurrence, wallIn(timeZone, startAt), nameOf(timeZone)),
});

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
