import { type AppError, fail, ok, type Result } from "../contract/errors.ts";
import type { Creation, Meeting } from "../contract/meeting.ts";
import type { HandOver } from "../handover/hand-over.ts";
import type { Store } from "../store.ts";
import { entryOf, toMeeting } from "./entry.ts";
import { findEventPage } from "./event-page.ts";
import {
  cameToNothing,
  fulfil,
  type FulfilDependencies,
  type Organiser,
  remember,
  settleUnwanted,
} from "./fulfil.ts";
import type { HistoryEntry } from "./history.ts";
import type { Settling } from "./settling.ts";
import type { Spare } from "./spare.ts";
import { unwantedOf } from "./unwanted.ts";
import type { Wish } from "./wish.ts";

export interface CreationDependencies extends FulfilDependencies {
  readonly store: Store;
  readonly handOver: Pick<HandOver, "copy" | "takeBack">;
  readonly settling: Settling;
  /** Everybody who can be asked about their own meetings now. */
  readonly organisers: () => readonly Organiser[];
  /** Graph refused the freshest token there is. */
  readonly onSignInNeeded: (accountId: string, error: AppError) => void;
  /** The list of meetings has changed. */
  readonly onHistory: () => void;
}

/** The one wish that is on its way, from the press to the link or the error; and its end again. */
export interface CreationRun {
  /** While a wish is on its way, every further press is that wish. */
  readonly begin: (wish: Wish, organiser: Organiser) => Promise<Result<Meeting>>;
  /** A meeting made ahead: its link is handed over at once, and Teams hears of the rest afterwards. */
  readonly handSpare: (wish: Wish, spare: Spare, organiser: Organiser) => Promise<Result<Meeting>>;
  /** What every further press joins; null while nothing is on its way. */
  readonly current: () => Promise<Result<Meeting>> | null;
  readonly isRunning: (wishId: string) => boolean;
  /** Says that nothing comes of a wish, and only then forgets it. */
  readonly giveUp: (wish: Wish, error: AppError) => Result<Meeting>;
  /** The failed wish once more: the same wish, so never a second meeting. */
  retry(): Promise<Result<Meeting>>;
  /** Of the event that failed to give its link: where Outlook shows it. Errors: unknown-meeting. */
  eventPage(): Promise<Result<string>>;
  cancel(): Promise<Result<undefined>>;
  undo(): Promise<Result<undefined>>;
  dismiss(): void;
  /** Before a sign-out: what is on its way for this account is cancelled and ended, and no failure of its is shown on. */
  leave(accountId: string): Promise<void>;
}

interface Run {
  readonly wish: Wish;
  readonly organiser: Organiser;
  readonly controller: AbortController;
  readonly done: Promise<Result<Meeting>>;
}

export function createCreationRun(dependencies: CreationDependencies): CreationRun {
  const { store, handOver, wishes, history, clock, log, organisers, onHistory } = dependencies;
  let current: Run | null = null;
  let lastWish: Wish | null = null;
  let lastAccountId: string | null = null;

  const show = (creation: Creation) => store.update((state) => ({ ...state, creation }));
  const byKey = (key: string) => organisers().find((one) => one.key === key) ?? null;

  /** While a wish is on its way, every further press is that wish. */
  function single(
    wish: Wish,
    organiser: Organiser,
    work: (signal: AbortSignal) => Promise<Result<Meeting>>,
  ): Promise<Result<Meeting>> {
    if (current) return current.done;
    const controller = new AbortController();
    lastWish = wish;
    lastAccountId = organiser.account.id;
    const done = work(controller.signal).finally(() => {
      current = null;
    });
    current = { wish, organiser, controller, done };
    return done;
  }

  const begin = (wish: Wish, organiser: Organiser) =>
    single(wish, organiser, (signal) => run(wish, organiser, signal));

  async function hand(wish: Wish, spare: Spare, organiser: Organiser): Promise<Result<Meeting>> {
    const startedAt = clock.now();
    // First on disk: after a crash here the meeting still gets its subject, and is in the list.
    const written = await wishes.put(wish);
    if (!written.ok) return failed(wish, written.error, false);
    const { subject, startAt, endAt } = wish;
    const made = { ...spare.made, subject, startAt, endAt };
    const entry = { ...entryOf(wish, made, organiser.account, startedAt), isSettling: true };
    const copied = await handOver.copy(entry, null);
    const saved = history.add(entry);
    const meeting = toMeeting(entry);
    show({ kind: "created", meeting, copied: copied.ok, createdAt: clock.now() });
    log.info("link-handed-over", { milliseconds: clock.now() - startedAt });
    onHistory();
    void saved.then(() => dependencies.settling.begin(wish, organiser));
    return ok(meeting);
  }

  async function run(
    wish: Wish,
    organiser: Organiser,
    signal: AbortSignal,
  ): Promise<Result<Meeting>> {
    const waiting = { kind: "creating", wishId: wish.id, startedAt: clock.now() } as const;
    show({ ...waiting, retryAt: null, reason: "first-try" });
    const made = await fulfil(dependencies, wish, organiser, {
      signal,
      onWait: (retryAt, reason) => show({ ...waiting, retryAt, reason }),
    });
    if (signal.aborted) {
      if (cameToNothing(made)) wishes.remove(wish.id);
      return fail({ kind: "cancelled" });
    }
    if (!made.ok) {
      if (made.error.kind === "sign-in-again")
        dependencies.onSignInNeeded(organiser.account.id, made.error);
      if (cameToNothing(made)) return giveUp(wish, made.error);
      return failed(wish, made.error, made.mayExist);
    }
    const copied = await handOver.copy(made.entry, null);
    const meeting = toMeeting(made.entry);
    show({ kind: "created", meeting, copied: copied.ok, createdAt: clock.now() });
    log.info("meeting-created", { milliseconds: clock.now() - waiting.startedAt });
    // In the list as soon as it is on the card; safe on disk a moment later.
    const remembered = remember(dependencies, made.entry);
    onHistory();
    await remembered;
    return ok(meeting);
  }

  function failed(wish: Wish, error: AppError, mayExist: boolean): Result<Meeting> {
    lastWish = { ...wish, mayExist };
    show({ kind: "failed", error, wishId: wish.id, outcome: mayExist ? "unsure" : "not-created" });
    return fail(error);
  }

  function giveUp(wish: Wish, error: AppError): Result<Meeting> {
    const told = failed(wish, error, false);
    wishes.remove(wish.id);
    return told;
  }

  /** The wish whose failure is shown, and whose it is. */
  function shownFailure(): Result<{ wish: Wish; organiser: Organiser }> {
    const { creation } = store.read();
    if (creation.kind !== "failed" || lastWish === null || lastWish.id !== creation.wishId)
      return fail({ kind: "unknown-meeting" });
    const organiser = byKey(lastWish.accountKey);
    return organiser ? ok({ wish: lastWish, organiser }) : fail({ kind: "not-signed-in" });
  }

  async function retry(): Promise<Result<Meeting>> {
    const shown = shownFailure();
    return shown.ok ? begin(shown.value.wish, shown.value.organiser) : shown;
  }

  async function cancel(): Promise<Result<undefined>> {
    if (store.read().creation.kind === "created") return undo();
    const running = current;
    if (!running) return ok(undefined);
    // First on disk, then in the air: after a crash here the meeting is still ended.
    const unwanted: Wish = { ...running.wish, aim: "unwanted" };
    const written = await wishes.put(unwanted);
    if (!written.ok) return written;
    show({ kind: "ending", meeting: null });
    running.controller.abort();
    await running.done;
    if (wishes.has(unwanted.id)) {
      // It may have been made, and its link copied, in this very moment.
      show({ kind: "ending", meeting: null });
      return end(unwanted, running.organiser, { entry: history.find(unwanted.id), shown: null });
    }
    // Nothing ever left this computer.
    show({ kind: "idle" });
    return ok(undefined);
  }

  async function undo(): Promise<Result<undefined>> {
    const { creation } = store.read();
    if (creation.kind !== "created") return fail({ kind: "unknown-meeting" });
    const entry = history.find(creation.meeting.id);
    if (!entry) return fail({ kind: "unknown-meeting" });
    if (entry.inviteeCount > 0) return fail({ kind: "invitations-sent" });
    // Whoever made it ends it, whoever is chosen now.
    const who = organisers().find(({ account }) => account.id === entry.organiserId);
    if (!who) return fail({ kind: "not-signed-in" });
    await dependencies.settling.stop(entry.id);
    const unwanted = unwantedOf(entry, who.key);
    const written = await wishes.put(unwanted);
    if (!written.ok) return written;
    show({ kind: "ending", meeting: creation.meeting });
    return end(unwanted, who, { entry, shown: creation });
  }

  /** `shown` is shown again when the meeting could not be ended. */
  async function end(
    wish: Wish,
    organiser: Organiser,
    { entry, shown }: { entry: HistoryEntry | undefined; shown: Creation | null },
  ): Promise<Result<undefined>> {
    const settled = await settleUnwanted(dependencies, wish, organiser);
    onHistory();
    if (settled.ok) {
      const clipboardCleared = entry ? await handOver.takeBack(entry) : false;
      show({ kind: "ended", clipboardCleared });
      return settled;
    }
    if (shown) {
      // The person is told and sees the link again, so nothing may end it later behind their back.
      wishes.remove(wish.id);
      show(shown);
    } else show({ kind: "failed", error: settled.error, wishId: null, outcome: "unsure" });
    return settled;
  }

  return {
    begin,
    handSpare: (wish, spare, organiser) =>
      single(wish, organiser, () => hand(wish, spare, organiser)),
    current: () => current?.done ?? null,
    isRunning: (wishId) => current?.wish.id === wishId,
    giveUp,
    retry,
    async eventPage() {
      const shown = shownFailure();
      return shown.ok ? findEventPage(shown.value.wish, shown.value.organiser, clock) : shown;
    },
    cancel,
    undo,
    dismiss() {
      const { kind } = store.read().creation;
      if (kind !== "creating" && kind !== "ending") show({ kind: "idle" });
    },
    async leave(accountId) {
      if (current?.organiser.account.id === accountId) {
        // Made already, and only on its way into the list: nobody asked to end it.
        if (store.read().creation.kind === "created") await current.done;
        else await cancel();
      }
      if (lastAccountId === accountId && store.read().creation.kind === "failed")
        show({ kind: "idle" });
    },
  };
}
