import * as v from "valibot";

import { copyFormats } from "./copy-formats.ts";
import {
  isOfChosenPeople,
  type MeetingOptions,
  type OptionDifference,
  optionNames,
  optionValues,
} from "./meeting-options.ts";

const yesOrNo = v.optional(v.boolean());

/** Apart from the options themselves, so that windows need not load what checks them. */
export const meetingOptions = v.strictObject({
  lobby: v.optional(v.picklist(optionValues.lobby)),
  callersSkipLobby: yesOrNo,
  admitters: v.optional(v.picklist(optionValues.admitters)),
  coOrganizers: v.optional(v.picklist(optionValues.coOrganizers)),
  presenters: v.optional(v.picklist(optionValues.presenters)),
  chat: v.optional(v.picklist(optionValues.chat)),
  attendeesMayUnmute: yesOrNo,
  attendeesMayUseCamera: yesOrNo,
  reactions: yesOrNo,
  recording: yesOrNo,
  transcription: yesOrNo,
  recordAutomatically: yesOrNo,
  announceEntry: yesOrNo,
}) satisfies v.GenericSchema<MeetingOptions>;

const optionValue = v.union([v.string(), v.boolean()]);
export const optionDifference = v.strictObject({
  option: v.picklist(optionNames),
  asked: optionValue,
  got: v.nullable(optionValue),
}) satisfies v.GenericSchema<OptionDifference>;

export const presetSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/u)),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
  // Who presents or organises too is chosen among the invited of one meeting.
  options: v.pipe(
    meetingOptions,
    v.check((options) => !Object.values(options).some(isOfChosenPeople)),
  ),
  subject: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(255))),
  durationMinutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(24 * 60))),
  copyFormat: v.optional(v.picklist(copyFormats)),
});
