import { drawDays } from "../../main/calendar/known-days.ts";
import type { Upcoming } from "../../main/contract/upcoming.ts";
import type { CalendarEntry } from "../../main/graph/event-answer.ts";

/** What the state says of these events at this moment, to Megan in Berlin; those with these ids she dismissed. */
export function anUpcoming(
  entries: readonly CalendarEntry[],
  now: number,
  dismissed: readonly string[] = [],
): Extract<Upcoming, { kind: "shown" }> {
  const timeZone = "Europe/Berlin";
  const known = { entries, timeZone, readAt: now };
  const isDismissed = ({ eventId }: CalendarEntry) => dismissed.includes(eventId);
  const viewer = { timeZone, ownAddress: "megan@contoso.com", isDismissed };
  return { kind: "shown", ...drawDays(known, now, viewer), isStale: false };
}
