import type { FoundLink } from "./find-links.ts";
import { type LabelledMeeting, readLabelledMeeting } from "./read-meeting-id.ts";
import type { MeetingLink } from "./teams-link.ts";
import { unwrapLink } from "./unwrap-link.ts";

/** The address that opens a meeting by its ID. */
export function joinAddressOf(meetingId: string, passcode: string | null, host: string): string {
  const query = passcode === null ? "" : `?p=${encodeURIComponent(passcode.toWellFormed())}`;
  return `https://${host}/meet/${meetingId.replaceAll(/\D/gu, "")}${query}`;
}

/** The same link with another passcode; a link that has no place for one is returned as it is. */
export function withPasscode(url: string, passcode: string): string {
  const { hostname, pathname } = new URL(url);
  const id = /^\/meet\/(\d+)$/u.exec(pathname)?.[1];
  return id === undefined ? url : joinAddressOf(id, passcode, hostname);
}

/**
 * A link with the ID and the passcode of the text around it. The link's own passcode wins, and a text that is about
 * another meeting adds nothing.
 */
export function completeMeeting(meeting: MeetingLink, labelled: LabelledMeeting): MeetingLink {
  if (isOfAnother(meeting, labelled)) return meeting;
  const passcode = meeting.passcode ?? labelled.passcode;
  const hasOwn = new URL(meeting.url).searchParams.has("p");
  return {
    ...meeting,
    url: hasOwn || passcode === null ? meeting.url : withPasscode(meeting.url, passcode),
    meetingId: meeting.meetingId ?? labelled.meetingId,
    passcode,
  };
}

const isOfAnother = ({ meetingId }: MeetingLink, labelled: LabelledMeeting): boolean =>
  labelled.product !== null ||
  (meetingId !== null && labelled.meetingId !== null && labelled.meetingId !== meetingId);

/** The ID and the passcode in a text. Its links are unwrapped first, as they tell whose meeting it is. */
export function labelledBeside(found: readonly FoundLink[], text: string): LabelledMeeting {
  const pieces = found.map(({ link, start }, place) => {
    const before = text.slice(found[place - 1]?.end ?? 0, start);
    return `${before}${unwrapLink(link).link} `;
  });
  return readLabelledMeeting(pieces.join("") + text.slice(found.at(-1)?.end ?? 0));
}
