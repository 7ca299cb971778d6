import type { CalendarEntry } from "../graph/event-answer.ts";
import type { HistoryEntry } from "../meetings/history.ts";

/** A meeting of the calendar as those made here are handed over. What a calendar does not say is left out of every format. */
export const copiedEntry = (entry: CalendarEntry, joinUrl: string): HistoryEntry => ({
  id: entry.eventId,
  kind: "event",
  eventId: entry.eventId,
  graphId: null,
  subject: entry.subject ?? "",
  startAt: entry.startAt,
  endAt: entry.endAt,
  createdAt: entry.startAt,
  joinUrl,
  meetingId: null,
  passcode: null,
  dialIn: null,
  invitation: null,
  inviteeCount: entry.inviteeCount,
  repeats: entry.repeats,
  presenters: [],
  copyFormat: null,
  timeZone: null,
  organiserId: "",
  organiserUsername: entry.organiserName ?? "",
  expiresAt: null,
  lobby: null,
  asked: {},
  differences: [],
  optionsFailed: false,
  optionsUrl: null,
  isSettling: false,
  isGone: false,
});
