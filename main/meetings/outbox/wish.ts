import * as v from "valibot";

import { type CopyFormat, copyFormats } from "../../contract/copy-formats.ts";
import type { MeetingOptions } from "../../contract/meeting-options.ts";
import { meetingOptions } from "../../contract/option-schema.ts";
import type { Invitee, Reminder } from "../../graph/event-body.ts";
import type { EventRecurrence } from "../../graph/event-recurrence.ts";

/** What a calendar event has beyond a link. Names others: never on plain disk. */
export interface EventContent {
  readonly invitees: readonly Invitee[];
  /** Addresses of those who present, where the options leave it to chosen people. */
  readonly presenters: readonly string[];
  /** Empty where there is none. */
  readonly message: string;
  readonly recurrence: EventRecurrence | null;
  readonly reminder: Reminder;
  /** IANA name of the zone whose clocks the event keeps to. */
  readonly timeZone: string;
}

/**
 * One thing a person asked for, kept on disk until it is settled: the promise behind "one press, one
 * meeting". Its id is the `externalId` Graph knows the meeting by, or the `transactionId` of the event, for
 * the whole life of the wish.
 */
export interface Wish {
  readonly id: string;
  readonly kind: "link" | "event";
  /** Of an event; null where it could not be kept, and where nothing is to be made of it any more. */
  readonly event: EventContent | null;
  /** Hash of the account it belongs to; the account itself is not on plain disk. */
  readonly accountKey: string;
  /** All times are epoch milliseconds. */
  readonly wishedAt: number;
  readonly startAt: number;
  readonly endAt: number;
  readonly subject: string;
  readonly options: MeetingOptions;
  /** What its link is copied as; null is what the settings say. */
  readonly copyFormat: CopyFormat | null;
  /**
   * "wanted" ends with the meeting in the history, "unwanted" (cancelled or undone) with none at
   * Microsoft, "spare" with a meeting that waits for the next press.
   */
  readonly aim: "wanted" | "unwanted" | "spare";
  /** Graph's id of the meeting, or of the event, where it is known. A wanted one that has it was made ahead. */
  readonly graphId: string | null;
  /** Not to be ended before, epoch milliseconds: the person may still take the cancelling back. */
  readonly notBefore: number | null;
  /** An earlier request may have made the meeting: no later refusal proves that there is none. */
  readonly mayExist: boolean;
  /**
   * The form was changed after a try whose answer was lost: what may have been made then, at these starts, is
   * changed into what is asked for now. Empty for what was never asked for otherwise.
   */
  readonly earlierStarts: readonly number[];
  /** The form's draft it came from. Known to the run that it was sent in, and not on disk. */
  readonly draftId: string | null;
}

const time = v.pipe(v.number(), v.integer());

const nullableText = v.nullable(v.string());

export const eventContent = v.object({
  invitees: v.array(v.object({ name: nullableText, address: v.string() })),
  presenters: v.optional(v.array(v.string()), []),
  message: v.string(),
  recurrence: v.nullable(
    v.object({
      every: v.picklist(["day", "weekday", "week", "month"]),
      until: nullableText,
      count: v.nullable(v.number()),
    }),
  ),
  reminder: v.fallback(v.nullable(v.union([v.number(), v.literal("none")])), null),
  timeZone: v.string(),
});

/** Absent in what earlier versions kept. */
export const keptFormat = v.fallback(v.optional(v.nullable(v.picklist(copyFormats)), null), null);

/** As stored: subject and event are sealed, or absent where they could not be. */
export const storedWish = v.object({
  id: v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/u)),
  accountKey: v.string(),
  wishedAt: time,
  startAt: time,
  endAt: time,
  sealedSubject: nullableText,
  aim: v.picklist(["wanted", "unwanted", "spare"]),
  graphId: nullableText,
  // Absent in files of earlier versions.
  kind: v.optional(v.picklist(["link", "event"]), "link"),
  sealedEvent: v.fallback(v.optional(nullableText, null), null),
  options: v.fallback(v.optional(meetingOptions, {}), {}),
  notBefore: v.fallback(v.optional(v.nullable(time), null), null),
  copyFormat: keptFormat,
  earlierStarts: v.fallback(v.optional(v.pipe(v.array(time), v.readonly()), []), []),
});
export type StoredWish = v.InferOutput<typeof storedWish>;
