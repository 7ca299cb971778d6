import type { Clock } from "../../base/clock.ts";
import type { Log } from "../../base/log.ts";
import type { Store } from "../../base/store.ts";
import type { ScheduleDraft } from "../../contract/drafts.ts";
import { type AppError, fail, ok, type Result } from "../../contract/errors.ts";
import type { EventDraft } from "../../contract/event-draft.ts";
import type { SentDrafts } from "../asking/sent-drafts.ts";
import { readEvent, type EventUpdate } from "../events/event-changes.ts";
import { draftOfDetails } from "../events/event-edit.ts";
import { calendarError } from "../events/event-outcome.ts";
import type { Organiser } from "../fulfil.ts";
import type { History, HistoryEntry } from "../history.ts";
import type { Ends } from "../outbox/ends.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { Settling } from "../settling.ts";
import { type Cancelled, createCancelled } from "./cancelled.ts";
import { readExtension, readMove, readSubject, renewalOf } from "./change-reading.ts";
import { changed } from "./link-changes.ts";
import { createFindListed, type FindListed } from "./listed.ts";
import { createTelling } from "./telling.ts";

export interface ChangesDependencies {
  readonly store: Store;
  readonly history: History;
  readonly outbox: Outbox;
  readonly ends: Ends;
  readonly settling: Settling;
  readonly sentDrafts: SentDrafts;
  readonly organisers: () => readonly Organiser[];
  readonly language: () => string;
  readonly clock: Clock;
  readonly log: Log;
  readonly onHistory: () => void;
  readonly putAway: (id: string) => void;
  readonly onSignInNeeded: (accountId: string, error: AppError) => void;
}

/** What may become of a meeting after it was made, always by the account that made it. */
export interface Changes extends Cancelled {
  rename(id: string, subject: string): Promise<Result<undefined>>;
  /** `before` is what the form showed of an event: only what differs from it is changed. */
  move(id: string, draft: ScheduleDraft, before?: EventDraft | null): Promise<Result<undefined>>;
  /** What of an event can be changed, as it stands in the calendar. Errors: as Graph's, unknown-meeting. */
  readEvent(id: string): Promise<Result<EventDraft>>;
  extend(id: string, minutes: number): Promise<Result<undefined>>;
  /** For now, and as long as it was: what Teams keeps a link for begins anew. */
  renew(id: string): Promise<Result<undefined>>;
  applyOptions(id: string): Promise<Result<undefined>>;
  /** Takes over what others changed, and notes that it is gone. */
  refresh(id: string): Promise<Result<undefined>>;
  /** From the list only: the link goes on working. */
  forget(id: string): Promise<Result<undefined>>;
}

export function createChanges(given: ChangesDependencies): Changes {
  const { store, history, outbox, ends, settling, sentDrafts, organisers } = given;
  const { language, clock, log, onHistory, putAway, onSignInNeeded } = given;
  const find = createFindListed(history, organisers);
  const cancelled = createCancelled({
    store,
    find,
    outbox,
    ends,
    settling,
    sentDrafts,
    clock,
    log,
    onHistory,
    putAway,
  });
  const { tell, update } = createTelling({
    find,
    history,
    outbox,
    settling,
    isCancelled: cancelled.isCancelled,
    language,
    timeZone: () => store.read().timeZone,
    onHistory,
    onSignInNeeded,
  });

  async function changing(
    id: string,
    read: (entry: HistoryEntry) => Result<EventUpdate>,
  ): Promise<Result<undefined>> {
    const entry = history.find(id);
    if (!entry) return fail({ kind: "unknown-meeting" });
    const change = read(entry);
    return change.ok ? update(id, change.value) : change;
  }

  return {
    ...cancelled,
    rename: (id, typed) => changing(id, () => readSubject(typed)),
    move: (id, draft, before = null) =>
      changing(id, (entry) => {
        const { timeZone: computerZone } = store.read();
        return readMove(entry, draft, { computerZone, now: clock.now(), before });
      }),
    extend: (id, minutes) => changing(id, (entry) => readExtension(entry, minutes, clock.now())),
    renew: (id) => changing(id, (entry) => ok(renewalOf(entry, clock.now()))),
    readEvent: (id) => readListedEvent(find, id, language()),
    applyOptions: async (id) => update(id, { options: history.find(id)?.asked ?? {} }),
    async refresh(id) {
      // What it shall be is still on its way; Teams' answer to that is the newer one.
      if (history.find(id)?.isSettling) return ok(undefined);
      return tell(id, async ({ entry, organiser }) => {
        if (entry.kind === "event") return readEvent(entry, organiser, language());
        const call = { language: language() };
        return changed(await organiser.online.read(entry.graphId ?? "", call));
      });
    },
    async forget(id) {
      if (!history.find(id)) return fail({ kind: "unknown-meeting" });
      await settling.stop(id);
      const removed = await history.remove(id);
      if (removed.ok) {
        // Its draft, sent again, is another meeting: this one may be gone at Microsoft, with its id.
        sentDrafts.noteEnd(id, "gone");
        await outbox.letGo(id);
      }
      onHistory();
      return removed;
    },
  };
}

async function readListedEvent(
  find: FindListed,
  id: string,
  language: string,
): Promise<Result<EventDraft>> {
  const found = find(id);
  if (!found.ok) return found;
  const { entry, organiser } = found.value;
  if (entry.eventId === null) return fail({ kind: "unknown-meeting" });
  const read = await organiser.calendar.readDetails(entry.eventId, { language, withText: false });
  if (!read.ok) return fail(calendarError(read.error));
  return ok(draftOfDetails(read.value, entry.organiserUsername, entry));
}
