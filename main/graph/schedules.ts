import { type AppError, fail, ok, type Result } from "../contract/errors.ts";
import type { Graph, GraphCall } from "./client.ts";
import { unreadable } from "./graph-errors.ts";
import { parseSchedules, type Schedule } from "./schedule-answer.ts";

export interface Schedules {
  /**
   * What the calendars of these addresses say of the time between two instants, one schedule an address.
   * @see https://learn.microsoft.com/graph/api/calendar-getschedule
   */
  read(
    addresses: readonly string[],
    from: number,
    to: number,
    options?: Pick<GraphCall, "signal" | "onWait">,
  ): Promise<Result<readonly Schedule[]>>;
}

/** As many as Microsoft takes at once. */
const mostAddresses = 20;
/** The shortest there is: meetings begin on a multiple of it. */
const slotMinutes = 5;

export function createSchedules({ graph }: { readonly graph: Graph }): Schedules {
  return {
    async read(addresses, from, to, options = {}) {
      const found: Schedule[] = [];
      for (let at = 0; at < addresses.length; at += mostAddresses) {
        const asked = addresses.slice(at, at + mostAddresses);
        const body = {
          schedules: asked,
          startTime: utcTime(from),
          endTime: utcTime(to),
          availabilityViewInterval: slotMinutes,
        };
        const path = "/me/calendar/getSchedule";
        // One after another: Outlook takes few calls at a time.
        const answer = await graph({ method: "POST", path, body, ...options });
        if (!answer.ok) return fail(ofMailbox(answer.failure.error));
        const { body: said, trace } = answer.value;
        const schedules = parseSchedules(said, asked, { from, slotMinutes });
        if (!schedules) return fail(unreadable(trace));
        found.push(...schedules);
      }
      return ok(found);
    },
  };
}

const utcTime = (at: number) => ({
  dateTime: new Date(at).toISOString().slice(0, 19),
  timeZone: "UTC",
});

/** There is no meeting that could be gone: whoever asks has no mailbox. */
const ofMailbox = (error: AppError): AppError =>
  error.kind === "meeting-gone" ? { kind: "not-allowed", trace: error.trace } : error;
