import * as v from "valibot";

import { copyFormats } from "./copy-formats.ts";
import { eventDraft } from "./event-draft.ts";
import { meetingOptions } from "./option-schema.ts";
import { cloud } from "./state.ts";

/** One line of text as typed. */
export const line = v.pipe(v.string(), v.maxLength(1_000));

/** Wall-clock values as typed: dates "YYYY-MM-DD", times "HH:MM", empty while the field is empty. */
export const scheduleDraft = v.strictObject({
  subject: line,
  startDate: v.pipe(v.string(), v.regex(/^(\d{4}-\d{2}-\d{2})?$/u)),
  startTime: v.pipe(v.string(), v.regex(/^(\d{2}:\d{2})?$/u)),
  endDate: v.pipe(v.string(), v.regex(/^(\d{4}-\d{2}-\d{2})?$/u)),
  endTime: v.pipe(v.string(), v.regex(/^(\d{2}:\d{2})?$/u)),
  /** Which of the two is meant when the clocks go back over a time; null asks. */
  startOccurrence: v.nullable(v.picklist(["earlier", "later"])),
  endOccurrence: v.nullable(v.picklist(["earlier", "later"])),
  /** IANA name of the zone the times are in; null is the computer's. */
  timeZone: v.nullable(v.pipe(v.string(), v.maxLength(64), v.regex(/^[\w+/-]+$/u))),
  options: meetingOptions,
  /** The preset it is made with; absent where a meeting that exists is changed. */
  presetId: v.optional(v.pipe(v.string(), v.maxLength(64))),
  /** Null is a link only. */
  event: v.nullable(eventDraft),
});

/** When a meeting is to be, without what it is. */
export const timesDraft = v.pick(scheduleDraft, [
  "startDate",
  "startTime",
  "endDate",
  "endTime",
  "startOccurrence",
  "endOccurrence",
  "timeZone",
]);

export const organisationDraft = v.strictObject({
  clientId: line,
  tenant: line,
  cloud,
});

export const copyFormat = v.picklist(copyFormats);

export type ScheduleDraft = v.InferOutput<typeof scheduleDraft>;
export type TimesDraft = v.InferOutput<typeof timesDraft>;
export type OrganisationDraft = v.InferOutput<typeof organisationDraft>;
