import * as v from "valibot";

import { meetingOptions, type MeetingOptions } from "./meeting-options.ts";

const presetId = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/u));

/** A named set of choices for new meetings. Absent subject and duration are those of the account. */
export const preset = v.strictObject({
  id: presetId,
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
  options: meetingOptions,
  subject: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(255))),
  durationMinutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(24 * 60))),
});
export type Preset = v.InferOutput<typeof preset>;

export const mostPresets = 30;

/** Their names are translated: `presets.<id>` in the catalogues. */
const builtIn: Readonly<Record<string, MeetingOptions>> = {
  standard: {},
  "open-door": { lobby: "everyone", callersSkipLobby: true, presenters: "everyone" },
  "external-guests": { lobby: "invited", presenters: "organizer" },
  guarded: {
    lobby: "organizer",
    callersSkipLobby: false,
    presenters: "organizer",
    chat: "disabled",
    attendeesMayUnmute: false,
    attendeesMayUseCamera: false,
  },
};

/** The built-in ones first, in a fixed order; `name` is null where it is translated. */
export interface OfferedPreset extends Omit<Preset, "name"> {
  readonly name: string | null;
}

export function offeredPresets(own: readonly Preset[]): readonly OfferedPreset[] {
  const fixed = Object.entries(builtIn).map(([id, options]) => ({ id, name: null, options }));
  return [...fixed, ...own.filter(({ id }) => !Object.hasOwn(builtIn, id))];
}

/** "standard" for one that was removed meanwhile. */
export function findPreset(own: readonly Preset[], id: string | undefined): OfferedPreset {
  const [standard, ...others] = offeredPresets(own);
  return (
    others.find((one) => one.id === id) ?? standard ?? { id: "standard", name: null, options: {} }
  );
}
