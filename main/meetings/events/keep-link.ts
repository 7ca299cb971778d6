import type { AppError } from "../../contract/errors.ts";
import type { CalendarEvents, EventResult } from "../../graph/calendar-events.ts";
import type { CalendarEvent } from "../../graph/event-answer.ts";
import type { EventCall } from "./event-outcome.ts";

/**
 * The event after a change, with its link. A change is reported to take the Teams part away, and a second one to give
 * it back: so it is looked for, and asked for once more where it is gone.
 * @see https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/2327
 */
export async function keepLink(
  calendar: Pick<CalendarEvents, "read" | "update">,
  changed: CalendarEvent,
  call: EventCall,
): Promise<EventResult> {
  if (changed.joinUrl !== null) return { ok: true, value: changed };
  const read = await calendar.read(changed.eventId, call);
  if (!read.ok || read.value.joinUrl !== null) return read;
  return calendar.update(changed.eventId, { isOnline: true }, call);
}

/** What is to be said of the link of an event that had one; null where it is what it was. */
export function lossOf(before: string, { joinUrl }: CalendarEvent): AppError | null {
  if (joinUrl === null) return { kind: "link-lost" };
  return joinUrl === before ? null : { kind: "link-replaced" };
}
