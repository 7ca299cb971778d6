import type { HistoryEntry } from "../../main/meetings/history.ts";
import { aMeeting } from "./a-meeting.ts";

/** What main keeps for itself, of an entry of which nothing of that is known. */
export const nothingOfMainsOwn = {
  eventId: null,
  presenters: [],
  coOrganizers: [],
  timeZone: null,
  optionsUrl: null,
  takenAnyway: false,
  invitation: null,
};

/** An entry of the list as main keeps it, of the one who signs in on a meetings desk. */
export function aKeptEntry(id: string, changes: Partial<HistoryEntry> = {}): HistoryEntry {
  const { hasOptionsPage: _hasOptionsPage, ...meeting } = aMeeting({ id });
  return {
    ...meeting,
    createdAt: Date.parse("2026-11-20T12:00:00Z"),
    organiserId: "sample/oid.tid",
    graphId: `graph-${id}`,
    ...nothingOfMainsOwn,
    ...changes,
  };
}
