import type { Clock } from "../../base/clock.ts";
import type { Log } from "../../base/log.ts";
import { createKeyedQueue } from "../../base/queue.ts";
import type { Store } from "../../base/store.ts";
import { fail, ok, type Result } from "../../contract/errors.ts";
import type { SentDrafts } from "../asking/sent-drafts.ts";
import type { Organiser } from "../fulfil.ts";
import type { Ends } from "../outbox/ends.ts";
import type { Leaving } from "../outbox/intent.ts";
import { leavingFrom, wantedFrom } from "../outbox/leaving.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { Settling } from "../settling.ts";
import type { FindListed } from "./listed.ts";

export interface CancelledDependencies {
  readonly store: Store;
  readonly find: FindListed;
  readonly outbox: Pick<Outbox, "pending" | "withdraw" | "takeBack">;
  readonly ends: Pick<Ends, "end" | "atRest">;
  readonly settling: Settling;
  readonly sentDrafts: Pick<SentDrafts, "noteEnd" | "noteKept">;
  readonly clock: Clock;
  readonly log: Log;
  readonly onHistory: () => void;
  /** Its card on Home, if there is one. */
  readonly putAway: (id: string) => void;
}

/** What was cancelled in the list, and can be taken back for a moment. */
export interface Cancelled {
  /** Ended after a moment in which it can be taken back; a crash in between still ends it. */
  readonly cancel: (id: string) => Promise<Result<undefined>>;
  readonly keep: (id: string) => Promise<Result<undefined>>;
  /** Cancelled in this run, and not taken back. */
  readonly isCancelled: (id: string) => boolean;
  /** Whether its end, or that there shall be none, is in these hands: nobody else may end it then. */
  readonly isLeaving: (id: string) => boolean;
  /** What an earlier run left to be ended; of one in the list it is said where its link still works. */
  readonly endLeft: (intent: Leaving, organiser: Organiser) => Promise<void>;
  /** Before a sign-out: what was cancelled is ended now, while it can be. */
  readonly leave: (organiser: Organiser) => Promise<void>;
}

interface Waiting {
  readonly controller: AbortController;
  readonly intent: Leaving;
  readonly endsAt: number;
  /** Once it is on the way nothing takes it back. */
  ending: Promise<void> | null;
}

/** Long enough to notice a slip, short enough that nobody joins what was cancelled. */
export const undoMilliseconds = 8_000;

export function createCancelled(dependencies: CancelledDependencies): Cancelled {
  const { find, outbox, clock } = dependencies;
  const waiting = new Map<string, Waiting>();
  /** Taken back, and that is on its way to the disk. */
  const keeping = new Set<string>();
  // Pressed in quick turns, each waits until the one before is on disk.
  const inTurn = createKeyedQueue();

  function endNow(one: Waiting, organiser: Organiser): Promise<void> {
    one.controller.abort();
    one.ending ??= end(dependencies, one.intent, organiser, () => waiting.delete(one.intent.id));
    return one.ending;
  }

  const endLeft = (intent: Leaving, organiser: Organiser) =>
    end(dependencies, intent, organiser, () => undefined);

  async function cancel(id: string): Promise<Result<undefined>> {
    const found = find(id);
    if (!found.ok) return found;
    if (waiting.has(id)) return ok(undefined);
    const { entry, organiser } = found.value;
    await dependencies.settling.stop(id);
    const endsAt = clock.now() + undoMilliseconds;
    const intent = leavingFrom(entry, organiser.key, endsAt);
    const written = await outbox.withdraw(intent);
    if (!written.ok) return written;
    dependencies.sentDrafts.noteEnd(id, "coming");
    const controller = new AbortController();
    const one: Waiting = { controller, intent, endsAt, ending: null };
    waiting.set(id, one);
    showLeaving(dependencies.store, id, endsAt);
    dependencies.putAway(id);
    void clock.sleep(undoMilliseconds, controller.signal).then(async () => {
      if (!controller.signal.aborted) await endNow(one, organiser);
    });
    return ok(undefined);
  }

  async function keep(id: string): Promise<Result<undefined>> {
    const one = waiting.get(id);
    if (!find(id).ok || !one) return fail({ kind: "unknown-meeting" });
    if (one.ending || clock.now() >= one.endsAt) return fail({ kind: "meeting-gone", trace: null });
    one.controller.abort();
    waiting.delete(id);
    keeping.add(id);
    return keepAfterEnds(id).finally(() => keeping.delete(id));
  }

  /** Undone on its card too, it may be ending at this moment: what that comes to decides. */
  async function keepAfterEnds(id: string): Promise<Result<undefined>> {
    const isGone = await dependencies.ends.atRest(id);
    dependencies.putAway(id);
    if (!isGone) return takeBack(dependencies, id);
    showLeaving(dependencies.store, id, null);
    return fail({ kind: "meeting-gone", trace: null });
  }

  return {
    cancel: (id) => inTurn(id, () => cancel(id)),
    keep: (id) => inTurn(id, () => keep(id)),
    isCancelled: (id) => waiting.has(id),
    isLeaving: (id) => waiting.has(id) || keeping.has(id),
    async leave(organiser) {
      for (const intent of await outbox.pending(organiser.key)) {
        if (intent.aim !== "leaving") continue;
        const one = waiting.get(intent.id);
        if (one) await endNow(one, organiser);
        else await endLeft(intent, organiser);
      }
    },
    endLeft,
  };
}

function showLeaving(store: Store, id: string, endsAt: number | null): void {
  store.update((state) => {
    const others = state.leaving.filter((one) => one.id !== id);
    return { ...state, leaving: endsAt === null ? others : [...others, { id, endsAt }] };
  });
}

/** It is off the list, which says nothing of what its link still does. */
function sayOpen(store: Store, intentId: string): void {
  const ended = { kind: "ended", intentId, clipboardCleared: false, isShut: false } as const;
  store.update((state) => (state.creation.kind === "idle" ? { ...state, creation: ended } : state));
}

async function takeBack(
  { store, find, outbox, settling, sentDrafts, onHistory }: CancelledDependencies,
  id: string,
): Promise<Result<undefined>> {
  showLeaving(store, id, null);
  sentDrafts.noteKept(id);
  const found = find(id);
  if (!found.ok) return found;
  const { entry, organiser } = found.value;
  const unsaid = entry.isSettling ? wantedFrom(entry, organiser.key) : null;
  const written = await outbox.takeBack(id, unsaid);
  // Drawn meanwhile, the list would still have it crossed out.
  onHistory();
  if (unsaid) void settling.begin(unsaid, organiser);
  return written;
}

async function end(
  { store, find, ends, sentDrafts, log, onHistory }: CancelledDependencies,
  intent: Leaving,
  organiser: Organiser,
  onAnswer: () => void,
): Promise<void> {
  // Of what was cancelled before it came into the list, nobody has the link.
  const isListed = find(intent.id).ok;
  const ended = await ends.end(intent, organiser);
  onAnswer();
  if (ended.ok) sentDrafts.noteEnd(intent.id, "gone");
  // Not ended yet, it stays crossed out: its end is on disk, and comes when Teams answers.
  if (ended.ok && !ended.value.isShut && isListed) sayOpen(store, intent.id);
  if (ended.ok) showLeaving(store, intent.id, null);
  if (!ended.ok) log.warn("meeting-not-ended", { kind: ended.error.kind });
  onHistory();
}
