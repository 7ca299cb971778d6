import { drawDays } from "../../main/calendar/known-days.ts";
import type { AppState } from "../../main/contract/state.ts";
import type { CalendarEntry } from "../../main/graph/event-answer.ts";

/** What the state says of these events at this moment, in Berlin. */
export function anUpcoming(entries: readonly CalendarEntry[], now: number): AppState["upcoming"] {
  const known = { entries, timeZone: "Europe/Berlin", readAt: now };
  return { kind: "shown", ...drawDays(known, now, "Europe/Berlin"), isStale: false };
}
