import * as v from "valibot";

import { longestMessage, mostInvitees } from "./event-limits.ts";
import { shortList } from "./shape.ts";

/** What people copy out of a mail or a list. */
export const addressList = v.pipe(v.string(), v.maxLength(20_000));

export const invitee = v.strictObject({
  address: v.pipe(v.string(), v.maxLength(400)),
  name: v.nullable(v.pipe(v.string(), v.maxLength(200))),
});

/** `until` is the last day, "YYYY-MM-DD", `count` how many times; at most one of them. */
const pattern = v.strictObject({
  every: v.picklist(["day", "weekday", "week", "month"]),
  until: v.nullable(v.pipe(v.string(), v.regex(/^(\d{4}-\d{2}-\d{2})?$/u))),
  count: v.nullable(v.pipe(v.number(), v.integer())),
});

/** What a repetition that was read in words is, in a draft. */
export const everyOf = {
  daily: "day",
  weekdays: "weekday",
  weekly: "week",
  monthly: "month",
} as const;

const addresses = shortList(v.pipe(v.string(), v.maxLength(400)), mostInvitees);

/** What a calendar event has beyond a link. */
export const eventDraft = v.strictObject({
  invitees: shortList(invitee, mostInvitees),
  /** Addresses of those who present, where that is left to people of one's choice. */
  presenters: addresses,
  /** Those of them who organise it too, where people are chosen for that. */
  coOrganizers: addresses,
  /** Plain text, empty where there is none. Of an event that exists: what is to stand above its text. */
  message: v.pipe(v.string(), v.maxLength(longestMessage)),
  /** "other" is one that this form does not know: it stays as it is in Outlook. */
  recurrence: v.nullable(v.union([pattern, v.literal("other")])),
  /** Null leaves it to the person's own default in Outlook. */
  reminder: v.nullable(v.union([v.pipe(v.number(), v.integer()), v.literal("none")])),
});

export type EventDraft = v.InferOutput<typeof eventDraft>;
export type Invitee = v.InferOutput<typeof invitee>;
