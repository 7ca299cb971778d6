import { type AppError, fail, ok, type Result } from "../contract/errors.ts";
import type { Creation, Meeting } from "../contract/meeting.ts";
import type { HandOver } from "../handover/hand-over.ts";
import type { Store } from "../store.ts";
import type { Ends } from "./ends.ts";
import { type Ending, createEnding } from "./ending.ts";
import { entryOf, isUnguarded, toMeeting } from "./entry.ts";
import { findEventPage } from "./event-page.ts";
import { createFailures, type Failures, isAskedAgain, isForSignIn } from "./failures.ts";
import {
  cameToNothing,
  fulfil,
  type FulfilDependencies,
  type Organiser,
  remember,
} from "./fulfil.ts";
import type { HistoryEntry } from "./history.ts";
import type { SentDrafts } from "./sent-drafts.ts";
import type { Settling } from "./settling.ts";
import type { Spare } from "./spare.ts";
import type { Wish } from "./wish.ts";

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
export interface CreationRun extends Ending, Pick<Failures, "unsure"> {
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
  /** What failed once more: the same wish, so never a second meeting. */
  readonly retry: () => Promise<Result<Meeting | undefined>>;
  /** What is shown as failed goes on by itself: signed in again, or Microsoft may answer now. */
  readonly resumeShown: () => Promise<void>;
  /** Of the event that failed to give its link: where Outlook shows it. Errors: unknown-meeting. */
  eventPage(): Promise<Result<string>>;
  cancel(): Promise<Result<undefined>>;
  dismiss(): void;
  /** Before a sign-out: what is on its way for this account is cancelled and ended. */
  leave(accountId: string): Promise<void>;
}

interface Running {
  readonly wish: Wish;
  readonly organiser: Organiser;
  readonly controller: AbortController;
  readonly done: Promise<Result<Meeting>>;
}

export function createCreationRun(dependencies: CreationDependencies): CreationRun {
  const { store, handOver, wishes, history, clock, log, organisers, onHistory } = dependencies;
  const { sentDrafts } = dependencies;
  let current: Running | null = null;
  /** By the id of the wish: what nobody waits for. */
  const quiet = new Map<string, Promise<void>>();

  const show = (creation: Creation) => store.update((state) => ({ ...state, creation }));
  const failures = createFailures(store);
  const madeQuietly = async (wishId: string) => quiet.get(wishId);
  const ending = createEnding({ ...dependencies, show, failures, madeQuietly });

  /** While a wish is on its way, every further press is that wish. */
  function single(
    wish: Wish,
    organiser: Organiser,
    work: (signal: AbortSignal) => Promise<Result<Meeting>>,
  ): Promise<Result<Meeting>> {
    // What was cancelled is nobody else's press: it is waited for, not joined.
    if (current?.controller.signal.aborted)
      return current.done.then(() => single(wish, organiser, work));
    if (current) return current.done;
    const controller = new AbortController();
    sentDrafts.note(wish);
    const done = work(controller.signal).finally(() => {
      current = null;
    });
    current = { wish, organiser, controller, done };
    return done;
  }

  const begin = (wish: Wish, organiser: Organiser) =>
    single(wish, organiser, async (signal) => {
      await quiet.get(wish.id);
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
    show({ ...waiting, retryAt: null, reason: "first-try" });
    const made = await fulfil(dependencies, wish, organiser, {
      signal,
      onWait: (retryAt, reason) => show({ ...waiting, retryAt, reason }),
    });
    if (signal.aborted) {
      if (cameToNothing(made)) wishes.remove(wish.id);
      return fail({ kind: "cancelled" });
    }
    const problem = made.ok ? made.unset : made.error;
    if (problem?.kind === "sign-in-again")
      dependencies.onSignInNeeded(organiser.account.id, problem);
    if (!made.ok) {
      if (cameToNothing(made)) return giveUp(wish, made.error);
      sentDrafts.note({ ...wish, mayExist: true });
      return failures.show(wish, made.error, "unsure");
    }
    const { entry, unset } = made;
    const handed = showMade(entry, { draftId, unset, copied: await copy(entry) });
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

  /** The wish whose failure is shown, and whose it is. Where they have to sign in first, that is shown. */
  function shownFailure() {
    const shown = failures.shown();
    if (!shown.ok) return shown;
    const { wish, failure } = shown.value;
    const organiser = organisers().find(({ key }) => key === wish.accountKey);
    if (organiser) return ok({ ...shown.value, organiser });
    const known = store.read().accounts.find(({ key }) => key === wish.accountKey);
    return failures.show(wish, known?.problem ?? { kind: "not-signed-in" }, failure.outcome);
  }

  async function retry(): Promise<Result<Meeting | undefined>> {
    const { kind } = store.read().creation;
    // Pressed twice, or tried again by itself in this very moment.
    if (kind === "creating" && current) return current.done;
    if (kind === "ending") return ok(undefined);
    // It has failed, and is about to make room.
    await current?.done;
    const shown = shownFailure();
    if (!shown.ok) return shown;
    const { wish, organiser, failure } = shown.value;
    return failure.outcome === "not-ended" ? ending.again(wish, organiser) : begin(wish, organiser);
  }

  async function cancel(): Promise<Result<undefined>> {
    if (store.read().creation.kind === "created") return ending.undo();
    const running = current;
    if (!running) return ok(undefined);
    // First on disk, then in the air: after a crash here the meeting is still ended.
    const unwanted: Wish = { ...running.wish, aim: "unwanted" };
    const written = await wishes.put(unwanted);
    if (!written.ok) return written;
    ending.showEnding(unwanted.id, null);
    running.controller.abort();
    await running.done;
    sentDrafts.noteEnd(unwanted.id, "coming");
    // It may have been made, and its link copied, in this very moment.
    if (wishes.has(unwanted.id)) return ending.again(unwanted, running.organiser);
    // Nothing ever left this computer.
    sentDrafts.noteEnd(unwanted.id, "gone");
    show({ kind: "idle" });
    return ok(undefined);
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
      single(wish, organiser, () => hand(wish, spare, organiser)),
    handMade: async (entry, draftId) => showMade(entry, { draftId, copied: await copy(entry) }),
    current: () => (current?.controller.signal.aborted ? null : current),
    noteCopied(id) {
      const { creation } = store.read();
      if (creation.kind === "created" && creation.meeting.id === id && !creation.copied)
        show({ ...creation, copied: true, isHeld: false });
    },
    isRunning: (wishId) => current?.wish.id === wishId,
    isShown(wishId) {
      const shown = failures.shown();
      return shown.ok && shown.value.wish.id === wishId;
    },
    giveUp,
    retry,
    async resumeShown() {
      const shown = failures.shown();
      if (!shown.ok) return;
      const { failure } = shown.value;
      const isBack = isForSignIn(failure.error);
      if (isBack || isAskedAgain(failure, clock.now())) await retry();
    },
    async eventPage() {
      const shown = shownFailure();
      return shown.ok ? findEventPage(shown.value.wish, shown.value.organiser, clock) : shown;
    },
    cancel,
    dismiss() {
      const { kind } = store.read().creation;
      if (kind !== "creating" && kind !== "ending") show({ kind: "idle" });
    },
    async leave(accountId) {
      if (current?.organiser.account.id !== accountId) return;
      // Made already, and only on its way into the list: nobody asked to end it.
      if (store.read().creation.kind === "created") await current.done;
      else await cancel();
    },
  };
}
