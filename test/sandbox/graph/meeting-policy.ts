import type { MeetingProperties } from "./meeting-schema.ts";

type Lobby = NonNullable<MeetingProperties["lobbyBypassSettings"]>;
export type LobbyScope = NonNullable<Lobby["scope"]>;

/** What an organisation does not let its people choose. */
export interface MeetingPolicyChange {
  /** The widest lobby there may be, null for any: "organization" turns "everyone" into itself. */
  readonly lobbyAtMost?: LobbyScope | null | undefined;
  readonly mayRecordAutomatically?: boolean | undefined;
  /** How much the organisation writes under each invitation. */
  readonly footerBytes?: number | undefined;
}

export interface MeetingPolicy {
  change(change: MeetingPolicyChange): void;
  /** What becomes of what was asked: the call succeeds, and its answer says something else. */
  apply(asked: MeetingProperties): MeetingProperties;
  footerBytes(): number;
}

/** From the narrowest to the widest. */
const widths: readonly LobbyScope[] = [
  "organizer",
  "invited",
  "organizationExcludingGuests",
  "organization",
  "organizationAndFederated",
  "everyone",
];

export function createMeetingPolicy(): MeetingPolicy {
  let lobbyAtMost: LobbyScope | null = null;
  let mayRecordAutomatically = true;
  let footerBytes = 0;
  const lobbyOf = (lobby: Lobby): Lobby => {
    const { scope } = lobby;
    if (scope === undefined || lobbyAtMost === null) return lobby;
    const isTooWide = widths.indexOf(scope) > widths.indexOf(lobbyAtMost);
    return isTooWide ? { ...lobby, scope: lobbyAtMost } : lobby;
  };
  return {
    change(change) {
      if (change.lobbyAtMost !== undefined) ({ lobbyAtMost } = change);
      mayRecordAutomatically = change.mayRecordAutomatically ?? mayRecordAutomatically;
      footerBytes = change.footerBytes ?? footerBytes;
    },
    footerBytes: () => footerBytes,
    apply: (asked) => ({
      ...asked,
      ...(asked.lobbyBypassSettings
        ? { lobbyBypassSettings: lobbyOf(asked.lobbyBypassSettings) }
        : {}),
      ...(mayRecordAutomatically ? {} : { recordAutomatically: false }),
    }),
  };
}
