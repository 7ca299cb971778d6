import { ok, type Result } from "../../contract/errors.ts";
import type { Store } from "../../base/store.ts";
import type { SentDrafts } from "../asking/sent-drafts.ts";
import { leavingOf } from "../outbox/leaving.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { Card } from "./card.ts";
import type { Ending } from "./ending.ts";
import type { Failures } from "./failures.ts";
import type { MakingRun } from "./run.ts";
import type { Running, SingleRun } from "./single-run.ts";

export interface CancellingDependencies {
  readonly store: Store;
  readonly runs: Pick<SingleRun, "current">;
  readonly card: Pick<Card, "kind" | "show">;
  readonly failures: Failures;
  readonly ending: Ending;
  readonly madeNothing: MakingRun["madeNothing"];
  readonly outbox: Pick<Outbox, "withdraw" | "end" | "letGo">;
  readonly sentDrafts: Pick<SentDrafts, "noteEnd">;
}

/** What is on the card is stopped, or put away. */
export interface Cancelling {
  readonly cancel: () => Promise<Result<undefined>>;
  readonly dismiss: () => void;
  /** Before a sign-out: what is on its way for this account is cancelled and ended, and no failure of its is shown on. */
  readonly leave: (accountId: string) => Promise<void>;
}

export function createCancelling(dependencies: CancellingDependencies): Cancelling {
  const { store, runs, card, failures, ending, outbox } = dependencies;
  const stopping = new Set<Promise<Result<undefined>>>();

  async function cancel(): Promise<Result<undefined>> {
    if (card.kind() === "created") return ending.undo();
    const running = runs.current();
    if (!running) return ok(undefined);
    const stopped = stop(dependencies, running);
    stopping.add(stopped);
    return stopped.finally(() => stopping.delete(stopped));
  }

  /** Nothing was made, and nothing shall be. */
  function drop(intentId: string): Promise<Result<undefined>> {
    failures.close(intentId);
    return outbox.letGo(intentId);
  }

  return {
    cancel,
    dismiss() {
      const kind = card.kind();
      if (kind === "creating" || kind === "ending") return;
      const shown = failures.shown();
      card.show({ kind: "idle" });
      if (shown.ok && shown.value.failure.outcome === "not-created")
        void drop(shown.value.intent.id);
    },
    async leave(accountId) {
      const running = runs.current();
      if (running?.organiser.account.id === accountId) {
        // Made already, and only on its way into the list: nobody asked to end it.
        if (card.kind() === "created") await running.done;
        else await cancel();
      }
      // Cancelled a moment ago, its end needs the account too.
      await Promise.all(stopping);
      const key = store.read().accounts.find(({ account }) => account.id === accountId)?.key;
      const shown = failures.shown();
      if (shown.ok && shown.value.intent.accountKey === key) card.show({ kind: "idle" });
      for (const { id, mayExist } of failures.open(key ?? "")) if (!mayExist) await drop(id);
    },
  };
}

async function stop(
  { card, failures, ending, madeNothing, outbox, sentDrafts }: CancellingDependencies,
  { intent, organiser, controller, done, stop: stopRun }: Running,
): Promise<Result<undefined>> {
  stopRun();
  const leaving = leavingOf(intent);
  // First on disk, then in the air: after a crash here the meeting is still ended.
  const written = await outbox.withdraw(leaving);
  if (!written.ok) return written;
  sentDrafts.noteEnd(leaving.id, "coming");
  // Else it came to an end by itself in this very moment, which the card says.
  if (card.kind() === "creating") ending.showEnding(leaving.id, null);
  controller.abort();
  await done;
  // It may have been made, and its link copied.
  if (!madeNothing(leaving.id)) return ending.again(leaving, organiser);
  return outbox.end(leaving.id, async () => {
    sentDrafts.noteEnd(leaving.id, "gone");
    failures.close(leaving.id);
    // That it is tried again by itself is not said of what was cancelled.
    if (ending.isShown(leaving.id) || failures.isTriedAgain(leaving.id))
      card.show({ kind: "idle" });
    return ok(undefined);
  });
}
