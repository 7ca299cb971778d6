import type { ScheduleDraft } from "../main/contract/ipc.ts";

/** What was typed into the form. Outlives the form itself, so that going back or hiding loses nothing. */
let draft: ScheduleDraft | null = null;

export const readDraft = (): ScheduleDraft | null => draft;
export const hasDraft = (): boolean => draft !== null;
export function keepDraft(next: ScheduleDraft | null): void {
  draft = next;
}
