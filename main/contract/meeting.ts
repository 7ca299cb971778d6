import type { CopyFormat } from "./copy-formats.ts";
import type { AppError } from "./errors.ts";
import type { MeetingOptions, OptionDifference } from "./meeting-options.ts";

/** How to join by telephone. Text as Graph gave it. */
export interface DialIn {
  readonly number: string;
  readonly conferenceId: string | null;
  readonly moreNumbersUrl: string | null;
}

/** A meeting as people see it. Times are epoch milliseconds (UTC). Every string is text, never HTML. */
export interface Meeting {
  /** Our own id, also the `externalId` Graph knows it by. */
  readonly id: string;
  readonly kind: "link" | "event";
  /** Of an event: how many were invited. Once there are some it is not undone, but cancelled. */
  readonly inviteeCount: number;
  /** A series; the times are those of its first time. */
  readonly repeats: boolean;
  readonly subject: string;
  readonly startAt: number;
  readonly endAt: number;
  readonly createdAt: number;
  readonly joinUrl: string;
  /** Digits people type to join, or null where Graph gave none. */
  readonly meetingId: string | null;
  readonly passcode: string | null;
  readonly dialIn: DialIn | null;
  readonly organiserId: string;
  readonly organiserUsername: string;
  /** When the link ends, null where Graph did not say. */
  readonly expiresAt: number | null;
  /** Who skips the lobby, as the organisation answered; null where it did not say. */
  readonly lobby: string | null;
  /** What was asked for, by its maker; others may have changed it since. */
  readonly asked: MeetingOptions;
  /** Options that are otherwise than asked. */
  readonly differences: readonly OptionDifference[];
  /** They are, because setting them failed; else because the organisation decided so. */
  readonly optionsFailed: boolean;
  readonly hasOptionsPage: boolean;
  /** What a copy of it is where nobody names a format: its preset's; null is what the settings say. */
  readonly copyFormat: CopyFormat | null;
  /** Handed over from the links kept ready; its subject and times are still on their way to Teams. */
  readonly isSettling: boolean;
  /** Deleted by somebody else. */
  readonly isGone: boolean;
}

/** A meeting whose cancelling can still be taken back. */
export interface Leaving {
  readonly id: string;
  /** Epoch milliseconds: then it is ended at Microsoft. */
  readonly endsAt: number;
}

/**
 * What came of a press or of the form. `draftId` names the form's draft it came from: the form knows its own
 * by it, also when the meeting is made later. Null for everything else.
 */
export type Creation =
  | { readonly kind: "idle" }
  | {
      readonly kind: "creating";
      readonly intentId: string;
      readonly draftId: string | null;
      readonly startedAt: number;
      /** Set while waiting before the next try, epoch milliseconds. */
      readonly retryAt: number | null;
      readonly reason: "first-try" | "throttled" | "no-answer" | "link-not-ready";
    }
  /** One like it was made a moment ago: the person chooses. `copied` where nobody could be asked. */
  | { readonly kind: "repeat"; readonly meeting: Meeting; readonly copied: boolean }
  | {
      readonly kind: "created";
      readonly meeting: Meeting;
      readonly draftId: string | null;
      readonly copied: boolean;
      /** Why its options could not be set; null where nothing failed. */
      readonly unset: AppError | null;
      /** More people get in than were asked for: the link waits for the person's word. */
      readonly isHeld: boolean;
      readonly createdAt: number;
    }
  | Failed
  | { readonly kind: "ending"; readonly meeting: Meeting | null }
  | { readonly kind: "ended"; readonly clipboardCleared: boolean };

export interface Failed {
  readonly kind: "failed";
  readonly error: AppError;
  /** What is tried again under the same id, so that it never makes a second meeting. */
  readonly intentId: string;
  readonly draftId: string | null;
  /**
   * "not-created": there is no meeting. "unsure": there may be one. "not-ended": it was to end, and may still
   * be there.
   */
  readonly outcome: "not-created" | "unsure" | "not-ended";
  readonly meetingKind: "link" | "event";
  readonly inviteeCount: number;
}
