import { useEffect } from "react";

import type { Creation, Failed } from "../../main/contract/meeting.ts";
import { app } from "../app.ts";
import { type FormDraft, isAsSent } from "./draft.ts";

export interface MadeDraft {
  /** Why no meeting came of this draft, or not surely; null where nothing failed. */
  readonly failure: Failed | null;
  /** Typed since it was sent, and what was sent then has or may have its meeting: that is what changes now. */
  readonly changesMade: boolean;
}

/** What became of a draft at Microsoft. Made after all, the form is done with, and the card shows it. */
export function useMadeDraft(form: FormDraft, creation: Creation): MadeDraft {
  const mine = "draftId" in creation && creation.draftId === form.id ? creation : null;
  const isTyped = !isAsSent(form);
  const isDone = mine?.kind === "created" && !isTyped;
  useEffect(() => {
    if (isDone) void app.navigate({ view: "home" });
  }, [isDone]);
  const failure = mine?.kind === "failed" ? mine : null;
  const isThere = mine?.kind === "created" || (failure !== null && mayBeThere.has(failure.outcome));
  return { failure: isOld(failure, isTyped) ? null : failure, changesMade: isThere && isTyped };
}

const mayBeThere: ReadonlySet<Failed["outcome"]> = new Set(["unsure", "unsure-change"]);

/** What was surely not made is no news any more once the form says something else. */
const isOld = (failure: Failed | null, isTyped: boolean): boolean =>
  failure?.outcome === "not-created" && isTyped;
