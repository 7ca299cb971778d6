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
  /** Whether its last end left a link behind by which others get in. */
  readonly leftOpen: (intentId: string) => boolean;
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
  /** Of what was found in this run, by its id at Microsoft: whether it was shut. Looked for again, it may be gone. */
  const found = new Map<string, Map<string, boolean>>();
  const leftOpen = new Set<string>();

  async function end(intent: Leaving, organiser: Organiser): Promise<Result<Shut>> {
    let shut: Shut = { isShut: true };
    const done = await outbox.end(intent.id, async () => {
      const note: Shutting["note"] = (id, isShut) => {
        const each = found.get(intent.id) ?? new Map<string, boolean>();
        found.set(intent.id, each.set(id, isShut || each.get(id) === true));
      };
      const ended = await (intent.kind === "event"
        ? endEvent(intent, organiser, { clock, note })
        : endMeeting(intent, organiser, { language: language(), note }));
      if (ended.ok) {
        // What was never there lets nobody in.
        shut = { isShut: [...(found.get(intent.id)?.values() ?? [])].every(Boolean) };
        found.delete(intent.id);
        if (shut.isShut) leftOpen.delete(intent.id);
        else leftOpen.add(intent.id);
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
    leftOpen: (intentId) => leftOpen.has(intentId),
    end: (intent, organiser) => running.run(intent.id, () => end(intent, organiser)),
  };
}

interface Shutting {
  /** Told what is found, by its id at Microsoft, and whether nobody gets in any more. */
  readonly note: (id: string, isShut: boolean) => void;
}

async function endMeeting(
  intent: LeavingLink,
  { online }: Organiser,
  { language, note }: Shutting & { readonly language: string },
): Promise<Result<undefined>> {
  const found =
    intent.graphId === null ? await lookUp(online, intent, language) : ok(intent.graphId);
  if (!found.ok) return found;
  // First, because the link of a deleted meeting goes on opening: what cannot be shut now is not deleted yet.
  const shut = await online.shut(found.value);
  if (!shut.ok) return shut;
  note(found.value, shut.value.isShut);
  return online.end(found.value);
}

/** Never asked for again to find it: that would invite people to what is to end. */
async function endEvent(
  intent: LeavingEvent,
  { calendar, online }: Organiser,
  { clock, note }: Shutting & { readonly clock: Clock },
): Promise<Result<undefined>> {
  const { eventId: known } = intent;
  const found = known === null ? await findMade({ calendar, clock }, intent, sureLooks) : null;
  if (found && !found.ok) return fail(calendarError(found.error));
  const eventId = known ?? found?.value?.eventId ?? null;
  if (eventId === null) return ok(undefined);
  const shut = await shutMeetingOf(eventId, calendar, online);
  if (!shut.ok) return fail(calendarError(shut.error));
  note(eventId, shut.value.isShut);
  const ended = await calendar.cancel(eventId, null);
  return ended.ok ? ended : fail(calendarError(ended.error));
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
