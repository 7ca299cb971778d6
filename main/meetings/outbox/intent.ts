import type { CopyFormat } from "../../contract/copy-formats.ts";
import type { MeetingOptions } from "../../contract/meeting-options.ts";
import type { Invitee, Reminder } from "../../graph/event-body.ts";
import type { EventRecurrence } from "../../graph/event-recurrence.ts";

/** What a calendar event has beyond a link. Names others: never on plain disk. */
export interface EventContent {
  readonly invitees: readonly Invitee[];
  /** Addresses of those who present, where the options leave it to chosen people. */
  readonly presenters: readonly string[];
  /** Of those who organise it too. */
  readonly coOrganizers: readonly string[];
  /** Empty where there is none. */
  readonly message: string;
  readonly recurrence: EventRecurrence | null;
  readonly reminder: Reminder;
  /** IANA name of the zone whose clocks the event keeps to. */
  readonly timeZone: string;
}

/** What every intent says, whatever becomes of it. All times are epoch milliseconds. */
interface Known {
  /**
   * The idempotency key: Graph's `externalId` of a link, its `transactionId` of an event, from the press to the end.
   * Asked for as often as it takes, it is one meeting.
   */
  readonly id: string;
  /** Hash of the account it belongs to; the account itself is not on plain disk. */
  readonly accountKey: string;
  readonly askedAt: number;
  readonly startAt: number;
  readonly endAt: number;
  readonly subject: string;
}

/** Somebody waits for it. It ends with the meeting in the history, or with the word that nothing came of it. */
interface Asked extends Known {
  readonly aim: "wanted";
  readonly options: MeetingOptions;
  /** What its link is copied as; null is what the settings say. */
  readonly copyFormat: CopyFormat | null;
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

export interface WantedLink extends Asked {
  readonly kind: "link";
  /** Graph's id of the meeting that was made ahead for it, which only has to be told what it is for. */
  readonly graphId: string | null;
}

export interface WantedEvent extends Asked {
  readonly kind: "event";
  /** Null where nothing sealed it, and the run it was typed in is over. */
  readonly event: EventContent | null;
}

/** A link that waits for the next press. Nobody asked for it yet: it has no draft, no copy, no invitations. */
export interface SpareLink extends Known {
  readonly aim: "spare";
  readonly kind: "link";
  readonly options: MeetingOptions;
  readonly mayExist: boolean;
}

/** Cancelled, undone or of no use any more. It ends with no meeting at Microsoft. */
interface Unwanted extends Known {
  readonly aim: "leaving";
  /** Not to be ended before: the person may still take the cancelling back. */
  readonly notBefore: number | null;
  readonly draftId: string | null;
}

export interface LeavingLink extends Unwanted {
  readonly kind: "link";
  /** Graph's id of the online meeting, where it is known. */
  readonly graphId: string | null;
}

export interface LeavingEvent extends Unwanted {
  readonly kind: "event";
  /** Graph's id in the calendar, where it is known. */
  readonly eventId: string | null;
  /** Where else it is to be looked for. */
  readonly earlierStarts: readonly number[];
}

export type Wanted = WantedLink | WantedEvent;
export type Leaving = LeavingLink | LeavingEvent;
/** One thing a person asked for, or that waits for their asking: the promise behind "one press, one meeting". */
export type Intent = Wanted | SpareLink | Leaving;
