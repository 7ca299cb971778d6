import type { Meetings, StoredMeeting } from "./meetings.ts";

/** Who has the link: of no organisation that is known here, of the same one, who organises it too, or whose it is. */
export const joiners = ["stranger", "colleague", "coOrganiser", "organiser"] as const;
export type Joiner = (typeof joiners)[number];
/** "dead": no meeting opens any more. */
export type Joined = "in" | "lobby" | "dead";

const dayMilliseconds = 24 * 60 * 60 * 1_000;

/**
 * Epoch milliseconds; null for long links, which do not expire. Short ones stop working 60 days after the end.
 * @see https://learn.microsoft.com/microsoftteams/meeting-expiration
 */
export const expiryOf = ({ joinWebUrl, properties }: StoredMeeting): number | null =>
  joinWebUrl.includes("/meet/") ? Date.parse(properties.endDateTime) + 60 * dayMilliseconds : null;

/**
 * What happens to who opens a link. That a meeting was deleted stops nobody, and who is let in by its organiser
 * brings it back: so it is reported of Microsoft's own.
 * @see https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/7802
 */
export function join(meetings: Meetings, joinWebUrl: string, who: Joiner, now: number): Joined {
  const meeting = meetings.everFound((one) => one.joinWebUrl === joinWebUrl);
  const expiry = meeting && expiryOf(meeting);
  if (!meeting || (typeof expiry === "number" && expiry < now)) return "dead";
  const { lobbyBypassSettings, participants } = meeting.properties;
  const scope = lobbyBypassSettings?.scope ?? "organization";
  const isShared = participants?.attendees?.some(({ role }) => role === "coorganizer") === true;
  if (!(isShared && who === "coOrganiser") && !skipsLobby(who, scope)) return "lobby";
  meetings.bringBack(meeting.id);
  return "in";
}

function skipsLobby(who: Joiner, scope: string): boolean {
  if (who === "organiser" || scope === "everyone") return true;
  return who !== "stranger" && scope.startsWith("organization");
}
