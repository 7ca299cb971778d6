import type { AppError } from "../contract/errors.ts";
import { entryOf } from "./entry.ts";
import { type FulfilDependencies, type Organiser, remember } from "./fulfil.ts";
import type { HistoryEntry } from "./history.ts";
import type { Wish } from "./outbox/wish.ts";

export interface SettlingDependencies extends FulfilDependencies {
  /** The entry has changed, or the first try has failed and comes again. */
  readonly onSettled: (entry: HistoryEntry) => void;
  readonly onSignInNeeded: (accountId: string, error: AppError) => void;
}

/** Gives meetings whose links are handed over already the subject and the times that were asked for. */
export interface Settling {
  /** Again for a wish that an earlier run left. Never a second time while it is on its way. */
  begin(wish: Wish, organiser: Organiser): Promise<void>;
  /** Before the meeting is ended or changed: nothing of this comes after it. */
  stop(id: string): Promise<void>;
}

export function createSettling(dependencies: SettlingDependencies): Settling {
  const { wishes, history, language, log, clock } = dependencies;
  const running = new Map<string, { controller: AbortController; done: Promise<void> }>();

  async function settle(wish: Wish, organiser: Organiser, signal: AbortSignal): Promise<void> {
    const entry = history.find(wish.id);
    if (!entry || entry.graphId === null) return;
    // On disk before anything else can happen to it; the wish stays until Teams knows.
    await history.replace(entry);
    const { subject, startAt, endAt, options } = wish;
    const update = { subject, times: { startAt, endAt }, options };
    const call = { language: language(), signal };
    const taken = await organiser.online.update(entry.graphId, update, call);
    if (signal.aborted) return;
    const known = history.find(wish.id);
    if (!known) return;
    if (taken.ok) {
      const made = entryOf(wish, taken.value, organiser.account, known.createdAt);
      await remember(dependencies, made);
      dependencies.onSettled(made);
      return;
    }
    const { error } = taken.failure;
    log.warn("meeting-not-settled", { kind: error.kind });
    if (error.kind === "sign-in-again") dependencies.onSignInNeeded(organiser.account.id, error);
    // Until it is over it is told again, and the list says that it is not known yet.
    const isOver = wish.endAt < clock.now();
    if (error.kind !== "meeting-gone" && !isOver) return;
    const left = { ...known, isSettling: false, isGone: error.kind === "meeting-gone" };
    await history.replace(left);
    wishes.remove(wish.id);
    dependencies.onSettled(left);
  }

  return {
    async begin(wish, organiser) {
      const before = running.get(wish.id);
      if (before) return before.done;
      const controller = new AbortController();
      const done = settle(wish, organiser, controller.signal).finally(() => {
        running.delete(wish.id);
      });
      running.set(wish.id, { controller, done });
      return done;
    },
    async stop(id) {
      const one = running.get(id);
      one?.controller.abort();
      await one?.done;
    },
  };
}
