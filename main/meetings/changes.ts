import type { Clock } from "../base/clock.ts";
import { type AppError, fail, ok, type Result } from "../contract/errors.ts";
import type { EventDraft } from "../contract/event-draft.ts";
import type { ScheduleDraft } from "../contract/drafts.ts";
import type { Store } from "../base/store.ts";
import { readExtension, readMove, readSubject } from "./change-reading.ts";
import type { Ends } from "./outbox/ends.ts";
import { changeEvent, type Changed, type EventUpdate, readEvent } from "./events/event-changes.ts";
import { draftOfDetails } from "./events/event-edit.ts";
import { calendarError } from "./events/event-outcome.ts";
import type { FulfilDependencies, Organiser } from "./fulfil.ts";
import type { HistoryEntry } from "./history.ts";
import type { SentDrafts } from "./outbox/sent-drafts.ts";
import { changed } from "./link-changes.ts";
import type { Settling } from "./settling.ts";
import { unwantedOf } from "./outbox/unwanted.ts";
import type { Wish } from "./outbox/wish.ts";

export interface ChangesDependencies extends FulfilDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly settling: Settling;
  readonly ends: Ends;
  readonly sentDrafts: SentDrafts;
  readonly organisers: () => readonly Organiser[];
  readonly onSignInNeeded: (accountId: string, error: AppError) => void;
  readonly onHistory: () => void;
}

/** What may become of a meeting after it was made, always by the account that made it. */
export interface Changes {
  rename(id: string, subject: string): Promise<Result<undefined>>;
  /** `before` is what the form showed of an event: only what differs from it is changed. */
  move(id: string, draft: ScheduleDraft, before?: EventDraft | null): Promise<Result<undefined>>;
  /** What of an event can be changed, as it stands in the calendar. Errors: as Graph's, unknown-meeting. */
  readEvent(id: string): Promise<Result<EventDraft>>;
  extend(id: string, minutes: number): Promise<Result<undefined>>;
  applyOptions(id: string): Promise<Result<undefined>>;
  /** Takes over what others changed, and notes that it is gone. */
  refresh(id: string): Promise<Result<undefined>>;
  /** Ended after a moment in which it can be taken back; a crash in between still ends it. */
  cancel(id: string): Promise<Result<undefined>>;
  keep(id: string): Promise<Result<undefined>>;
  /** Whether its end, or that there shall be none, is in these hands: nobody else may end it then. */
  isLeaving(id: string): boolean;
  /** From the list only: the link goes on working. */
  forget(id: string): Promise<Result<undefined>>;
  /** Before a sign-out: what was cancelled is ended now, while it can be. */
  leave(organiser: Organiser): Promise<void>;
}

interface Leaving {
  readonly controller: AbortController;
  readonly unwanted: Wish;
  readonly endsAt: number;
  /** Once it is on the way. */
  ending: Promise<void> | null;
}

/** Long enough to notice a slip, short enough that nobody joins what was cancelled. */
export const undoMilliseconds = 8_000;

export function createChanges(dependencies: ChangesDependencies): Changes {
  const { store, history, wishes, clock, settling, organisers, language } = dependencies;
  const { ends, sentDrafts } = dependencies;
  /** Cancelled, but not ended yet; once the end is on its way nothing takes it back. */
  const waiting = new Map<string, Leaving>();
  /** Taken back, and that is on its way to the disk. */
  const keeping = new Set<string>();

  function find(id: string): Result<{ entry: HistoryEntry; organiser: Organiser }> {
    const entry = history.find(id);
    if (!entry) return fail({ kind: "unknown-meeting" });
    const organiser = organisers().find(({ account }) => account.id === entry.organiserId);
    return organiser ? ok({ entry, organiser }) : fail({ kind: "not-signed-in" });
  }

  async function asked(
    id: string,
    ask: (entry: HistoryEntry, organiser: Organiser) => Promise<Changed>,
  ): Promise<Result<undefined>> {
    const found = find(id);
    if (!found.ok) return found;
    if (waiting.has(id)) return fail({ kind: "meeting-gone", trace: null });
    const { entry, organiser } = found.value;
    // Its subject and times may still be on their way; theirs come first.
    await settling.stop(id);
    const { error, apply } = await ask(entry, organiser);
    const known = history.find(id);
    if (!known) return fail({ kind: "unknown-meeting" });
    if (error === null) return keepEntry(apply(known));
    if (error.kind === "sign-in-again") dependencies.onSignInNeeded(organiser.account.id, error);
    const left = error.kind === "meeting-gone" ? { ...known, isGone: true } : apply(known);
    if (left !== known) await keepEntry(left);
    return fail(error);
  }

  async function keepEntry(entry: HistoryEntry): Promise<Result<undefined>> {
    const saved = await history.replace(entry);
    // Whatever was still to be told to Teams is told now; that it was cancelled meanwhile is not.
    if (!entry.isSettling && !wishes.isUnwanted(entry.id)) wishes.remove(entry.id);
    dependencies.onHistory();
    return saved;
  }

  async function changing(
    id: string,
    read: (entry: HistoryEntry) => Result<EventUpdate>,
  ): Promise<Result<undefined>> {
    const entry = history.find(id);
    if (!entry) return fail({ kind: "unknown-meeting" });
    const change = read(entry);
    return change.ok ? update(id, change.value) : change;
  }

  const update = (id: string, { event, ...change }: EventUpdate) =>
    asked(id, async (entry, organiser) => {
      if (entry.kind === "event") {
        const { timeZone } = store.read();
        return changeEvent(
          entry,
          organiser,
          { ...change, ...(event ? { event } : {}) },
          { language: language(), timeZone },
        );
      }
      // What a crash left unsaid goes along: a later settling would undo this change.
      const { graphId, subject, startAt, endAt } = entry;
      const unsaid = entry.isSettling ? { subject, times: { startAt, endAt } } : {};
      const call = { language: language() };
      const answer = await organiser.online.update(graphId ?? "", { ...unsaid, ...change }, call);
      return changed(answer, change.options);
    });

  function showLeaving(id: string, endsAt: number | null): void {
    store.update((state) => {
      const others = state.leaving.filter((one) => one.id !== id);
      return { ...state, leaving: endsAt === null ? others : [...others, { id, endsAt }] };
    });
  }

  function endNow(leaving: Leaving, organiser: Organiser): Promise<void> {
    leaving.controller.abort();
    leaving.ending ??= end(leaving, organiser);
    return leaving.ending;
  }

  async function end(leaving: Leaving, organiser: Organiser): Promise<void> {
    const { id } = leaving.unwanted;
    const ended = await ends.end(leaving.unwanted, organiser);
    waiting.delete(id);
    if (ended.ok) sentDrafts.noteEnd(id, "gone");
    // Not ended yet, it stays crossed out: its end is on disk, and comes when Teams answers.
    if (ended.ok) showLeaving(id, null);
    else dependencies.log.warn("meeting-not-ended", { kind: ended.error.kind });
    dependencies.onHistory();
  }

  return {
    rename: (id, typed) => changing(id, () => readSubject(typed)),
    move: (id, draft, before = null) =>
      changing(id, (entry) => {
        const { timeZone: computerZone } = store.read();
        return readMove(entry, draft, { computerZone, now: clock.now(), before });
      }),
    extend: (id, minutes) => changing(id, (entry) => readExtension(entry, minutes, clock.now())),
    async readEvent(id) {
      const found = find(id);
      if (!found.ok) return found;
      const { entry, organiser } = found.value;
      if (entry.eventId === null) return fail({ kind: "unknown-meeting" });
      const call = { language: language(), withText: false };
      const read = await organiser.calendar.readDetails(entry.eventId, call);
      if (!read.ok) return fail(calendarError(read.error));
      return ok(draftOfDetails(read.value, entry.organiserUsername, entry.presenters));
    },
    applyOptions: async (id) => update(id, { options: history.find(id)?.asked ?? {} }),
    async refresh(id) {
      // What it shall be is still on its way; Teams' answer to that is the newer one.
      if (history.find(id)?.isSettling) return ok(undefined);
      return asked(id, async (entry, organiser) => {
        if (entry.kind === "event") return readEvent(entry, organiser, language());
        const call = { language: language() };
        return changed(await organiser.online.read(entry.graphId ?? "", call));
      });
    },
    async cancel(id) {
      const found = find(id);
      if (!found.ok) return found;
      if (waiting.has(id)) return ok(undefined);
      const { entry, organiser } = found.value;
      await settling.stop(id);
      const endsAt = clock.now() + undoMilliseconds;
      const unwanted = { ...unwantedOf(entry, organiser.key), notBefore: endsAt };
      const written = await wishes.put(unwanted);
      if (!written.ok) return written;
      sentDrafts.noteEnd(id, "coming");
      const controller = new AbortController();
      const leaving: Leaving = { controller, unwanted, endsAt, ending: null };
      waiting.set(id, leaving);
      showLeaving(id, endsAt);
      void clock.sleep(undoMilliseconds, controller.signal).then(async () => {
        if (!controller.signal.aborted) await endNow(leaving, organiser);
      });
      return ok(undefined);
    },
    async keep(id) {
      const found = find(id);
      const one = waiting.get(id);
      if (!found.ok || !one) return fail({ kind: "unknown-meeting" });
      if (one.ending || clock.now() >= one.endsAt)
        return fail({ kind: "meeting-gone", trace: null });
      one.controller.abort();
      waiting.delete(id);
      showLeaving(id, null);
      sentDrafts.noteKept(id);
      if (!found.value.entry.isSettling) return wishes.remove(id);
      const wanted: Wish = { ...one.unwanted, aim: "wanted", notBefore: null };
      keeping.add(id);
      const written = await wishes.put(wanted);
      keeping.delete(id);
      void settling.begin(wanted, found.value.organiser);
      return written;
    },
    isLeaving: (id) => waiting.has(id) || keeping.has(id),
    async forget(id) {
      if (!history.find(id)) return fail({ kind: "unknown-meeting" });
      await settling.stop(id);
      const removed = await history.remove(id);
      // That it is to end, by whatever way, is not taken back by this.
      if (removed.ok && !wishes.isUnwanted(id)) wishes.remove(id);
      dependencies.onHistory();
      return removed;
    },
    async leave(organiser) {
      for (const wish of await wishes.pending(organiser.key)) {
        if (wish.aim !== "unwanted") continue;
        const one = waiting.get(wish.id);
        if (one) await endNow(one, organiser);
        else await ends.end(wish, organiser);
      }
    },
  };
}
