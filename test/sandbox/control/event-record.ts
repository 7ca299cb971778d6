import type { EventProperties } from "../graph/calendar/event-schema.ts";
import type { StoredEvent } from "../graph/calendar/events.ts";
import { instantOf } from "../graph/calendar/time-zones.ts";
import type { Meetings } from "../graph/meetings.ts";

type Asked = "start" | "end" | "recurrence" | "isReminderOn" | "reminderMinutesBeforeStart";
type Told = "id" | "oid" | "meetingId" | "createdAt" | "deletedAt" | "endedBy" | "comment";

/** An event as tests compare it: what was asked of it, and what became of it. */
export interface EventRecord extends Pick<StoredEvent, Told>, Pick<EventProperties, Asked> {
  readonly transactionId: string | null;
  readonly subject: string | null;
  readonly bodyText: string | null;
  /** Epoch milliseconds; of a series those of its first time. */
  readonly startAt: number;
  readonly endAt: number;
  readonly attendees: readonly string[];
  /** Of its meeting, deleted or not. */
  readonly joinWebUrl: string | null;
}

export function eventRecord(event: StoredEvent, meetings: Meetings): EventRecord {
  const { properties } = event;
  const { start, end, recurrence = null } = properties;
  const meeting = meetings.all().find(({ id }) => id === event.meetingId);
  return {
    id: event.id,
    oid: event.oid,
    transactionId: properties.transactionId ?? null,
    subject: properties.subject ?? null,
    bodyText: properties.body?.content ?? null,
    start,
    end,
    startAt: instantOf(start),
    endAt: instantOf(end),
    recurrence,
    attendees: (properties.attendees ?? []).map(({ emailAddress }) => emailAddress.address),
    isReminderOn: properties.isReminderOn,
    reminderMinutesBeforeStart: properties.reminderMinutesBeforeStart,
    meetingId: event.meetingId,
    joinWebUrl: meeting?.joinWebUrl ?? null,
    createdAt: event.createdAt,
    deletedAt: event.deletedAt,
    endedBy: event.endedBy,
    comment: event.comment,
  };
}
