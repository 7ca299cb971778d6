import * as v from "valibot";

import type { MeetingOptions } from "../contract/meeting-options.ts";
import { meetingOptions } from "../contract/option-schema.ts";

/**
 * One thing a person asked for, kept on disk until it is settled: the promise behind "one press, one
 * meeting". Its id is the `externalId` Graph knows the meeting by, for the whole life of the wish.
 */
export interface Wish {
  readonly id: string;
  /** Hash of the account it belongs to; the account itself is not on plain disk. */
  readonly accountKey: string;
  /** All times are epoch milliseconds. */
  readonly wishedAt: number;
  readonly startAt: number;
  readonly endAt: number;
  readonly subject: string;
  readonly options: MeetingOptions;
  /**
   * "wanted" ends with the meeting in the history, "unwanted" (cancelled or undone) with none at
   * Microsoft, "spare" with a meeting that waits for the next press.
   */
  readonly aim: "wanted" | "unwanted" | "spare";
  /** Graph's id where the meeting is known to exist. A wanted one that has it was made ahead. */
  readonly graphId: string | null;
  /** Not to be ended before, epoch milliseconds: the person may still take the cancelling back. */
  readonly notBefore: number | null;
  /** An earlier request may have made the meeting: no later refusal proves that there is none. */
  readonly mayExist: boolean;
}

const time = v.pipe(v.number(), v.integer());

/** As stored: the subject is sealed, or absent where it could not be. */
export const storedWish = v.object({
  id: v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/u)),
  accountKey: v.string(),
  wishedAt: time,
  startAt: time,
  endAt: time,
  sealedSubject: v.nullable(v.string()),
  aim: v.picklist(["wanted", "unwanted", "spare"]),
  graphId: v.nullable(v.string()),
  // Absent in files of earlier versions.
  options: v.fallback(v.optional(meetingOptions, {}), {}),
  notBefore: v.fallback(v.optional(v.nullable(time), null), null),
});
export type StoredWish = v.InferOutput<typeof storedWish>;
