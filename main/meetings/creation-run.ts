import { type AppError, fail, ok, type Result } from "../contract/errors.ts";
import type { Creation, Meeting } from "../contract/meeting.ts";
import type { HandOver } from "../handover/hand-over.ts";
import type { Store } from "../base/store.ts";
import { type Again, createAgain } from "./outbox/again.ts";
import { type Ending, createEnding } from "./ending.ts";
import type { Ends } from "./outbox/ends.ts";
import { entryOf, isUnguarded, toMeeting } from "./entry.ts";
import { createFailures, type Failures } from "./outbox/failures.ts";
import {
  cameToNothing,
  fulfil,
  type FulfilDependencies,
  type Organiser,
  remember,
} from "./fulfil.ts";
import type { HistoryEntry } from "./history.ts";
import type { SentDrafts } from "./outbox/sent-drafts.ts";
import type { Settling } from "./settling.ts";
import { createSingleRun, type Running } from "./single-run.ts";
import type { Spare } from "./spare.ts";
import type { Wish } from "./outbox/wish.ts";

export interface CreationDependencies extends FulfilDependencies {
  readonly store: Store;
  readonly handOver: Pick<HandOver, "copy" | "takeBack">;
  readonly settling: Settling;
  readonly sentDrafts: SentDrafts;
  readonly ends: Ends;
  /** Everybody who can be asked about their own meetings now. */
  readonly organisers: () => readonly Organiser[];
  /** Graph refused the freshest token there is. */
  readonly onSignInNeeded: (accountId: string, error: AppError) => void;
  /** The list of meetings has changed. */
  readonly onHistory: () => void;
}

/** The one wish that is on its way, from the press to the link or the error; and its end again. */
export interface CreationRun
  extends Ending, Pick<Failures, "unsure">, Pick<Again, "retry" | "resumeShown" | "eventPage"> {
  /** While a wish is on its way, every further press is that wish. */
  readonly begin: (wish: Wish, organiser: Organiser) => Promise<Result<Meeting>>;
  /** A meeting made ahead: its link is handed over at once, and Teams hears of the rest afterwards. */
  readonly handSpare: (wish: Wish, spare: Spare, organiser: Organiser) => Promise<Result<Meeting>>;
  /** One of the list, shown as if it were new: it was asked for again. */
  readonly handMade: (entry: HistoryEntry, draftId: string | null) => Promise<Result<Meeting>>;
  /** Its link is on the clipboard after all: the person copied it themselves. */
  noteCopied(id: string): void;
  /** What every further press joins; null while nothing is on its way that was not cancelled. */
  readonly current: () => Running | null;
  readonly isRunning: (wishId: string) => boolean;
  /** Whether its failure is on the card. */
  readonly isShown: (wishId: string) => boolean;
  /** Says that nothing comes of a wish, and only then forgets it. */
  readonly giveUp: (wish: Wish, error: AppError) => Result<Meeting>;
  /** Work on a wish that nobody waits for; whoever asks for that wish meanwhile waits until it is done. */
  quietly(wishId: string, work: () => Promise<void>): Promise<void>;
  cancel(): Promise<Result<undefined>>;
  dismiss(): void;
  /** Before a sign-out: what is on its way for this account is cancelled and ended, and no failure of its is shown on. */
  leave(accountId: string): Promise<void>;
}

export function createCreationRun(dependencies: CreationDependencies): CreationRun {
  const { store, handOver, wishes, history, clock, log, organisers, onHistory } = dependencies;
  const { sentDrafts } = dependencies;
  const runs = createSingleRun((wish) => sentDrafts.note(wish));
  /** Those whose last run made nothing, and left nothing on its way. */
  const nothing = new Set<string>();
  /** By the id of the wish: what nobody waits for. */
  const quiet = new Map<string, Promise<void>>();

  const show = (creation: Creation) => store.update((state) => ({ ...state, creation }));
  const failures = createFailures(store);
  async function atRest(wishId: string): Promise<void> {
    await quiet.get(wishId);
    await runs.of(wishId)?.done;
  }
  const ending = createEnding({ ...dependencies, show, failures, atRest });

  const begin = (wish: Wish, organiser: Organiser) =>
    runs.start(wish, organiser, async (signal) => {
      await quiet.get(wish.id);
      await dependencies.ends.atRest(wish.id);
      return run(wish, organiser, signal);
    });

  /** Nobody gets a link by which more people come in than were asked for, before they were told. */
  const copy = async (entry: HistoryEntry) =>
    !isUnguarded(entry) && (await handOver.copy(entry, null)).ok;

  function showMade(
    entry: HistoryEntry,
    {
      draftId,
      copied,
      unset = null,
    }: { draftId: string | null; copied: boolean; unset?: AppError | null },
  ): Result<Meeting> {
    const meeting = toMeeting(entry);
    const isHeld = isUnguarded(entry);
    show({ kind: "created", meeting, draftId, copied, unset, isHeld, createdAt: clock.now() });
    failures.settle(entry.id);
    return ok(meeting);
  }

  async function hand(wish: Wish, spare: Spare, organiser: Organiser): Promise<Result<Meeting>> {
    const startedAt = clock.now();
    // First on disk: after a crash here the meeting still gets its subject, and is in the list.
    const written = await wishes.put(wish);
    if (!written.ok) return failures.show(wish, written.error, "not-created");
    const { subject, startAt, endAt } = wish;
    const made = { ...spare.made, subject, startAt, endAt };
    const entry = { ...entryOf(wish, made, organiser.account, startedAt), isSettling: true };
    const copied = await copy(entry);
    const saved = history.add(entry);
    const handed = showMade(entry, { draftId: wish.draftId, copied });
    log.info("link-handed-over", { milliseconds: clock.now() - startedAt });
    onHistory();
    void saved.then(() => dependencies.settling.begin(wish, organiser));
    return handed;
  }

  async function run(
    wish: Wish,
    organiser: Organiser,
    signal: AbortSignal,
  ): Promise<Result<Meeting>> {
    const { id: wishId, draftId } = wish;
    const waiting = { kind: "creating", wishId, draftId, startedAt: clock.now() } as const;
    nothing.delete(wishId);
    show({ ...waiting, retryAt: null, reason: "first-try" });
    const made = await fulfil(dependencies, wish, organiser, {
      signal,
      onWait: (retryAt, reason) => show({ ...waiting, retryAt, reason }),
    });
    if (cameToNothing(made)) nothing.add(wishId);
    if (signal.aborted) return fail({ kind: "cancelled" });
    const problem = made.ok ? made.unset : made.error;
    if (problem?.kind === "sign-in-again")
      dependencies.onSignInNeeded(organiser.account.id, problem);
    if (!made.ok) {
      runs.release(signal);
      if (cameToNothing(made)) return giveUp(wish, made.error);
      sentDrafts.note({ ...wish, mayExist: true });
      return failures.show(wish, made.error, "unsure");
    }
    const { entry, unset } = made;
    const copied = await copy(entry);
    // Cancelled in this very moment, it is in the list to be ended, and its link is taken back.
    const handed = signal.aborted
      ? fail({ kind: "cancelled" })
      : showMade(entry, { draftId, unset, copied });
    runs.handedOver(signal);
    log.info("meeting-created", { milliseconds: clock.now() - waiting.startedAt });
    // In the list as soon as it is on the card; safe on disk a moment later.
    const remembered = remember(dependencies, entry);
    onHistory();
    await remembered;
    return handed;
  }

  function giveUp(wish: Wish, error: AppError): Result<Meeting> {
    const told = failures.show(wish, error, "not-created");
    wishes.remove(wish.id);
    return told;
  }

  const again = createAgain({ store, failures, ending, runs, organisers, clock, begin });

  async function cancel(): Promise<Result<undefined>> {
    if (store.read().creation.kind === "created") return ending.undo();
    const running = runs.current();
    if (!running) return ok(undefined);
    // First on disk, then in the air: after a crash here the meeting is still ended.
    const unwanted: Wish = { ...running.wish, aim: "unwanted" };
    const written = await wishes.put(unwanted);
    if (!written.ok) return written;
    sentDrafts.noteEnd(unwanted.id, "coming");
    // Else it came to an end by itself in this very moment, which the card says.
    if (store.read().creation.kind === "creating") ending.showEnding(unwanted.id, null);
    running.controller.abort();
    await running.done;
    // It may have been made, and its link copied.
    if (!nothing.has(unwanted.id)) return ending.again(unwanted, running.organiser);
    sentDrafts.noteEnd(unwanted.id, "gone");
    if (ending.isShown(unwanted.id)) show({ kind: "idle" });
    return wishes.remove(unwanted.id);
  }

  return {
    ...ending,
    unsure: (accountKey) => failures.unsure(accountKey),
    async quietly(wishId, work) {
      const done = work().finally(() => quiet.delete(wishId));
      quiet.set(wishId, done);
      return done;
    },
    begin,
    handSpare: (wish, spare, organiser) =>
      runs.start(wish, organiser, () => hand(wish, spare, organiser)),
    handMade: async (entry, draftId) => showMade(entry, { draftId, copied: await copy(entry) }),
    current: () => runs.current(),
    noteCopied(id) {
      const { creation } = store.read();
      if (wishes.isUnwanted(id)) return;
      if (creation.kind === "created" && creation.meeting.id === id && !creation.copied)
        show({ ...creation, copied: true, isHeld: false });
    },
    isRunning: (wishId) => runs.of(wishId) !== null,
    isShown(wishId) {
      const shown = failures.shown();
      return shown.ok && shown.value.wish.id === wishId;
    },
    giveUp,
    ...again,
    cancel,
    dismiss() {
      const { kind } = store.read().creation;
      if (kind !== "creating" && kind !== "ending") show({ kind: "idle" });
    },
    async leave(accountId) {
      const running = runs.current();
      if (running?.organiser.account.id === accountId) {
        // Made already, and only on its way into the list: nobody asked to end it.
        if (store.read().creation.kind === "created") await running.done;
        else await cancel();
      }
      if (again.isOf(accountId)) show({ kind: "idle" });
    },
  };
}
