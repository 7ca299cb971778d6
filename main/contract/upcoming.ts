import * as v from "valibot";

import { appError } from "./error-schema.ts";
import { instant, kindOf, listOf, shape } from "./shape.ts";

/** A meeting of the next days. No addresses: main has them, by `id`. Times are epoch milliseconds; text, never HTML. */
const upcomingMeeting = shape({
  id: v.string(),
  subject: v.nullable(v.string()),
  startAt: instant,
  endAt: instant,
  /** Full minutes to the start, from 30 before it until 10 after it, when they are negative; else null. */
  startsInMinutes: v.nullable(v.number()),
  /** Soon is within the 15 minutes in which people join. */
  phase: v.picklist(["running", "soon", "later"]),
  organiserName: v.nullable(v.string()),
  youOrganise: v.boolean(),
  inviteeCount: v.number(),
  /** Whether it can be joined, and its link copied. */
  hasLink: v.boolean(),
  /** Whose meeting it is, by the product's name, where it is not of Teams. */
  product: v.nullable(v.string()),
  isInOutlook: v.boolean(),
  /** Whether a message to everybody else in it can be begun. */
  mail: v.picklist(["ready", "nobody", "too-many"]),
  isTentative: v.boolean(),
  /** Of the first other meeting at the same time; its subject may be empty. Null where there is none. */
  overlapsWith: v.nullable(v.string()),
});
export type UpcomingMeeting = v.InferOutput<typeof upcomingMeeting>;

const upcomingDay = shape({
  /** "YYYY-MM-DD", and how many days from today. */
  date: v.string(),
  daysAway: v.number(),
  allDay: listOf(shape({ id: v.string(), subject: v.nullable(v.string()) })),
  rows: listOf(upcomingMeeting),
});
export type UpcomingDay = v.InferOutput<typeof upcomingDay>;

/** The calendar of whoever organises now. */
export const upcoming = v.variant("kind", [
  /** Not switched on, or this account has not allowed it. */
  kindOf("off", {}),
  /** The person is asked for the permission, in the browser or by a code. */
  kindOf("asking", {}),
  kindOf("loading", {}),
  kindOf("failed", { error: appError }),
  kindOf("shown", {
    /** Days with nothing are left out. */
    days: listOf(upcomingDay),
    /** Out of the way on wish, in order; in nothing else of this. */
    dismissed: listOf(upcomingMeeting),
    /** The one to offer above all others: from 30 minutes before its start until 10 after it. */
    next: v.nullable(upcomingMeeting),
    /** How many of today's and tomorrow's can be joined. */
    joinableCount: v.number(),
    /** When Microsoft last answered. */
    updatedAt: instant,
    /** It did not answer since: this is what was known then. */
    isStale: v.boolean(),
  }),
]);
export type Upcoming = v.InferOutput<typeof upcoming>;

/** A meeting its person is to be told of; a new object each time. `at` is when, in epoch milliseconds. */
export const reminder = shape({
  meetingId: v.string(),
  at: instant,
});
