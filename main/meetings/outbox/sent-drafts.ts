import type { Wish } from "./wish.ts";

/**
 * What each draft of the form was last sent as. Sent again it is the same wish, so the same meeting: the form
 * can be pressed as often as somebody likes.
 */
export interface SentDrafts {
  find(draftId: string): Wish | null;
  /** Nothing where the wish came from no draft. */
  note(wish: Wish): void;
}

/** Far more than anybody leaves open. */
const mostDrafts = 50;

export function createSentDrafts(): SentDrafts {
  const wishes = new Map<string, Wish>();
  return {
    find: (draftId) => wishes.get(draftId) ?? null,
    note(wish) {
      if (wish.draftId === null) return;
      wishes.delete(wish.draftId);
      wishes.set(wish.draftId, wish);
      const [oldest] = wishes.keys();
      if (wishes.size > mostDrafts && oldest !== undefined) wishes.delete(oldest);
    },
  };
}
