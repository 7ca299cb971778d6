import type { PhraseReading as ToldReading } from "../contract/answers.ts";
import type { TimeProblem } from "../contract/errors.ts";

export interface PhraseContext {
  /** BCP 47, what a person reads, best first: "de". English is always understood beside them. */
  readonly languages: readonly string[];
  /** BCP 47, of the computer: "en-GB". Decides whether 3/12 is in March or in December. */
  readonly locale: string;
  /** IANA name of the computer's zone. */
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly defaultMinutes: number;
  /** "HH:MM": what a day without a time means. */
  readonly workdayStart: string;
  /**
   * Nothing but a time may stand in the text: for a field of its own, where a word that is not
   * understood ("jutro o 14:30") would else be taken for a subject.
   */
  readonly timeOnly?: boolean;
}

/** "YYYY-MM-DD" and "HH:MM". */
export interface WallTime {
  readonly date: string;
  readonly time: string;
}

export type Repeats = "daily" | "weekdays" | "weekly" | "monthly";

/** What was assumed, for one quiet line below the field. Dates are "YYYY-MM-DD", times "HH:MM". */
export type Hint =
  | { readonly kind: "afternoon-assumed"; readonly time: string; readonly morning: string }
  | { readonly kind: "passed-today"; readonly time: string }
  | { readonly kind: "no-time-given"; readonly time: string }
  /** "Next Friday" was read as the week after this one; `date` is this one's. */
  | { readonly kind: "this-weekday-is"; readonly date: string }
  /** Midnight belongs to two days: it is the night between these. */
  | { readonly kind: "night-between"; readonly from: string; readonly to: string }
  /** The same words may as well say this, on the computer's clock. */
  | { readonly kind: "also-means"; readonly date: string; readonly time: string }
  | { readonly kind: "next-day"; readonly date: string }
  | { readonly kind: "repeat-needs-event"; readonly date: string };

/** What the words ask for, before the clocks were asked whether such a time exists. */
export interface Plan {
  readonly start: WallTime | { readonly at: number };
  readonly end: WallTime | { readonly minutes: number };
  readonly timeZone: string;
  readonly zoneNamed: boolean;
  readonly repeats: Repeats | null;
  readonly hint: Hint | null;
  /** The characters of the text that were the time; the rest may be a subject. */
  readonly from: number;
  readonly to: number;
}

export type PhraseReading =
  | { readonly kind: "empty" }
  | {
      readonly kind: "read";
      /** In the computer's zone. */
      readonly start: WallTime;
      readonly end: WallTime;
      /** In `timeZone`, the zone the phrase named; the same as `start` and `end` where it named none. */
      readonly startThere: WallTime;
      readonly endThere: WallTime;
      /** Epoch milliseconds. */
      readonly startAt: number;
      readonly endAt: number;
      readonly timeZone: string;
      readonly zoneNamed: boolean;
      readonly repeats: Repeats | null;
      readonly hint: Hint | null;
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly kind: "problem";
      readonly problem: TimeProblem;
      readonly field: "start" | "end";
      /** What was read all the same, in the zone of the phrase; null where it is no time on the clock. */
      readonly start: WallTime | null;
      readonly from: number;
      readonly to: number;
    }
  /** `unclearZone` is a zone several places share ("IST"), as it was typed. */
  | { readonly kind: "not-understood"; readonly unclearZone: string | null };

export const notUnderstood: PhraseReading = { kind: "not-understood", unclearZone: null };

/** What a window needs of a reading: the times, and what was assumed. */
export function toldReading(reading: PhraseReading): ToldReading {
  switch (reading.kind) {
    case "empty":
    case "not-understood":
      return reading;
    case "problem": {
      const { problem, field, start } = reading;
      return { kind: "problem", problem, field, start };
    }
    case "read": {
      const { startAt, endAt, start, end, timeZone, zoneNamed, repeats, from, to } = reading;
      const { kind: hint, ...values } = reading.hint ?? { kind: null };
      return {
        kind: "read",
        startAt,
        endAt,
        start,
        end,
        repeats,
        from,
        to,
        timeZone: zoneNamed ? timeZone : null,
        hint: hint === null ? null : { kind: hint, values },
      };
    }
  }
}
