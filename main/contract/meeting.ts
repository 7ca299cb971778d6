import * as v from "valibot";

import { copyFormats } from "./copy-formats.ts";
import { appError } from "./error-schema.ts";
import { meetingOptions, optionDifference } from "./option-schema.ts";
import { instant, kindOf, listOf, shape } from "./shape.ts";

/** How to join by telephone. Text as Graph gave it. */
export const dialIn = shape({
  number: v.string(),
  conferenceId: v.nullable(v.string()),
  moreNumbersUrl: v.nullable(v.string()),
});
export type DialIn = v.InferOutput<typeof dialIn>;

/** A meeting as people see it. Times are epoch milliseconds (UTC). Every string is text, never HTML. */
export const meeting = shape({
  /** Our own id, also the `externalId` Graph knows it by. */
  id: v.string(),
  kind: v.picklist(["link", "event"]),
  /** Of an event: how many were invited. Once there are some it is not undone, but cancelled. */
  inviteeCount: v.number(),
  /** A series; the times are those of its first time. */
  repeats: v.boolean(),
  subject: v.string(),
  startAt: instant,
  endAt: instant,
  createdAt: instant,
  joinUrl: v.string(),
  /** Digits people type to join, or null where Graph gave none. */
  meetingId: v.nullable(v.string()),
  passcode: v.nullable(v.string()),
  dialIn: v.nullable(dialIn),
  organiserId: v.string(),
  organiserUsername: v.string(),
  /** When the link ends, null where Graph did not say. */
  expiresAt: v.nullable(instant),
  /** Who skips the lobby, as the organisation answered; null where it did not say. */
  lobby: v.nullable(v.string()),
  /** What was asked for, by its maker; others may have changed it since. */
  asked: v.pipe(meetingOptions, v.readonly()),
  /** Options that are otherwise than asked. */
  differences: listOf(optionDifference),
  /** They are, because setting them failed; else because the organisation decided so. */
  optionsFailed: v.boolean(),
  hasOptionsPage: v.boolean(),
  /** What a copy of it is where nobody names a format: its preset's; null is what the settings say. */
  copyFormat: v.nullable(v.picklist(copyFormats)),
  /** Handed over from the links kept ready; its subject and times are still on their way to Teams. */
  isSettling: v.boolean(),
  /** Deleted by somebody else. */
  isGone: v.boolean(),
});
export type Meeting = v.InferOutput<typeof meeting>;

/** A meeting whose cancelling can still be taken back. */
export const leaving = shape({
  id: v.string(),
  /** Epoch milliseconds: then it is ended at Microsoft. */
  endsAt: instant,
});
export type Leaving = v.InferOutput<typeof leaving>;

/** "old-link-cleared": it was to take the place of another meeting, whose link was taken off the clipboard. */
const clipboardWord = v.picklist(["unchanged", "old-link-cleared"]);

const failed = kindOf("failed", {
  error: appError,
  /** What is tried again under the same id, so that it never makes a second meeting. */
  intentId: v.string(),
  draftId: v.nullable(v.string()),
  /**
   * "not-created": there is no meeting. "unsure": there may be one. "unsure-change": it is there and in the list, but
   * may not be what was asked for last. "not-ended": it was to end, and may still be there.
   */
  outcome: v.picklist(["not-created", "unsure", "unsure-change", "not-ended"]),
  meetingKind: v.picklist(["link", "event"]),
  inviteeCount: v.number(),
  clipboard: clipboardWord,
});
export type Failed = v.InferOutput<typeof failed>;

/**
 * What came of a press or of the form. `draftId` names the form's draft it came from: the form knows its own
 * by it, also when the meeting is made later. Null for everything else.
 */
export const creation = v.variant("kind", [
  kindOf("idle", {}),
  kindOf("creating", {
    intentId: v.string(),
    draftId: v.nullable(v.string()),
    startedAt: instant,
    /** Set while waiting before the next try, epoch milliseconds. */
    retryAt: v.nullable(instant),
    reason: v.picklist(["first-try", "throttled", "no-answer", "link-not-ready"]),
  }),
  /** One like it was made a moment ago: the person chooses. `copied` where nobody could be asked. */
  kindOf("repeat", { meeting, copied: v.boolean() }),
  kindOf("created", {
    meeting,
    draftId: v.nullable(v.string()),
    copied: v.boolean(),
    /** Why its options could not be set; null where nothing failed. */
    unset: v.nullable(appError),
    /** More people get in than were asked for: the link waits for the person's word. */
    isHeld: v.boolean(),
    /** Where it is held. */
    clipboard: clipboardWord,
    createdAt: instant,
  }),
  failed,
  kindOf("ending", { intentId: v.string(), meeting: v.nullable(meeting) }),
  kindOf("ended", {
    intentId: v.string(),
    clipboardCleared: v.boolean(),
    /** False where the organisation would not have the meeting shut: its link may still let people in. */
    isShut: v.boolean(),
  }),
]);
export type Creation = v.InferOutput<typeof creation>;
