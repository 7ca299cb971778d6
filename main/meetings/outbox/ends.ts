import type { Clock } from "../../base/clock.ts";
import { createSingleFlight } from "../../base/single-flight.ts";
import { type AppError, fail, ok, type Result } from "../../contract/errors.ts";
import type { OnlineMeetings, Shut } from "../../graph/online-meetings.ts";
import { calendarError } from "../events/event-outcome.ts";
import { findMade, sureLooks } from "../events/make-event.ts";
import type { Organiser } from "../fulfil.ts";
import type { History } from "../history.ts";
import { requestOf } from "../make-link.ts";
import type { Leaving, LeavingEvent, LeavingLink } from "./intent.ts";
import type { Outbox } from "./outbox.ts";

/** How what a leaving intent may have made comes to its end. */
export interface Ends {
  /**
   * Asks once more under the same id, and deletes what answers. The intent, which is on disk as leaving, stays
   * there until that worked. Asked for twice at the same time it is done once: what one has deleted the other
   * would make anew, to find it. Answers whether others are kept out by now.
   */
  end(intent: Leaving, organiser: Organiser): Promise<Result<Shut>>;
  /**
   * Settled when no end of this intent is on its way: whoever wants it again waits for that. True where one was, and
   * came: nothing of it is left.
   */
  readonly atRest: (intentId: string) => Promise<boolean>;
}

export interface EndsDependencies {
  readonly outbox: Pick<Outbox, "end">;
  readonly history: Pick<History, "remove">;
  readonly clock: Clock;
  /** Language for what Graph writes, a BCP 47 tag. */
  readonly language: () => string;
  /** Graph refused the freshest token there is. */
  readonly onSignInNeeded: (accountId: string, error: AppError) => void;
}

export function createEnds(dependencies: EndsDependencies): Ends {
  const { outbox, history, clock, language, onSignInNeeded } = dependencies;
  const running = createSingleFlight<Result<Shut>>();

  async function end(intent: Leaving, organiser: Organiser): Promise<Result<Shut>> {
    let shut: Shut = { isShut: true };
    const done = await outbox.end(intent.id, async () => {
      const ended = await (intent.kind === "event"
        ? endEvent(intent, organiser, clock)
        : endMeeting(intent, organiser, language()));
      if (ended.ok) {
        shut = ended.value;
        await history.remove(intent.id);
        return ok(undefined);
      }
      if (ended.error.kind === "sign-in-again") onSignInNeeded(organiser.account.id, ended.error);
      return ended;
    });
    return done.ok ? ok(shut) : done;
  }

  return {
    atRest: async (intentId) => (await running.of(intentId))?.ok === true,
    end: (intent, organiser) => running.run(intent.id, () => end(intent, organiser)),
  };
}

async function endMeeting(
  intent: LeavingLink,
  { online }: Organiser,
  language: string,
): Promise<Result<Shut>> {
  const found =
    intent.graphId === null ? await lookUp(online, intent, language) : ok(intent.graphId);
  return found.ok ? online.end(found.value) : found;
}

/** Never asked for again to find it: that would invite people to what is to end. */
async function endEvent(
  intent: LeavingEvent,
  { calendar, online }: Organiser,
  clock: Clock,
): Promise<Result<Shut>> {
  const { eventId: known } = intent;
  const found = known === null ? await findMade({ calendar, clock }, intent, sureLooks) : null;
  if (found && !found.ok) return fail(calendarError(found.error));
  const eventId = known ?? found?.value?.eventId ?? null;
  if (eventId === null) return ok({ isShut: true });
  const shut = await shutMeetingOf(eventId, calendar, online);
  if (!shut.ok) return fail(calendarError(shut.error));
  const ended = await calendar.cancel(eventId, null);
  return ended.ok ? shut : fail(calendarError(ended.error));
}

/** The meeting behind an event's link, which stays at Microsoft when the event is gone. */
async function shutMeetingOf(
  eventId: string,
  calendar: Organiser["calendar"],
  online: OnlineMeetings,
): Promise<Result<Shut>> {
  const event = await calendar.read(eventId, {});
  if (!event.ok) {
    const { error } = event.failure;
    // Who took it away did not shut it, and nothing of it leads to its meeting any more.
    return error.kind === "meeting-gone" ? ok({ isShut: false }) : fail(error);
  }
  const { joinUrl } = event.value;
  // It may be there by the time that the event is gone.
  if (joinUrl === null) return ok({ isShut: false });
  const meeting = await online.findByJoinUrl(joinUrl);
  if (!meeting.ok) return meeting;
  return meeting.value === null ? ok({ isShut: false }) : online.shut(meeting.value.graphId);
}

async function lookUp(
  online: OnlineMeetings,
  intent: LeavingLink,
  language: string,
): Promise<Result<string>> {
  const answer = await online.createOrGet(requestOf(intent), { language });
  return answer.ok ? ok(answer.value.graphId) : { ok: false, error: answer.failure.error };
}
