import type { AppError } from "./errors.ts";

/** A meeting of the next days. No addresses: main has them, by `id`. Times are epoch milliseconds; text, never HTML. */
export interface UpcomingMeeting {
  readonly id: string;
  readonly subject: string | null;
  readonly startAt: number;
  readonly endAt: number;
  /** Full minutes to the start, from 30 before it until 10 after it, when they are negative; else null. */
  readonly startsInMinutes: number | null;
  /** Soon is within the 15 minutes in which people join. */
  readonly phase: "running" | "soon" | "later";
  readonly organiserName: string | null;
  readonly youOrganise: boolean;
  readonly inviteeCount: number;
  /** Whether it can be joined, and its link copied. */
  readonly hasLink: boolean;
  /** Whose meeting it is, by the product's name, where it is not of Teams. */
  readonly product: string | null;
  readonly isInOutlook: boolean;
  /** Whether a message to everybody else in it can be begun. */
  readonly mail: "ready" | "nobody" | "too-many";
  readonly isTentative: boolean;
  /** Of the first other meeting at the same time; its subject may be empty. Null where there is none. */
  readonly overlapsWith: string | null;
}

export interface UpcomingDay {
  /** "YYYY-MM-DD", and how many days from today. */
  readonly date: string;
  readonly daysAway: number;
  readonly allDay: readonly Pick<UpcomingMeeting, "id" | "subject">[];
  readonly rows: readonly UpcomingMeeting[];
}

/** The calendar of whoever organises now. */
export type Upcoming =
  /** Not switched on, or this account has not allowed it. */
  | { readonly kind: "off" }
  /** The person is asked for the permission, in the browser or by a code. */
  | { readonly kind: "asking" }
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly error: AppError }
  | {
      readonly kind: "shown";
      /** Days with nothing are left out. */
      readonly days: readonly UpcomingDay[];
      /** Out of the way on wish, in order; in nothing else of this. */
      readonly dismissed: readonly UpcomingMeeting[];
      /** The one to offer above all others: from 30 minutes before its start until 10 after it. */
      readonly next: UpcomingMeeting | null;
      /** How many of today's and tomorrow's can be joined. */
      readonly joinableCount: number;
      /** When Microsoft last answered. */
      readonly updatedAt: number;
      /** It did not answer since: this is what was known then. */
      readonly isStale: boolean;
    };

/** A meeting its person is to be told of; a new object each time. `at` is when, in epoch milliseconds. */
export interface Reminder {
  readonly meetingId: string;
  readonly at: number;
}
