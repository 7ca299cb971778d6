import type { Clock } from "../../base/clock.ts";
import type { MeetingDefaults } from "../../contract/defaults.ts";
import { fail, ok, type Result } from "../../contract/errors.ts";
import { isSameOptions } from "../../contract/meeting-options.ts";
import type { Meeting } from "../../contract/meeting.ts";
import type { Account } from "../../contract/state.ts";
import type { Store } from "../../base/store.ts";
import { isUnguarded, toMeeting } from "../entry.ts";
import { type History, type HistoryEntry, isRoom } from "../history.ts";
import type { Making } from "../making/making.ts";
import type { Outbox } from "../outbox/outbox.ts";

export interface RepeatsDependencies {
  readonly store: Store;
  readonly history: Pick<History, "entries" | "find">;
  readonly outbox: Pick<Outbox, "aimOf">;
  readonly making: Pick<Making, "answerWith" | "handMade" | "current">;
  readonly clock: Clock;
}

/** Whether a press means a second meeting, or the one that was just made. */
export interface Repeats {
  readonly justCreated: () => Meeting | null;
  /** One made a moment ago by the same person in the same way, for now. */
  readonly madeAMomentAgo: (account: Account, defaults: MeetingDefaults) => HistoryEntry | null;
  /** Asks the person which one they want. */
  readonly offer: (entry: HistoryEntry) => Promise<Result<Meeting>>;
  /** The one that was offered, instead of a second. */
  readonly use: () => Promise<Result<Meeting>>;
}

/** A second press this soon is the same press: a double click, or an impatient finger. */
const doublePressMilliseconds = 2_000;
/** One like it this soon is perhaps not wanted: the person is asked. */
const repeatMilliseconds = 120_000;

export function createRepeats(dependencies: RepeatsDependencies): Repeats {
  const { store, history, outbox, making, clock } = dependencies;

  function justCreated(): Meeting | null {
    const shown = store.read().creation;
    if (shown.kind !== "created") return null;
    return clock.now() - shown.createdAt < doublePressMilliseconds ? shown.meeting : null;
  }

  function madeAMomentAgo(
    { id }: Account,
    { options, copyFormat }: MeetingDefaults,
  ): HistoryEntry | null {
    if (!store.read().settings.askBeforeSecond) return null;
    const since = clock.now() - repeatMilliseconds;
    const like = (entry: HistoryEntry) =>
      entry.kind === "link" &&
      entry.organiserId === id &&
      entry.createdAt > since &&
      Math.abs(entry.startAt - entry.createdAt) < 60_000 &&
      !entry.isGone &&
      outbox.aimOf(entry.id) !== "leaving" &&
      entry.copyFormat === copyFormat &&
      isSameOptions(entry.asked, options);
    return history.entries().find((entry) => !isRoom(entry) && like(entry)) ?? null;
  }

  async function offer(entry: HistoryEntry): Promise<Result<Meeting>> {
    // Nobody can be asked by a key press: the link that is there is handed over, and that is said.
    const isAsked = store.read().popupShown || isUnguarded(entry);
    const copied = isAsked ? false : await making.answerWith(entry);
    const meeting = toMeeting(entry);
    // Begun in that moment, what an earlier run left keeps its card.
    if (making.current()) return ok(meeting);
    store.update((state) => ({ ...state, creation: { kind: "repeat", meeting, copied } }));
    return ok(meeting);
  }

  async function use(): Promise<Result<Meeting>> {
    const shown = store.read().creation;
    if (shown.kind !== "repeat") return fail({ kind: "unknown-meeting" });
    const entry = history.find(shown.meeting.id);
    if (!entry) return fail({ kind: "unknown-meeting" });
    // Cancelled in the list since.
    if (outbox.aimOf(entry.id) === "leaving") return fail({ kind: "being-cancelled" });
    return making.handMade(entry, null);
  }

  return { justCreated, madeAMomentAgo, offer, use };
}
