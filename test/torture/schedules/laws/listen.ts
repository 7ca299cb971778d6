import type { Result } from "../../../../main/contract/errors.ts";
import type { Creation, Meeting } from "../../../../main/contract/meeting.ts";
import type { Changes } from "../../../../main/meetings/changes/changes.ts";
import type { Meetings } from "../../../../main/meetings/meetings.ts";
import type { World } from "../desk/world.ts";
import { type Books, expect, type Sent } from "./books.ts";

interface Listening {
  readonly world: World;
  readonly books: Books;
  readonly isCut: () => boolean;
  readonly pressed: <Value>(press: () => Promise<Result<Value>>) => Promise<Result<Value>>;
  readonly onCancel: () => void;
  readonly noteAsSent: (meeting: Meeting, sent: Sent) => void;
  readonly shown: () => Creation;
  readonly intentId: () => string;
}

/** Writes down what is asked of the meetings, through whichever door, and what they answer. */
export function listenTo(meetings: Meetings, listening: Listening): Meetings {
  const { world, books, isCut, pressed, onCancel, noteAsSent, shown, intentId } = listening;

  /** Until it is answered either may come true; answered, the end is promised. */
  async function ending(id: string, ask: () => Promise<Result<undefined>>) {
    const wasWanted = books.wanted.has(id);
    expect(books, id, "either");
    books.cancelling.add(id);
    books.askedAgain.delete(id);
    const ended = await ask();
    books.cancelling.delete(id);
    if (isCut()) return ended;
    const card = shown();
    // It came to nothing by itself in that moment, and can be asked for once more.
    const isOfIt = card.kind === "failed" && card.intentId === id;
    if (isOfIt && card.outcome === "not-created") return ended;
    if (books.askedAgain.has(id)) return ended;
    if (ended.ok) {
      expect(books, id, "unwanted");
      world.graph.ended.add(id);
    } else if (isHarmless(ended) && (wasWanted || isMade(card, id))) expect(books, id, "wanted");
    return ended;
  }

  /** What was changed in the list before is what this says again. */
  function noteSent(draftId: string, sent: Sent): void {
    books.sent.set(draftId, sent);
    for (const [id, of] of books.draftOf)
      if (of === draftId && !books.changing.has(id)) books.changed.delete(id);
  }

  /** By draft: what the app took last of all that was sent. */
  const taken = new Map<string, Sent>();
  function noteNotTaken(draftId: string): void {
    const before = taken.get(draftId);
    if (before) books.sent.set(draftId, before);
    else books.sent.delete(draftId);
  }

  /**
   * Sent once more, what was promised of a draft gives way to it, and stands again where nothing was taken. While it is
   * on its way, either version may be there when the power is cut.
   */
  function givingWay(draftId: string): { readonly stand: () => void } {
    const promised = [...books.promised].filter((id) => books.draftOf.get(id) === draftId);
    for (const [id, of] of books.draftOf) if (of === draftId) books.madeOf.delete(id);
    for (const id of promised) {
      books.promised.delete(id);
      expect(books, id, "either");
    }
    const stand = () => {
      for (const id of promised) {
        books.promised.add(id);
        expect(books, id, "wanted");
      }
    };
    return { stand };
  }

  const onCard = () => {
    const { kind } = shown();
    return kind === "creating" || kind === "created" ? intentId() : null;
  };

  return {
    ...meetings,
    meetNow: (options) => pressed(() => meetings.meetNow(options)),
    useRepeat: () => pressed(() => meetings.useRepeat()),
    // A permission may come when its card was put away: then there is nothing to try again, and nothing to say.
    retry: () => (shown().kind === "idle" ? meetings.retry() : pressed(() => meetings.retry())),
    copyRoom: () => pressed(() => meetings.copyRoom()),
    async schedule(draft, draftId = "") {
      const { problems, startAt, endAt } = meetings.checkSchedule(draft);
      const sent = !problems && startAt !== null && endAt !== null && { draft, startAt, endAt };
      if (sent) noteSent(draftId, sent);
      const promises = givingWay(draftId);
      const made = await pressed(() => meetings.schedule(draft, draftId));
      if (isRefusedUnread(made) && !isCut()) {
        promises.stand();
        noteNotTaken(draftId);
      } else if (sent) taken.set(draftId, sent);
      if (made.ok && sent && !isCut()) noteAsSent(made.value, sent);
      return made;
    },
    cancel() {
      onCancel();
      const id = onCard();
      return id === null ? meetings.cancel() : ending(id, () => meetings.cancel());
    },
    undo() {
      const id = onCard();
      return id === null ? meetings.undo() : ending(id, () => meetings.undo());
    },
    dismiss() {
      const creation = shown();
      meetings.dismiss();
      if (creation.kind !== "failed" || creation.outcome !== "not-created" || isCut()) return;
      books.closed.add(creation.intentId);
      if (books.promised.delete(creation.intentId)) expect(books, creation.intentId, "either");
    },
    changes: listenToChanges(meetings.changes, { ...listening, ending }),
  };
}

const isMade = (card: Creation, id: string): boolean =>
  card.kind === "created" && card.meeting.id === id;

/** The form was not taken. */
export const isRefusedUnread = (result: Result<unknown>): boolean =>
  !result.ok && ["invalid-schedule", "not-signed-in", "time-refused"].includes(result.error.kind);

/** Nothing was begun. */
const isHarmless = (result: Result<undefined>): boolean =>
  !result.ok &&
  ["invitations-sent", "not-signed-in", "unknown-meeting"].includes(result.error.kind);

function listenToChanges(
  changes: Changes,
  {
    books,
    world,
    isCut,
    ending,
  }: Pick<Listening, "books" | "world" | "isCut"> & {
    readonly ending: (
      id: string,
      ask: () => Promise<Result<undefined>>,
    ) => Promise<Result<undefined>>;
  },
): Changes {
  const changing = async (id: string, ask: () => Promise<Result<undefined>>) => {
    books.changed.add(id);
    books.changing.add(id);
    const changed = await ask();
    books.changing.delete(id);
    return changed;
  };
  return {
    ...changes,
    rename: (id, subject) => changing(id, () => changes.rename(id, subject)),
    move: (id, draft, before) => changing(id, () => changes.move(id, draft, before)),
    extend: (id, minutes) => changing(id, () => changes.extend(id, minutes)),
    cancel: (id) => ending(id, () => changes.cancel(id)),
    async keep(id) {
      const wasUnwanted = books.unwanted.has(id);
      // While it is on its way to the disk, either may come true.
      if (wasUnwanted) expect(books, id, "either");
      const kept = await changes.keep(id);
      if (isCut()) return kept;
      if (!kept.ok) {
        if (wasUnwanted) expect(books, id, "unwanted");
        return kept;
      }
      expect(books, id, "wanted");
      world.graph.ended.delete(id);
      return kept;
    },
    async forget(id) {
      const { wanted } = books;
      const wasWanted = wanted.has(id);
      const forgotten = await changes.forget(id);
      // Where the power was cut meanwhile, nobody knows whether it is still in the list.
      if (!isCut() && !forgotten.ok) return forgotten;
      books.forgotten.add(id);
      if (wasWanted) expect(books, id, "either");
      return forgotten;
    },
  };
}
