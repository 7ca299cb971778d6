import type { Wish } from "./wish.ts";

/**
 * What each draft of the form was last sent as. Sent again it is the same wish, so the same meeting: the form
 * can be pressed as often as somebody likes.
 */
export interface SentDrafts {
  find(draftId: string): Wish | null;
  /** Nothing where the wish came from no draft. */
  note(wish: Wish): void;
  /**
   * To end, or ended where it is "gone": sent again it is another wish. Outlook knows the id of an event that was
   * taken away, and makes none of that id again.
   */
  noteEnd(wishId: string, how: "coming" | "gone"): void;
  /** It stays after all. */
  noteKept(wishId: string): void;
}

/** Far more than anybody leaves open. */
const mostDrafts = 50;

export function createSentDrafts(): SentDrafts {
  const wishes = new Map<string, Wish>();

  function change(wishId: string, changes: Partial<Wish>): void {
    for (const [draftId, wish] of wishes)
      if (wish.id === wishId) wishes.set(draftId, { ...wish, ...changes });
  }

  return {
    find: (draftId) => wishes.get(draftId) ?? null,
    note(wish) {
      if (wish.draftId === null) return;
      wishes.delete(wish.draftId);
      wishes.set(wish.draftId, wish);
      const [oldest] = wishes.keys();
      if (wishes.size > mostDrafts && oldest !== undefined) wishes.delete(oldest);
    },
    noteEnd: (wishId, how) => change(wishId, { aim: "unwanted", mayExist: how === "coming" }),
    noteKept: (wishId) => change(wishId, { aim: "wanted", mayExist: true }),
  };
}
