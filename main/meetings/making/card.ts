import type { Clock } from "../../base/clock.ts";
import type { Store } from "../../base/store.ts";
import { type AppError, ok, type Result } from "../../contract/errors.ts";
import type { Creation, Meeting } from "../../contract/meeting.ts";
import type { HandOver } from "../../handover/hand-over.ts";
import { isUnguarded, toMeeting } from "../entry.ts";
import type { HistoryEntry } from "../history.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { Failures } from "./failures.ts";

export interface CardDependencies {
  readonly store: Store;
  readonly handOver: Pick<HandOver, "copy">;
  readonly failures: Pick<Failures, "close" | "clipboardOf">;
  readonly outbox: Pick<Outbox, "aimOf">;
  readonly clock: Clock;
}

interface Made {
  readonly draftId: string | null;
  readonly copied: boolean;
  /** Why its options could not be set. */
  readonly unset?: AppError | null;
}

/** What Home says of the press that was made last, and of its link. */
export interface Card {
  readonly kind: () => Creation["kind"];
  readonly show: (creation: Creation) => void;
  readonly showMade: (entry: HistoryEntry, made: Made) => Result<Meeting>;
  /** Nobody gets a link by which more people come in than were asked for, before they were told. */
  readonly copy: (entry: HistoryEntry) => Promise<boolean>;
  /** The link of one of the list, for a press that nobody can be asked about. */
  readonly answerWith: (entry: HistoryEntry) => Promise<boolean>;
  /** Until it is there, nothing of an earlier run takes the card: what that says of the clipboard would be false. */
  readonly isAnswering: () => boolean;
  /** One of the list, shown as if it were new: it was asked for again. */
  readonly handMade: (entry: HistoryEntry, draftId: string | null) => Promise<Result<Meeting>>;
  /** Its link is on the clipboard after all: the person copied it themselves. */
  readonly noteCopied: (id: string) => void;
  /** Cancelled in the list, its link is offered neither as a new one nor instead of a new one. */
  readonly putAway: (id: string) => void;
}

export function createCard(dependencies: CardDependencies): Card {
  const { store, handOver, failures, outbox, clock } = dependencies;

  let answers = 0;

  const show = (creation: Creation) => store.update((state) => ({ ...state, creation }));

  const copy = async (entry: HistoryEntry) =>
    !isUnguarded(entry) && (await handOver.copy(entry, null)).ok;

  function showMade(entry: HistoryEntry, { draftId, copied, unset = null }: Made): Result<Meeting> {
    const meeting = toMeeting(entry);
    const isHeld = isUnguarded(entry);
    const clipboard = failures.clipboardOf(draftId);
    const createdAt = clock.now();
    show({ kind: "created", meeting, draftId, copied, unset, isHeld, clipboard, createdAt });
    failures.close(entry.id);
    return ok(meeting);
  }

  async function answerWith(entry: HistoryEntry): Promise<boolean> {
    answers += 1;
    try {
      return (await handOver.copy(entry, null)).ok;
    } finally {
      answers -= 1;
    }
  }

  return {
    kind: () => store.read().creation.kind,
    show,
    showMade,
    copy,
    answerWith,
    isAnswering: () => answers > 0,
    handMade: async (entry, draftId) => showMade(entry, { draftId, copied: await copy(entry) }),
    noteCopied(id) {
      const { creation } = store.read();
      if (outbox.aimOf(id) === "leaving") return;
      if (creation.kind !== "created" && creation.kind !== "repeat") return;
      if (creation.meeting.id !== id || creation.copied) return;
      show({ ...creation, copied: true, ...(creation.kind === "created" && { isHeld: false }) });
    },
    putAway(id) {
      const { creation } = store.read();
      const isOffered = creation.kind === "created" || creation.kind === "repeat";
      if (isOffered && creation.meeting.id === id) show({ kind: "idle" });
      // Cancelled or kept in the list since, it is not this card's to end.
      const isNotEnded = creation.kind === "failed" && creation.outcome === "not-ended";
      if (isNotEnded && creation.intentId === id) show({ kind: "idle" });
    },
  };
}
