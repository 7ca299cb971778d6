import { Temporal } from "temporal-polyfill";
import * as v from "valibot";

import { members } from "../members.ts";
import { recurrence } from "./recurrence-schema.ts";
import { instantOf, zoneOf } from "./time-zones.ts";

const type = v.optional(v.string());
const flag = v.optional(v.boolean());

/** A reading of a clock on a wall: an offset has no place in it. */
const wall = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?$/u),
  v.check(canRead, "There is no such time."),
);

export const dateTimeTimeZone = members({
  "@odata.type": type,
  dateTime: wall,
  timeZone: v.pipe(
    v.string(),
    v.check((name) => zoneOf(name) !== null, "There is no such time zone."),
  ),
});

const attendee = members({
  "@odata.type": type,
  emailAddress: members({
    "@odata.type": type,
    address: v.pipe(v.string(), v.regex(/^[^\s@]+@[^\s@]+$/u)),
    name: v.optional(v.nullable(v.string())),
  }),
  type: v.optional(v.picklist(["required", "optional", "resource"]), "required"),
});

const changeable = {
  "@odata.type": type,
  subject: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(255)))),
  body: v.optional(
    members({
      "@odata.type": type,
      contentType: v.picklist(["text", "html"]),
      content: v.string(),
    }),
  ),
  /** @see https://learn.microsoft.com/graph/api/resources/event: 500 attendees are the limit. */
  attendees: v.optional(v.pipe(v.array(attendee), v.maxLength(500))),
  recurrence: v.optional(v.nullable(recurrence)),
  isOnlineMeeting: flag,
  onlineMeetingProvider: v.optional(
    v.picklist(["unknown", "teamsForBusiness", "skypeForBusiness", "skypeForConsumer"]),
  ),
  isReminderOn: flag,
  reminderMinutesBeforeStart: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  allowNewTimeProposals: flag,
  responseRequested: flag,
  hideAttendees: flag,
  isAllDay: flag,
  showAs: v.optional(v.picklist(["free", "tentative", "busy", "oof", "workingElsewhere"])),
  importance: v.optional(v.picklist(["low", "normal", "high"])),
  sensitivity: v.optional(v.picklist(["normal", "personal", "private", "confidential"])),
  location: v.optional(members({ "@odata.type": type, displayName: v.string() })),
  categories: v.optional(v.array(v.string())),
};

/** @see https://learn.microsoft.com/graph/api/user-post-events */
export const createEventSchema = members({
  ...changeable,
  start: dateTimeTimeZone,
  end: dateTimeTimeZone,
  transactionId: v.optional(v.nullable(v.pipe(v.string(), v.minLength(1)))),
});

/** @see https://learn.microsoft.com/graph/api/event-update: the transaction id stays what it was. */
export const updateEventSchema = members({
  ...changeable,
  start: v.optional(dateTimeTimeZone),
  end: v.optional(dateTimeTimeZone),
});

/** @see https://learn.microsoft.com/graph/api/event-cancel */
export const cancelEventSchema = members({ comment: v.optional(v.nullable(v.string())) });

export type EventProperties = v.InferOutput<typeof createEventSchema>;
export type RecurrenceOf = NonNullable<EventProperties["recurrence"]>;

/** What no schema of one member can see; null where the members agree with each other. */
export function disagreement({ start, end, isAllDay, recurrence: rule }: EventProperties) {
  if (instantOf(end) < instantOf(start)) return "The end lies before the start.";
  const isMidnight = [start, end].every(({ dateTime }) => /T00:00(:00(\.0+)?)?$/u.test(dateTime));
  if (isAllDay === true && (!isMidnight || start.timeZone !== end.timeZone))
    return "An all-day event lasts from midnight to midnight in one zone.";
  if (rule && !start.dateTime.startsWith(rule.range.startDate))
    return "A series begins on the day of its first event.";
  return null;
}

function canRead(text: string): boolean {
  try {
    Temporal.PlainDateTime.from(text, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}
