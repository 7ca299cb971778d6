import * as v from "valibot";

/**
 * What a meeting can be set to beyond subject and times. An absent option is the organisation's own default,
 * which nobody knows before Teams answered.
 * @see https://learn.microsoft.com/graph/api/resources/onlinemeeting
 */
export const meetingOptions = v.strictObject({
  /** Who skips the lobby. */
  lobby: v.optional(
    v.picklist([
      "organizer",
      "invited",
      "organization",
      "organizationExcludingGuests",
      "organizationAndFederated",
      "everyone",
    ]),
  ),
  callersSkipLobby: v.optional(v.boolean()),
  presenters: v.optional(v.picklist(["everyone", "organization", "organizer"])),
  chat: v.optional(v.picklist(["enabled", "limited", "disabled"])),
  attendeesMayUnmute: v.optional(v.boolean()),
  attendeesMayUseCamera: v.optional(v.boolean()),
  reactions: v.optional(v.boolean()),
  recording: v.optional(v.boolean()),
  transcription: v.optional(v.boolean()),
  recordAutomatically: v.optional(v.boolean()),
  announceEntry: v.optional(v.boolean()),
});
export type MeetingOptions = v.InferOutput<typeof meetingOptions>;
export type OptionName = keyof MeetingOptions;
export type OptionValue = string | boolean;

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets the literal names it returns
export const optionNames = Object.keys(meetingOptions.entries) as OptionName[];

/** Something the organisation answered otherwise than asked; `got` is null where it did not answer at all. */
export interface OptionDifference {
  readonly option: OptionName;
  readonly asked: OptionValue;
  readonly got: OptionValue | null;
}

/** What was asked and not got, option by option. An answer that names an option not at all does not prove it. */
export function differencesOf(
  asked: MeetingOptions,
  got: MeetingOptions,
): readonly OptionDifference[] {
  return optionNames.flatMap((option) => {
    const wanted = asked[option];
    if (wanted === undefined || got[option] === wanted) return [];
    return [{ option, asked: wanted, got: got[option] ?? null }];
  });
}

export const isSameOptions = (one: MeetingOptions, other: MeetingOptions): boolean =>
  optionNames.every((option) => one[option] === other[option]);
