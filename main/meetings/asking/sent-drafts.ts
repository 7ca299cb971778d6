import type { Wanted } from "../outbox/intent.ts";

/** What a draft of the form was last sent as. */
export interface SentDraft {
  readonly intent: Wanted;
  /** Whether it is to end since, or has ended. */
  readonly end: "none" | "coming" | "gone";
}

/**
 * What each draft of the form was last sent as. Sent again it is the same intent, so the same meeting: the form
 * can be pressed as often as somebody likes.
 */
export interface SentDrafts {
  find(draftId: string): SentDraft | null;
  /** Nothing where the intent came from no draft. */
  note(intent: Wanted): void;
  /** Whether there may be a meeting of it; null of what no draft of this run was sent as. */
  mayExist(intentId: string): boolean | null;
  /** Tried again while nobody waited: now it may be there. */
  noteUnsure(intentId: string): void;
  /**
   * To end, or ended where it is "gone": sent again it is another intent. Outlook knows the id of an event that was
   * taken away, and makes none of that id again.
   */
  noteEnd(intentId: string, end: "coming" | "gone"): void;
  /** It stays after all. */
  noteKept(intentId: string): void;
}

/** Far more than anybody leaves open. */
const mostDrafts = 50;

export function createSentDrafts(): SentDrafts {
  const sent = new Map<string, SentDraft>();

  function change(intentId: string, to: (draft: SentDraft) => SentDraft): void {
    for (const [draftId, draft] of sent)
      if (draft.intent.id === intentId) sent.set(draftId, to(draft));
  }

  return {
    find: (draftId) => sent.get(draftId) ?? null,
    note(intent) {
      if (intent.draftId === null) return;
      sent.delete(intent.draftId);
      sent.set(intent.draftId, { intent, end: "none" });
      const [oldest] = sent.keys();
      if (sent.size > mostDrafts && oldest !== undefined) sent.delete(oldest);
    },
    mayExist: (intentId) =>
      [...sent.values()].find(({ intent }) => intent.id === intentId)?.intent.mayExist ?? null,
    noteUnsure: (intentId) =>
      change(intentId, ({ intent, end }) => ({ intent: { ...intent, mayExist: true }, end })),
    noteEnd: (intentId, end) => change(intentId, ({ intent }) => ({ intent, end })),
    noteKept: (intentId) =>
      change(intentId, ({ intent }) => ({ intent: { ...intent, mayExist: true }, end: "none" })),
  };
}
