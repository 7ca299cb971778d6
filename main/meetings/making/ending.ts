import { fail, ok, type Result } from "../../contract/errors.ts";
import type { Meeting } from "../../contract/meeting.ts";
import { createSingleFlight } from "../../base/single-flight.ts";
import type { Store } from "../../base/store.ts";
import type { Shut } from "../../graph/online-meetings.ts";
import type { HandOver } from "../../handover/hand-over.ts";
import type { SentDrafts } from "../asking/sent-drafts.ts";
import type { Organiser } from "../fulfil.ts";
import type { History, HistoryEntry } from "../history.ts";
import type { Ends } from "../outbox/ends.ts";
import type { Leaving, Wanted } from "../outbox/intent.ts";
import { leavingFrom, leavingOf } from "../outbox/leaving.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { Settling } from "../settling.ts";
import type { Card } from "./card.ts";
import type { Failures } from "./failures.ts";
import type { MakingRun } from "./run.ts";

export interface EndingDependencies {
  readonly store: Store;
  readonly card: Pick<Card, "show">;
  readonly failures: Failures;
  readonly outbox: Pick<Outbox, "aimOf" | "withdraw">;
  readonly history: Pick<History, "find">;
  readonly ends: Ends;
  readonly settling: Pick<Settling, "stop">;
  readonly handOver: Pick<HandOver, "takeBack">;
  readonly sentDrafts: Pick<SentDrafts, "noteEnd">;
  readonly atRest: MakingRun["atRest"];
  readonly organisers: () => readonly Organiser[];
  readonly onHistory: () => void;
}

/** What was just made, or may have been, ends again. Promised on disk, it is kept over crashes. */
export interface Ending {
  /** Of the meeting on the card. Errors: unknown-meeting, not-signed-in, invitations-sent. */
  readonly undo: () => Promise<Result<undefined>>;
  /** While the end of this intent is on its way, and on the card. */
  readonly showEnding: (intentId: string, meeting: Meeting | null) => void;
  readonly isShown: (intentId: string) => boolean;
  /** Of an intent that is leaving on disk already. */
  readonly again: (leaving: Leaving, organiser: Organiser) => Promise<Result<undefined>>;
  /** Before something else is made in its place. A failure is shown. */
  readonly endBefore: (intent: Wanted, organiser: Organiser) => Promise<Result<undefined>>;
}

export function createEnding(dependencies: EndingDependencies): Ending {
  const { card, failures, outbox, sentDrafts } = dependencies;
  const undoing = createSingleFlight<Result<undefined>>();

  const showEnding = (intentId: string, meeting: Meeting | null) =>
    card.show({ kind: "ending", intentId, meeting });

  function isShown(intentId: string): boolean {
    const { creation } = dependencies.store.read();
    return creation.kind === "ending" && creation.intentId === intentId;
  }

  /** What was asked for while the end was on its way keeps its card. */
  function isAboutAnother(intentId: string): boolean {
    const { creation } = dependencies.store.read();
    if ("intentId" in creation) return creation.intentId !== intentId;
    return "meeting" in creation && creation.meeting !== null && creation.meeting.id !== intentId;
  }

  async function again(leaving: Leaving, organiser: Organiser): Promise<Result<undefined>> {
    if (!isShown(leaving.id) && !isAboutAnother(leaving.id)) showEnding(leaving.id, null);
    const finished = await finish(dependencies, leaving, organiser);
    // Something else was asked for meanwhile. What is not ended yet is looked after in the background.
    if (!isShown(leaving.id)) return finished.ok ? ok(undefined) : finished;
    if (isKept(dependencies, leaving.id)) {
      card.show({ kind: "idle" });
      return ok(undefined);
    }
    // Microsoft may have ended it all the same, so the link is not shown as if it were good.
    if (!finished.ok) return failures.showNotEnded(leaving, finished.error);
    card.show({ kind: "ended", intentId: leaving.id, ...finished.value });
    return ok(undefined);
  }

  async function undo({ meeting, entry, organiser }: Undoable): Promise<Result<undefined>> {
    await dependencies.settling.stop(entry.id);
    const leaving = leavingFrom(entry, organiser.key);
    const written = await outbox.withdraw(leaving);
    if (!written.ok) return written;
    sentDrafts.noteEnd(leaving.id, "coming");
    showEnding(leaving.id, meeting);
    return again(leaving, organiser);
  }

  return {
    showEnding,
    isShown,
    again,
    async undo() {
      const shown = undoable(dependencies);
      return shown.ok ? undoing.run(shown.value.entry.id, () => undo(shown.value)) : shown;
    },
    async endBefore(intent, organiser) {
      const leaving = leavingOf(intent);
      const written = await outbox.withdraw(leaving);
      if (!written.ok) return failures.show(intent, written.error, "unsure");
      sentDrafts.noteEnd(intent.id, "coming");
      showEnding(intent.id, null);
      const finished = await finish(dependencies, leaving, organiser);
      if (!finished.ok) return failures.showNotEnded(leaving, finished.error);
      if (finished.value.clipboardCleared) failures.noteCleared(intent.draftId);
      return ok(undefined);
    },
  };
}

/** The meeting on the card, and whoever made it, who ends it whoever is chosen now. */
interface Undoable {
  readonly meeting: Meeting;
  readonly entry: HistoryEntry;
  readonly organiser: Organiser;
}

function undoable({
  store,
  history,
  organisers,
}: Pick<EndingDependencies, "store" | "history" | "organisers">): Result<Undoable> {
  const { creation } = store.read();
  if (creation.kind !== "created") return fail({ kind: "unknown-meeting" });
  const { meeting } = creation;
  const entry = history.find(meeting.id);
  if (!entry) return fail({ kind: "unknown-meeting" });
  if (entry.inviteeCount > 0) return fail({ kind: "invitations-sent" });
  const organiser = organisers().find(({ account }) => account.id === entry.organiserId);
  return organiser ? ok({ meeting, entry, organiser }) : fail({ kind: "not-signed-in" });
}

/** Taken back in the list meanwhile: it neither ended nor is it to end. */
const isKept = (
  { outbox, history }: Pick<EndingDependencies, "outbox" | "history">,
  id: string,
): boolean => outbox.aimOf(id) !== "leaving" && history.find(id) !== undefined;

interface Finished extends Shut {
  /** Whether its link was taken off the clipboard. */
  readonly clipboardCleared: boolean;
}

async function finish(
  { failures, outbox, history, ends, handOver, sentDrafts, atRest, onHistory }: EndingDependencies,
  leaving: Leaving,
  organiser: Organiser,
): Promise<Result<Finished>> {
  // What is just being made of it can only be ended then.
  await atRest(leaving.id);
  // Asked for once more meanwhile, under the same id, it is wanted again; else it has ended in the background.
  if (outbox.aimOf(leaving.id) !== "leaving")
    return ok({ clipboardCleared: false, isShut: !ends.leftOpen(leaving.id) });
  const entry = history.find(leaving.id);
  const ended = await ends.end(leaving, organiser);
  onHistory();
  if (!ended.ok) return ended;
  failures.close(leaving.id);
  sentDrafts.noteEnd(leaving.id, "gone");
  return ok({ ...ended.value, clipboardCleared: entry ? await handOver.takeBack(entry) : false });
}
