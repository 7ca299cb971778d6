import type { CalendarEntry } from "../../main/graph/event-answer.ts";

/** An accepted Teams meeting of somebody else's. Times are epoch milliseconds. */
export function anEntry(
  changes: Partial<CalendarEntry> & Pick<CalendarEntry, "startAt">,
): CalendarEntry {
  return {
    eventId: `event-${changes.startAt}`,
    subject: "Design review",
    endAt: changes.startAt + 40 * 60_000,
    joinUrl: "https://teams.microsoft.com/meet/1",
    webLink: "https://outlook.office365.com/owa/?itemid=1",
    isAllDay: false,
    isCancelled: false,
    youOrganise: false,
    organiserName: "Adele Vance",
    organiserAddress: "adele@contoso.com",
    inviteeCount: 2,
    repeats: false,
    inviteeAddresses: [],
    places: [],
    response: "accepted",
    showsAs: "busy",
    ...changes,
  };
}
