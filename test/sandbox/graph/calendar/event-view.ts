import { Temporal } from "temporal-polyfill";

import { escapeHtml } from "../../../../main/base/escape-html.ts";
import type { Meetings, StoredMeeting } from "../meetings.ts";
import type { StoredEvent } from "./events.ts";
import type { Occurrence } from "./occurrences.ts";
import { graphWall, wallOf } from "./time-zones.ts";

export interface EventViewOptions {
  readonly meetings: Meetings;
  /** By the name it was asked for under. */
  readonly timeZone: string;
}

const defaults = {
  isAllDay: false,
  responseRequested: true,
  allowNewTimeProposals: true,
  hideAttendees: false,
  isReminderOn: true,
  reminderMinutesBeforeStart: 15,
  showAs: "busy",
  importance: "normal",
  sensitivity: "normal",
  categories: [],
  hasAttachments: false,
};

/** An event, or one time of a series, as Graph writes it. */
export function eventView(
  occurrence: Occurrence,
  { meetings, timeZone }: EventViewOptions,
): Readonly<Record<string, unknown>> {
  const { event, id } = occurrence;
  const { properties, isOrganiser, organiser, response } = event;
  const { subject = null, body, start, end, recurrence: _series, ...others } = properties;
  const { attendees = [], location, transactionId: _id, ...settings } = others;
  const meeting = event.meetingId === null ? null : meetings.get(event.meetingId);
  return {
    "@odata.etag": `W/"${event.changedAt}"`,
    id,
    createdDateTime: instant(event.createdAt),
    lastModifiedDateTime: instant(event.changedAt),
    iCalUId: Buffer.from(event.id).toString("hex").toUpperCase().slice(0, 112),
    subject,
    bodyPreview: (body?.content ?? "").slice(0, 255),
    body: { contentType: "html", content: htmlOf(body, meeting?.joinWebUrl ?? null) },
    ...spanOf(occurrence, timeZone),
    originalStartTimeZone: start.timeZone,
    originalEndTimeZone: end.timeZone,
    isCancelled: event.isCancelled,
    isOrganizer: isOrganiser,
    ...seriesOf(occurrence),
    organizer: { emailAddress: organiser },
    attendees: attendees.map(attendeeView),
    responseStatus: { response, time: "0001-01-01T00:00:00Z" },
    ...defaults,
    ...settings,
    location: { displayName: location?.displayName ?? "" },
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(id)}&exvsurl=1&path=/calendar/item`,
    ...onlineOf(event, meeting),
  };
}

/** Whether the transaction id comes back with each time of a series is not documented: here it does not. */
function seriesOf({ event, date }: Occurrence) {
  const { recurrence = null, transactionId = null } = event.properties;
  if (date !== null)
    return { type: "occurrence", seriesMasterId: event.id, recurrence: null, transactionId: null };
  const type = recurrence === null ? "singleInstance" : "seriesMaster";
  return { type, seriesMasterId: null, recurrence, transactionId };
}

function onlineOf({ readsUntilJoinUrl }: StoredEvent, meeting: StoredMeeting | null) {
  if (meeting === null)
    return {
      isOnlineMeeting: false,
      onlineMeetingProvider: "unknown",
      onlineMeeting: null,
      onlineMeetingUrl: null,
    };
  return {
    isOnlineMeeting: true,
    onlineMeetingProvider: "teamsForBusiness",
    onlineMeeting: readsUntilJoinUrl > 0 ? null : { joinUrl: meeting.joinWebUrl },
    onlineMeetingUrl: null,
  };
}

const instant = (at: number): string => new Date(at).toISOString().replace("Z", "0000Z");

/** An all-day event is midnight to midnight wherever it is looked at. */
function spanOf({ event, date, startAt, endAt }: Occurrence, timeZone: string) {
  const { start, end, isAllDay = false } = event.properties;
  const told = (at: number, asked: string) => {
    if (!isAllDay) return wallOf(at, timeZone);
    return date === null ? Temporal.PlainDateTime.from(asked) : wallOf(at, start.timeZone);
  };
  return {
    start: { dateTime: graphWall(told(startAt, start.dateTime)), timeZone },
    end: { dateTime: graphWall(told(endAt, end.dateTime)), timeZone },
  };
}

type Attendee = NonNullable<Occurrence["event"]["properties"]["attendees"]>[number];

const attendeeView = ({ type, emailAddress: { name, address } }: Attendee) => ({
  type,
  status: { response: "none", time: "0001-01-01T00:00:00Z" },
  emailAddress: { name: name ?? address, address },
});

type Body = Occurrence["event"]["properties"]["body"];

/** What was written, and below it the part that belongs to the meeting. */
function htmlOf(body: Body, joinWebUrl: string | null): string {
  const content = body?.content ?? "";
  const written = body?.contentType === "text" ? escapeHtml(content) : content;
  const link = (joinWebUrl ?? "").replaceAll("&", "&amp;");
  if (joinWebUrl === null || content.includes(joinWebUrl) || content.includes(link)) return written;
  return `<html><body>${written}<div>________</div><div><a href="${link}">Join the meeting now</a></div></body></html>`;
}
