import * as v from "valibot";

import { copyFormats } from "./copy-formats.ts";
import { eventDraft } from "./event-draft.ts";
import { asApp, invitationLanguages } from "./languages.ts";
import { meetingOptions, presetSchema } from "./option-schema.ts";
import { mostPresets } from "./presets.ts";
import { reminderMinutes } from "./reminder-minutes.ts";

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
  cloud: v.picklist(["global", "us-l4", "us-l5", "china"]),
});

const subject = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(255));
const durationMinutes = v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(24 * 60));

/** Absent is what the settings say for everybody. */
export const accountDefaults = v.strictObject({
  subject: v.optional(subject),
  durationMinutes: v.optional(durationMinutes),
  presetId: v.optional(v.pipe(v.string(), v.maxLength(64))),
});

export const copyFormat = v.picklist(copyFormats);

/** Long enough for a whole invitation. */
export const template = v.pipe(v.string(), v.maxLength(4_000));

/** All that decides what a copy looks like. */
export const copyChoices = v.strictObject({
  copyFormat,
  template,
  includeTime: v.boolean(),
  includeMeetingId: v.boolean(),
  includeDialIn: v.boolean(),
  invitationLanguage: v.picklist([asApp, ...invitationLanguages]),
});

/** At least one setting: a change of nothing is a mistake, or an attack that lost its load on the way. */
export const settingsChange = v.pipe(
  v.partial(
    v.strictObject({
      theme: v.picklist(["system", "light", "dark"]),
      language: v.pipe(v.string(), v.regex(/^(system|[a-z]{2,3}(-[A-Za-z]{2,4})?)$/u)),
      defaultSubject: subject,
      defaultDurationMinutes: durationMinutes,
      presets: v.pipe(v.array(presetSchema), v.maxLength(mostPresets)),
      ...copyChoices.entries,
      keepLinkReady: v.boolean(),
      askBeforeSecond: v.boolean(),
      notifyWhenCreated: v.boolean(),
      showUpcoming: v.boolean(),
      notifyBeforeMinutes: v.nullable(v.picklist(reminderMinutes)),
      hideSubjects: v.boolean(),
      showCountdown: v.boolean(),
      shortcutEnabled: v.boolean(),
      showAsWindow: v.boolean(),
      keepWithoutKeyring: v.boolean(),
    }),
  ),
  v.check((change) => Object.keys(change).length > 0),
);

export type ScheduleDraft = v.InferOutput<typeof scheduleDraft>;
export type TimesDraft = v.InferOutput<typeof timesDraft>;
export type OrganisationDraft = v.InferOutput<typeof organisationDraft>;
export type CopyChoices = v.InferOutput<typeof copyChoices>;
export type SettingsChange = v.InferOutput<typeof settingsChange>;
