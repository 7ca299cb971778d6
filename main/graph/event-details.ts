import * as v from "valibot";

import { shortList } from "../contract/shape.ts";

import { fail, ok, type Result } from "../contract/errors.ts";
import type { Graph, GraphCall } from "./client.ts";
import { unreadable } from "./graph-errors.ts";
import type { Invitee } from "./event-body.ts";
import {
  type EventRecurrence,
  type ForeignRecurrence,
  readRecurrence,
} from "./event-recurrence.ts";

/** Rooms are among them: a list without one would cancel it. */
export interface Attendee extends Invitee {
  readonly type: "required" | "optional" | "resource";
}

/** What of an event can be changed beyond its subject and times, as it stands in the calendar. */
export interface EventDetails {
  readonly attendees: readonly Attendee[];
  readonly recurrence: EventRecurrence | ForeignRecurrence | null;
  /** Null where nobody is reminded. */
  readonly reminderMinutes: number | null;
  /** Its text as HTML, as it came, with the meeting's own part in it; null where it was not asked for. */
  readonly html: string | null;
}

const address = v.pipe(v.string(), v.maxLength(320), v.regex(/^[^\s@<>",;]+@[^\s@<>",;]+$/u));
const attendee = v.object({
  emailAddress: v.object({
    name: v.fallback(v.nullable(v.pipe(v.string(), v.maxLength(1_000))), null),
    address,
  }),
  type: v.fallback(v.picklist(["required", "optional", "resource"]), "required"),
});
/** @see https://learn.microsoft.com/graph/api/resources/event: 500 are the limit. */
const mostAttendees = 500;
const minutes = v.pipe(v.number(), v.integer(), v.minValue(0));
const details = v.object({
  attendees: shortList(attendee, mostAttendees),
  recurrence: v.optional(v.unknown()),
  isReminderOn: v.boolean(),
  reminderMinutesBeforeStart: v.fallback(minutes, 15),
  body: v.optional(v.object({ contentType: v.literal("html"), content: v.string() })),
});

const members = "id,attendees,recurrence,isReminderOn,reminderMinutesBeforeStart";

/**
 * Whoever cannot be read fails the whole: a list with somebody missing would cancel their invitation.
 * @see https://learn.microsoft.com/graph/api/event-get
 */
export async function readEventDetails(
  graph: Graph,
  eventId: string,
  { withText, ...call }: Pick<GraphCall, "signal" | "language"> & { readonly withText: boolean },
): Promise<Result<EventDetails>> {
  const selected = withText ? `${members},body` : members;
  const path = `/me/events/${encodeURIComponent(eventId)}?$select=${selected}`;
  const answer = await graph({ method: "GET", path, ...call });
  if (!answer.ok) return fail(answer.failure.error);
  const { body, trace } = answer.value;
  const said = parseDetails(body);
  if (said !== null && (said.html !== null || !withText)) return ok(said);
  return fail(unreadable(trace));
}

function parseDetails(body: unknown): EventDetails | null {
  const parsed = v.safeParse(details, body);
  if (!parsed.success) return null;
  const { attendees, recurrence: series = null, body: text, ...reminder } = parsed.output;
  const recurrence = readRecurrence(series);
  if (series !== null && recurrence === null) return null;
  return {
    attendees: attendees.map(({ emailAddress, type }) => ({ ...emailAddress, type })),
    recurrence,
    reminderMinutes: reminder.isReminderOn ? reminder.reminderMinutesBeforeStart : null,
    html: text?.content ?? null,
  };
}
