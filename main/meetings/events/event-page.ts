import type { Clock } from "../../base/clock.ts";
import { fail, ok, type Result } from "../../contract/errors.ts";
import type { Organiser } from "../fulfil.ts";
import { calendarError } from "./event-outcome.ts";
import { findMade } from "./make-event.ts";
import type { Leaving, Wanted } from "../outbox/intent.ts";

/** Where Outlook on the web shows the event that this intent made. Errors: as Graph's, unknown-meeting. */
export async function findEventPage(
  intent: Wanted | Leaving,
  { calendar }: Organiser,
  clock: Clock,
): Promise<Result<string>> {
  if (intent.kind !== "event") return fail({ kind: "unknown-meeting" });
  const found = await findMade({ calendar, clock }, intent, 1);
  if (!found.ok) return fail(calendarError(found.error));
  const page = found.value?.webLink ?? null;
  return page === null ? fail({ kind: "unknown-meeting" }) : ok(page);
}
