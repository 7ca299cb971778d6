/** The values an option can have, in the order a person sees them. */
export const optionValues = {
  /** Who skips the lobby. */
  lobby: [
    "organizer",
    "invited",
    "organization",
    "organizationExcludingGuests",
    "organizationAndFederated",
    "everyone",
  ],
  presenters: ["everyone", "organization", "roleIsPresenter", "organizer"],
  chat: ["enabled", "limited", "disabled"],
  /** Who lets people in from the lobby. */
  admitters: ["organizerAndCoOrganizersAndPresenters", "organizerAndCoOrganizers"],
  /** Whether others organise it too: people of one's own organisation, chosen among the invited. */
  coOrganizers: ["nobody", "chosen"],
} as const;

/** Whether whom it means is chosen one by one among the invited. */
export const isOfChosenPeople = (value: OptionValue | undefined): boolean =>
  value === "roleIsPresenter" || value === "chosen";

/**
 * What a meeting can be set to beyond subject and times. An absent option is the organisation's own default,
 * which nobody knows before Teams answered.
 * @see https://learn.microsoft.com/graph/api/resources/onlinemeeting
 */
export interface MeetingOptions {
  readonly lobby?: (typeof optionValues.lobby)[number] | undefined;
  readonly callersSkipLobby?: boolean | undefined;
  readonly admitters?: (typeof optionValues.admitters)[number] | undefined;
  readonly coOrganizers?: (typeof optionValues.coOrganizers)[number] | undefined;
  readonly presenters?: (typeof optionValues.presenters)[number] | undefined;
  readonly chat?: (typeof optionValues.chat)[number] | undefined;
  readonly attendeesMayUnmute?: boolean | undefined;
  readonly attendeesMayUseCamera?: boolean | undefined;
  readonly reactions?: boolean | undefined;
  readonly recording?: boolean | undefined;
  readonly transcription?: boolean | undefined;
  readonly recordAutomatically?: boolean | undefined;
  readonly announceEntry?: boolean | undefined;
}

/** Nobody gets in without the organiser, and nothing is written there. What a meeting is set to before it is deleted. */
export const shutOptions = {
  lobby: "organizer",
  callersSkipLobby: false,
  presenters: "organizer",
  chat: "disabled",
  admitters: "organizerAndCoOrganizers",
} as const satisfies MeetingOptions;

/** What Teams has where nobody changed it. Set only on what was shut and is wanted again. */
export const usualOptions = {
  lobby: "organization",
  callersSkipLobby: false,
  presenters: "everyone",
  chat: "enabled",
  admitters: "organizerAndCoOrganizersAndPresenters",
} as const satisfies MeetingOptions;

export type OptionName = keyof MeetingOptions;
export type OptionValue = string | boolean;

export const optionNames = [
  "lobby",
  "callersSkipLobby",
  "admitters",
  "coOrganizers",
  "presenters",
  "chat",
  "attendeesMayUnmute",
  "attendeesMayUseCamera",
  "reactions",
  "recording",
  "transcription",
  "recordAutomatically",
  "announceEntry",
] as const satisfies readonly OptionName[];

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

/** From the fewest people to the most. */
const guards: Partial<Record<OptionName, readonly OptionValue[]>> = {
  lobby: [
    "organizer",
    "invited",
    "organizationExcludingGuests",
    "organization",
    "organizationAndFederated",
    "everyone",
  ] satisfies (typeof optionValues.lobby)[number][],
  callersSkipLobby: [false, true],
  admitters: ["organizerAndCoOrganizers", "organizerAndCoOrganizersAndPresenters"],
  coOrganizers: ["nobody", "chosen"],
  presenters: [
    "organizer",
    "roleIsPresenter",
    "organization",
    "everyone",
  ] satisfies (typeof optionValues.presenters)[number][],
};

/** Whether more people get in, or may present, than was asked for. What Teams did not tell counts as more. */
export const isLessGuarded = (differences: readonly OptionDifference[]): boolean =>
  differences.some(({ option, asked, got }) => {
    const order = guards[option];
    // Not every cloud tells of who admits; nobody gets in by that alone.
    if (order === undefined || (option === "admitters" && got === null)) return false;
    return got === null
      ? order.indexOf(asked) < order.length - 1
      : order.indexOf(got) > order.indexOf(asked);
  });

export const isSameOptions = (one: MeetingOptions, other: MeetingOptions): boolean =>
  optionNames.every((option) => one[option] === other[option]);

/** What the values of an option are; those of most are on and off. */
export const valuesOf = (option: OptionName): readonly OptionValue[] =>
  isChoice(option) ? optionValues[option] : [true, false];

const isChoice = (option: OptionName): option is keyof typeof optionValues =>
  Object.hasOwn(optionValues, option);

/** Null leaves it to the organisation. */
export function withOption(
  options: MeetingOptions,
  option: OptionName,
  value: OptionValue | null,
): MeetingOptions {
  const { [option]: _before, ...others } = options;
  return value === null ? others : { ...others, ...Object.fromEntries([[option, value]]) };
}
