import { useSyncExternalStore } from "react";

import type { ScheduleDraft } from "../../main/contract/drafts.ts";
import type { EventDraft } from "../../main/contract/event-draft.ts";
import { dropWithLeavers } from "../ui/leftovers.ts";

/** The form as it stands. `schedule` is what is asked for; the rest says how it came about. */
export interface FormDraft {
  /** Names it to main, which makes one meeting of it however often it is sent. */
  readonly id: string;
  /** As it was last sent; null before. */
  readonly sent: ScheduleDraft | null;
  readonly schedule: ScheduleDraft;
  /** The words in "When"; empty once a date or a time was changed by hand. */
  readonly phrase: string;
  /** The zone chosen by hand: what a phrase means that names none. */
  readonly zone: string | null;
  readonly presetId: string;
  /** What an event has, kept while the meeting is a link only: going to and fro loses nothing. */
  readonly event: EventDraft;
  /** Of an event that exists: how it stood in the calendar when the form was opened. Null until that is read. */
  readonly before: EventDraft | null;
  /** What stands in "Invite" and is nobody yet. */
  readonly inviteText: string;
}

export const newEvent: EventDraft = {
  invitees: [],
  presenters: [],
  coOrganizers: [],
  message: "",
  recurrence: null,
  reminder: null,
};

/** The draft of a new meeting; those of meetings that exist have names of their own. */
export const ofNewMeeting = "";
const keptMilliseconds = 24 * 3_600_000;

/** What was typed into the form. Outlives the form itself, so that going back or hiding loses nothing. */
const drafts = new Map<string, { readonly draft: FormDraft; readonly keptAt: number }>();

export function readDraft(name: string): FormDraft | null {
  const kept = drafts.get(name);
  return kept && Date.now() - kept.keptAt < keptMilliseconds ? kept.draft : null;
}

const listeners = new Set<() => void>();
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Whether a new meeting was begun. */
export const useHasDraft = (): boolean =>
  useSyncExternalStore(subscribe, () => readDraft(ofNewMeeting) !== null);

export function keepDraft(name: string, draft: FormDraft): void {
  drafts.set(name, { draft, keptAt: Date.now() });
}

export function dropDraft(name: string): void {
  drafts.delete(name);
  if (name !== ofNewMeeting || aside === null) return;
  keepDraft(name, aside);
  aside = null;
}

/** What was typed into the form before another meeting was begun elsewhere: it comes back when that is done. */
let aside: FormDraft | null = null;

/** The form shows this one next. */
export function putDraftFirst(draft: FormDraft): void {
  const before = readDraft(ofNewMeeting);
  if (before !== null && before.id !== draft.id) aside = before;
  keepDraft(ofNewMeeting, draft);
}

/** Nothing was typed since it was sent. */
export const isAsSent = ({ schedule, sent }: FormDraft): boolean =>
  JSON.stringify(schedule) === JSON.stringify(sent);

/** Its meeting was made, perhaps long after it was sent. What was typed since is not lost. */
export function settleDraft(id: string): void {
  for (const [name, { draft }] of drafts) if (draft.id === id && isAsSent(draft)) dropDraft(name);
}

dropWithLeavers(() => {
  drafts.clear();
  aside = null;
  for (const listener of listeners) listener();
});
