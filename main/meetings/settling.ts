import type { Clock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import type { AppError } from "../contract/errors.ts";
import { entryOf } from "./entry.ts";
import type { Organiser } from "./fulfil.ts";
import type { History, HistoryEntry } from "./history.ts";
import type { WantedLink } from "./outbox/intent.ts";
import type { Remember } from "./remember.ts";

export interface SettlingDependencies {
  readonly history: Pick<History, "find" | "replace">;
  readonly remember: Remember;
  readonly language: () => string;
  readonly clock: Clock;
  readonly log: Log;
  /** The entry has changed, or the first try has failed and comes again. */
  readonly onSettled: (entry: HistoryEntry) => void;
  readonly onSignInNeeded: (accountId: string, error: AppError) => void;
}

/** Gives meetings whose links are handed over already the subject and the times that were asked for. */
export interface Settling {
  /** Again for an intent that an earlier run left. Never a second time while it is on its way. */
  begin(intent: WantedLink, organiser: Organiser): Promise<void>;
  /** Before the meeting is ended or changed: nothing of this comes after it. */
  stop(id: string): Promise<void>;
}

export function createSettling(dependencies: SettlingDependencies): Settling {
  const running = new Map<string, { controller: AbortController; done: Promise<void> }>();
  return {
    async begin(intent, organiser) {
      const before = running.get(intent.id);
      if (before) return before.done;
      const controller = new AbortController();
      const done = settle(dependencies, intent, organiser, controller.signal).finally(() => {
        running.delete(intent.id);
      });
      running.set(intent.id, { controller, done });
      return done;
    },
    async stop(id) {
      const one = running.get(id);
      one?.controller.abort();
      await one?.done;
    },
  };
}

async function settle(
  { history, remember, language, clock, log, onSettled, onSignInNeeded }: SettlingDependencies,
  intent: WantedLink,
  { account, online }: Organiser,
  signal: AbortSignal,
): Promise<void> {
  const entry = history.find(intent.id);
  if (!entry || entry.graphId === null) return;
  // On disk before anything else can happen to it; the intent stays until Teams knows.
  await history.replace(entry);
  if (signal.aborted) return;
  const { subject, startAt, endAt, options } = intent;
  const update = { subject, times: { startAt, endAt }, options };
  const taken = await online.update(entry.graphId, update, { language: language(), signal });
  if (signal.aborted) return;
  const known = history.find(intent.id);
  if (!known) return;
  if (taken.ok) {
    const made = entryOf(intent, taken.value, account, known.createdAt);
    await remember(made);
    onSettled(made);
    return;
  }
  const { error } = taken.failure;
  log.warn("meeting-not-settled", { kind: error.kind });
  if (error.kind === "sign-in-again") onSignInNeeded(account.id, error);
  // Until it is over it is told again, and the list says that it is not known yet.
  const isOver = intent.endAt < clock.now();
  if (error.kind !== "meeting-gone" && !isOver) return;
  const left = { ...known, isSettling: false, isGone: error.kind === "meeting-gone" };
  await remember(left);
  onSettled(left);
}
