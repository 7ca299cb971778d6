import type { CalendarEntry } from "../graph/event-answer.ts";
import { findMeeting, type FoundMeeting } from "../join/find-meeting.ts";

/** Each is read once: the days are drawn anew each minute, and what was written in an event stays the same. */
const found = new WeakMap<CalendarEntry["places"], FoundMeeting | null>();

function foundIn(places: CalendarEntry["places"]): FoundMeeting | null {
  const known = found.get(places);
  if (known !== undefined) return known;
  const meeting = findMeeting(places);
  found.set(places, meeting);
  return meeting;
}

/** Where an event takes place online: as Microsoft says, or as it stands in its place or its text. */
export const meetingOfEntry = ({ joinUrl, places }: CalendarEntry): FoundMeeting | null =>
  joinUrl === null ? foundIn(places) : { url: joinUrl, product: null };
