import type { CopyFormat } from "./copy-formats.ts";
import type { MeetingOptions } from "./meeting-options.ts";

/** A named set of choices for new meetings. Absent subject and duration are those of the account. */
export interface Preset {
  readonly id: string;
  readonly name: string;
  readonly options: MeetingOptions;
  readonly subject?: string | undefined;
  readonly durationMinutes?: number | undefined;
  /** What its meetings are copied as; absent is what the settings say. */
  readonly copyFormat?: CopyFormat | undefined;
}

export const mostPresets = 30;

/** Their names are translated: `presets.<id>` in the catalogues. */
const builtIn: Readonly<Record<string, MeetingOptions>> = {
  standard: {},
  "open-door": { lobby: "everyone", callersSkipLobby: true, presenters: "everyone" },
  "external-guests": { lobby: "invited", presenters: "organizer" },
  guarded: {
    lobby: "organizer",
    callersSkipLobby: false,
    admitters: "organizerAndCoOrganizers",
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
