import { useEffect } from "react";

import type { Creation, Failed } from "../../main/contract/meeting.ts";
import { app } from "../app.ts";
import { type FormDraft, isAsSent } from "../draft.ts";

export interface MadeDraft {
  /** Why no meeting came of this draft, or not surely; null where nothing failed. */
  readonly failure: Failed | null;
  /** Typed since it was sent, and what was sent then has or may have its meeting: that is what changes now. */
  readonly changesMade: boolean;
}

/** What became of a draft at Microsoft. Made after all, the form is done with, and the card shows it. */
export function useMadeDraft(form: FormDraft, creation: Creation): MadeDraft {
  const isMine = "draftId" in creation && creation.draftId === form.id;
  const isDone = isMine && creation.kind === "created" && isAsSent(form);
  useEffect(() => {
    if (isDone) void app.navigate({ view: "home" });
  }, [isDone]);
  const isTyped = !isAsSent(form);
  const failure = isMine && creation.kind === "failed" ? creation : null;
  // What was surely not made is no news any more once the form says something else.
  const isOld = failure?.outcome === "not-created" && isTyped;
  const isThere = isMine && (creation.kind === "created" || failure?.outcome === "unsure");
  return { failure: isOld ? null : failure, changesMade: isThere && isTyped };
}
