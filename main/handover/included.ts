import type { Settings } from "../contract/settings.ts";
import type { InvitationFacts } from "./invitation-facts.ts";

export type Included = Pick<Settings, "includeTime" | "includeMeetingId" | "includeDialIn">;

/** What an invitation may say. A part that is left out is one that is missing. */
export const included = (facts: InvitationFacts, parts: Included): InvitationFacts => ({
  ...facts,
  ...(parts.includeTime ? {} : { startAt: null, endAt: null }),
  ...(parts.includeMeetingId ? {} : { meetingId: null, passcode: null }),
  ...(parts.includeDialIn ? {} : { dialIn: null }),
  joinInformationHtml: takesMicrosofts(parts) ? facts.joinInformationHtml : null,
});

/**
 * Microsoft's own invitation has the meeting ID and the dial-in in it, and no time. Nothing marks where
 * one part ends, in any of its languages, so it is never cut: it is taken whole, or ours instead.
 */
export const takesMicrosofts = ({ includeMeetingId, includeDialIn }: Included): boolean =>
  includeMeetingId && includeDialIn;
