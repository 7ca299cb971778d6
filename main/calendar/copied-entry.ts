import type { CalendarEntry } from "../graph/event-answer.ts";
import type { HistoryEntry } from "../meetings/history.ts";
import { completeEntry } from "../meetings/kept/kept-entry.ts";

/** A meeting of the calendar as those made here are handed over. What a calendar does not say is left out of every format. */
export const copiedEntry = (entry: CalendarEntry, joinUrl: string): HistoryEntry =>
  completeEntry({
    id: entry.eventId,
    kind: "event",
    eventId: entry.eventId,
    subject: entry.subject ?? "",
    startAt: entry.startAt,
    endAt: entry.endAt,
    createdAt: entry.startAt,
    joinUrl,
    inviteeCount: entry.inviteeCount,
    repeats: entry.repeats,
    organiserId: "",
    organiserUsername: entry.organiserName ?? "",
  });
