import type { CalendarEntry } from "../graph/event-answer.ts";
import { findMeeting, type FoundMeeting } from "../join/find-meeting.ts";

/** Where an event takes place online: as Microsoft says, or as it stands in its place or its text. */
export const meetingOfEntry = ({ joinUrl, places }: CalendarEntry): FoundMeeting | null =>
  joinUrl === null ? findMeeting(places) : { url: joinUrl, product: null };
