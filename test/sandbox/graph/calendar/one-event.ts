import { type Answer, emptyAnswer } from "../../http/answer.ts";
import { graphAnswer, type GraphRefusal, idHeaders, refuse } from "../graph-answers.ts";
import type { GraphCall, GraphContext, GraphHandler } from "../graph-call.ts";
import { isRefusal, readBody } from "../meeting-body.ts";
import {
  cancelEventSchema,
  createEventSchema,
  disagreement,
  type EventProperties,
  updateEventSchema,
} from "./event-schema.ts";
import type { StoredEvent } from "./events.ts";
import { eventView } from "./event-view.ts";
import { asWhole, type Occurrence, occurrencesBetween } from "./occurrences.ts";
import { preferredZone, select, unknownOption } from "./query.ts";

const gone = (): GraphRefusal =>
  refuse(404, "ErrorItemNotFound", "The specified object was not found in the store.");

/** @see https://learn.microsoft.com/graph/api/user-post-events */
export const createEvent: GraphHandler = (context, graphCall) => {
  const { call, caller } = graphCall;
  const body = readBody(createEventSchema, call.headers["content-type"], call.body);
  if (isRefusal(body)) return body;
  call.record.transactionId = body.transactionId ?? null;
  const wrong = disagreement(body);
  if (wrong !== null) return invalid(wrong);
  const { kind, event } = context.events.create(caller.persona, body);
  call.record.eventId = event.id;
  if (kind !== "other") return answered(context, graphCall, 201, asWhole(event));
  const message =
    "Your request can't be completed. The TransactionId specified in the request has already been used to create a different event.";
  return refuse(409, "ErrorDuplicateTransactionId", message);
};

/** A read brings a link that comes late one step nearer; the next one sees it. */
export const getEvent: GraphHandler = (context, graphCall) => {
  const found = find(context, graphCall);
  if (!found) return gone();
  const { readsUntilJoinUrl: reads } = found.event;
  if (reads > 0) context.events.change(found.event, { readsUntilJoinUrl: reads - 1 });
  return answered(context, graphCall, 200, found);
};

/** @see https://learn.microsoft.com/graph/api/event-update */
export const updateEvent: GraphHandler = (context, graphCall) => {
  const { call } = graphCall;
  const found = find(context, graphCall);
  if (!found) return gone();
  if (found.date !== null) return refuse(501, "NotImplemented", "One time alone is not emulated.");
  const { event } = found;
  const body = readBody(updateEventSchema, call.headers["content-type"], call.body);
  if (isRefusal(body)) return body;
  if (!event.isOrganiser) return refuse(403, "ErrorAccessDenied", "Only the organiser may.");
  // Once set, Outlook passes over any other request for an online meeting.
  const { isOnlineMeeting: isOnline, onlineMeetingProvider: _provider, ...changes } = body;
  const { start = event.properties.start, end = event.properties.end } = changes;
  const properties: EventProperties = { ...event.properties, ...changes, start, end };
  const wrong = disagreement(properties);
  if (wrong !== null) return invalid(wrong);
  const meeting = meetingAfter(context, event, { isAsked: isOnline === true, text: body.body });
  const changed = context.events.change(event, { properties, ...meeting });
  return answered(context, graphCall, 200, asWhole(changed));
};

function meetingAfter(
  context: GraphContext,
  { meetingId, lostMeetingId = null }: StoredEvent,
  { isAsked, text }: { readonly isAsked: boolean; readonly text: EventProperties["body"] },
): Pick<StoredEvent, "meetingId" | "lostMeetingId"> {
  const known = meetingId ?? lostMeetingId;
  if (context.events.losesLink()) return { meetingId: null, lostMeetingId: known };
  const keepsMeeting = text === undefined || namesMeeting(context, meetingId, text);
  if (!keepsMeeting) return { meetingId: null, lostMeetingId: null };
  return isAsked ? { meetingId: known, lostMeetingId: null } : { meetingId, lostMeetingId };
}

/** A text without the meeting's own part ends the meeting. */
const namesMeeting = (
  { meetings }: GraphContext,
  meetingId: string | null,
  { content }: { content: string },
): boolean => {
  const { joinWebUrl = null } = meetings.get(meetingId ?? "") ?? {};
  return (
    joinWebUrl === null ||
    content.includes(joinWebUrl) ||
    content.includes(joinWebUrl.replaceAll("&", "&amp;"))
  );
};

export const deleteEvent: GraphHandler = (context, graphCall) => {
  const found = find(context, graphCall);
  if (!found) return gone();
  takeOut(context, found, "delete", null);
  return emptyAnswer(204, idHeaders(graphCall.call.record));
};

/** @see https://learn.microsoft.com/graph/api/event-cancel: for the organiser, of what others are invited to. */
export const cancelEvent: GraphHandler = (context, graphCall) => {
  const { call } = graphCall;
  const found = find(context, graphCall);
  if (!found) return gone();
  const body = readBody(cancelEventSchema, call.headers["content-type"], call.body);
  if (isRefusal(body)) return body;
  const { isOrganiser, properties } = found.event;
  if (!isOrganiser || (properties.attendees ?? []).length === 0)
    return refuse(400, "ErrorInvalidRequest", "You need to be an organizer to cancel a meeting.");
  takeOut(context, found, "cancel", body.comment ?? null);
  return emptyAnswer(202, idHeaders(call.record));
};

function takeOut(
  { events }: GraphContext,
  { event, date }: Occurrence,
  ...[by, comment]: ["cancel" | "delete", string | null]
): void {
  if (date === null) events.end(event, by, comment);
  else events.change(event, { removedDates: [...event.removedDates, date] });
}

/** An event by its id, or one time of a series by the id it has in the calendar view. */
function find({ events }: GraphContext, { call, caller, parameter }: GraphCall): Occurrence | null {
  const [, masterId = parameter, date = null] =
    /^(.+)\.(\d{4}-\d{2}-\d{2})$/u.exec(parameter) ?? [];
  const event = events.get(caller.persona, masterId);
  if (!event) return null;
  call.record.eventId = parameter;
  call.record.transactionId = event.properties.transactionId ?? null;
  call.record.meetingId = event.meetingId;
  if (date === null) return asWhole(event);
  const noon = Date.parse(`${date}T12:00Z`);
  const near = occurrencesBetween(event, noon - twoDays, noon + twoDays);
  return near.find((occurrence) => occurrence.date === date) ?? null;
}

const twoDays = 48 * 60 * 60 * 1_000;

const invalid = (message: string): GraphRefusal =>
  refuse(400, "ErrorPropertyValidationFailure", message);

function answered(
  { baseUrl, meetings }: GraphContext,
  { call, caller }: GraphCall,
  status: number,
  occurrence: Occurrence,
): Answer | GraphRefusal {
  const unknown = unknownOption(call, ["$select"]);
  if (unknown) return unknown;
  const timeZone = preferredZone(call);
  if (typeof timeZone !== "string") return timeZone;
  const selected = select(eventView(occurrence, { meetings, timeZone }), call);
  if (isRefusal(selected)) return selected;
  call.record.meetingId = occurrence.event.meetingId;
  const metadata = `${baseUrl}/v1.0/$metadata#users('${caller.persona.oid}')/events/$entity`;
  return graphAnswer(call.record, status, { "@odata.context": metadata, ...selected });
}
