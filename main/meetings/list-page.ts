import type { Input, Answer } from "../contract/requests/vocabulary.ts";
import type { Meeting } from "../contract/meeting.ts";
import { searchMeetings } from "./search-meetings.ts";

/** More than fills any window: what the windows are told of without asking. */
export const firstPage = 40;

/** A part of the list, of all of it or of what a search finds. Newest first. */
export function listPage(
  meetings: readonly Meeting[],
  { query, from, count }: Input<"listMeetings">,
  locale: string,
): Answer<"listMeetings"> {
  const found = searchMeetings(meetings, query, locale);
  return { meetings: found.slice(from, from + count), found: found.length };
}
