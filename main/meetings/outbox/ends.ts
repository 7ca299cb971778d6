import { type AppError, fail, ok, type Result } from "../../contract/errors.ts";
import type { OnlineMeetings } from "../../graph/online-meetings.ts";
import { calendarError } from "../events/event-outcome.ts";
import type { FulfilDependencies, Organiser } from "../fulfil.ts";
import { findMade, sureLooks } from "../events/make-event.ts";
import { requestOf } from "../make-link.ts";
import type { Wish } from "./wish.ts";

/** How what an unwanted wish may have made comes to its end. */
export interface Ends {
  /**
   * Asks once more under the same id, and deletes what answers. The wish, which is on disk as unwanted, stays
   * there until that worked. Asked for twice at the same time it is done once: what one has deleted the other
   * would make anew, to find it.
   */
  end(wish: Wish, organiser: Organiser): Promise<Result<undefined>>;
  /** Settled when no end of this wish is on its way: whoever wants it again waits for that. */
  atRest(wishId: string): Promise<void>;
}

export interface EndsDependencies extends FulfilDependencies {
  /** Graph refused the freshest token there is. */
  readonly onSignInNeeded: (accountId: string, error: AppError) => void;
}

export function createEnds(dependencies: EndsDependencies): Ends {
  const { wishes, history, language, onSignInNeeded } = dependencies;
  const running = new Map<string, Promise<Result<undefined>>>();

  async function end(wish: Wish, organiser: Organiser): Promise<Result<undefined>> {
    const ended = await (wish.kind === "event"
      ? endEvent(dependencies, wish, organiser)
      : endMeeting(wish, organiser, language()));
    if (!ended.ok) {
      const { error } = ended;
      if (error.kind === "sign-in-again") onSignInNeeded(organiser.account.id, error);
      return ended;
    }
    await history.remove(wish.id);
    return wishes.remove(wish.id);
  }

  return {
    async atRest(wishId) {
      await running.get(wishId);
    },
    end(wish, organiser) {
      const earlier = running.get(wish.id);
      if (earlier) return earlier;
      const done = end(wish, organiser).finally(() => running.delete(wish.id));
      running.set(wish.id, done);
      return done;
    },
  };
}

async function endMeeting(
  wish: Wish,
  { online }: Organiser,
  language: string,
): Promise<Result<undefined>> {
  const found = wish.graphId === null ? await lookUp(online, wish, language) : ok(wish.graphId);
  return found.ok ? online.end(found.value) : found;
}

/** Never asked for again to find it: that would invite people to what is to end. */
async function endEvent(
  { clock }: FulfilDependencies,
  wish: Wish,
  { calendar }: Organiser,
): Promise<Result<undefined>> {
  const { graphId: known } = wish;
  const found = known === null ? await findMade({ calendar, clock }, wish, sureLooks) : null;
  if (found && !found.ok) return fail(calendarError(found.error));
  const eventId = known ?? found?.value?.eventId ?? null;
  const ended = eventId === null ? ok(undefined) : await calendar.cancel(eventId, null);
  return ended.ok ? ended : fail(calendarError(ended.error));
}

async function lookUp(
  online: OnlineMeetings,
  wish: Wish,
  language: string,
): Promise<Result<string>> {
  const answer = await online.createOrGet(requestOf(wish), { language });
  return answer.ok ? ok(answer.value.graphId) : { ok: false, error: answer.failure.error };
}
