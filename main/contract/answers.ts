import type { ScheduleProblems, TimeProblem } from "./errors.ts";
import type { Invitee } from "./event-draft.ts";

/** Square modules, quiet zone included; `path` is SVG path data of the dark ones. */
export interface QrCode {
  readonly size: number;
  readonly path: string;
}

/** As it would be pasted. `html` is null for formats that are plain text only. */
export interface CopyPreview {
  readonly text: string;
  readonly html: string | null;
  /** Problems of an own template, by their place in the text. */
  readonly problems: readonly TemplateProblem[];
}
/** Where in the template, in UTF-16 units, `end` not included. */
export type TemplateProblem = { readonly start: number; readonly end: number } & (
  | { readonly kind: "unknown-field"; readonly name: string }
  | { readonly kind: "unclosed-brace" }
  | { readonly kind: "unclosed-bracket" }
);

export interface Zone {
  readonly id: string;
  readonly city: string;
  readonly offsetMinutes: number;
}

/** What was made out of a pasted text. */
export type JoinReading =
  | { readonly kind: "empty" }
  | {
      readonly kind: "meeting";
      readonly meetingId: string | null;
      readonly passcode: string | null;
    }
  /** Nothing in the link says where it leads; `by` names the product that wrapped it. */
  | { readonly kind: "wrapped"; readonly host: string; readonly by: string }
  /** A meeting of another product, by its name. */
  | { readonly kind: "other-product"; readonly product: string }
  /** A link to a Teams meeting that was cut off. */
  | { readonly kind: "incomplete" }
  /** A page of Teams that is no meeting. */
  | { readonly kind: "teams-page" }
  | { readonly kind: "not-teams"; readonly host: string }
  | { readonly kind: "not-understood" };

/** `startAt` and `endAt` are epoch milliseconds, null while they cannot be told. */
export interface ScheduleCheck {
  readonly problems: ScheduleProblems | null;
  readonly startAt: number | null;
  readonly endAt: number | null;
}

/** What was made out of typed or pasted addresses; `rejected` is what is none, as it was typed. */
export interface CheckedInvitees {
  readonly people: readonly Invitee[];
  readonly rejected: readonly string[];
}

/** A meeting as it is for somebody invited. */
export interface InviteeTime {
  /** As it was asked for. */
  readonly address: string;
  /** Null where nobody knows their zone. `city` may be an offset, like "UTC+05:30". */
  readonly clock: {
    readonly start: WallTime;
    readonly end: WallTime;
    readonly city: string;
  } | null;
  /** Null where their calendar could not be looked at. */
  readonly standing: InviteeStanding | null;
}
export type InviteeStanding = "free" | "perhaps-busy" | "outside-hours" | "busy";

/** A day and a time on the clock: "YYYY-MM-DD" and "HH:MM". */
export interface WallTime {
  readonly date: string;
  readonly time: string;
}

/** What a text about time means. Wall times are in the computer's zone. */
export type PhraseReading =
  | { readonly kind: "empty" }
  | { readonly kind: "not-understood" }
  | {
      readonly kind: "problem";
      readonly problem: TimeProblem;
      readonly field: "start" | "end";
      /** What was read all the same, where it is a time on the clock. */
      readonly start: WallTime | null;
    }
  | {
      readonly kind: "read";
      readonly startAt: number;
      readonly endAt: number;
      readonly start: WallTime;
      readonly end: WallTime;
      /** IANA name, where the text named a zone. */
      readonly timeZone: string | null;
      readonly repeats: "daily" | "weekdays" | "weekly" | "monthly" | null;
      readonly hint: PhraseHint | null;
      /** The characters of the text that were the time. */
      readonly from: number;
      readonly to: number;
    };

/** Something that was assumed; the words are the renderer's. */
export interface PhraseHint {
  readonly kind: string;
  readonly values: Readonly<Record<string, string>>;
}
