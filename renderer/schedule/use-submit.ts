import { type RefObject, useEffect, useRef } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";

import type { ScheduleDraft } from "../../main/contract/drafts.ts";
import type { AppError, ScheduleProblems } from "../../main/contract/errors.ts";
import type { Meeting } from "../../main/contract/meeting.ts";
import { app } from "../app.ts";
import { announce } from "../ui/announcer.tsx";
import { dropDraft, type FormDraft, readDraft } from "./draft.ts";
import { countOf, focusFirst } from "./schedule-problems.ts";
import { readingProblem } from "./when/reading-words.ts";
import type { RefusedWhen } from "./when/use-when.ts";

interface Submitted {
  /** The draft's. */
  readonly name: string;
  /** The meeting that is changed; null for a new one. */
  readonly edited: Meeting | null;
  readonly latest: RefObject<FormDraft>;
  /** As it is called where nothing was typed. */
  readonly named: (schedule: ScheduleDraft) => ScheduleDraft;
  readonly change: (part: Partial<FormDraft>) => void;
  readonly showAll: (problems: ScheduleProblems | null) => void;
  readonly setIsSaving: (isSaving: boolean) => void;
  readonly setError: (error: AppError) => void;
  /** What was typed last is read before anything is sent. */
  readonly before: {
    readonly refusedWhen: () => Promise<RefusedWhen | null>;
    readonly isInviteSettled: () => Promise<boolean>;
  };
  readonly locale: string;
}

/** Sends the form, once at a time, and says what came of it. */
export function useSubmit(form: Submitted): () => Promise<void> {
  const { t } = useTranslation();
  const { name, edited, latest, named, change, showAll, setIsSaving, setError } = form;
  const isSending = useRef(false);
  const isShown = useIsShown();

  async function send(): Promise<void> {
    const { id, schedule, before, presetId, sent } = latest.current;
    setIsSaving(true);
    if (!edited) change({ sent: schedule });
    const result = edited
      ? await app.moveMeeting({ id: edited.id, draft: named(schedule), before })
      : await app.schedule({ ...named(schedule), presetId, draftId: id });
    setIsSaving(false);
    if (result.ok && readDraft(name)?.id === id) dropDraft(name);
    // An answer may come late: by then somebody may do something else, and is left to it.
    if (!isShown.current) return;
    if (result.ok) return leave();
    if (!edited && tookNothing(result.error)) change({ sent });
    show(result.error);
  }

  async function leave(): Promise<void> {
    if (edited) announce(t("schedule.saved"));
    await app.navigate(edited ? { view: "details", meetingId: edited.id } : { view: "home" });
  }

  function show(error: AppError): void {
    if (error.kind === "cancelled") return;
    if (error.kind !== "invalid-schedule") return setError(error);
    const { problems } = error;
    // What was folded away is there before the focus goes to it.
    flushSync(() => showAll(problems));
    announce(t("schedule.attention", { count: countOf(problems) }), "assertive");
    focusFirst(problems);
  }

  /** Who comes to the field hears with it what is wrong there; who is in it has to be told. */
  function refuseWhen({ reading }: RefusedWhen): void {
    const isThere = document.activeElement?.id === "when";
    const why = isThere && reading ? readingProblem(reading, form.locale, t) : null;
    focusOn("when");
    announce(t("schedule.attention", { count: 1 }), "assertive");
    if (why !== null) announce(why, "assertive");
  }

  return async () => {
    if (isSending.current) return;
    isSending.current = true;
    showAll(null);
    try {
      const refused = await form.before.refusedWhen();
      if (refused) refuseWhen(refused);
      else if (await form.before.isInviteSettled()) await send();
      else focusOn("invite");
    } finally {
      isSending.current = false;
    }
  };
}

/** Whether the form is still on the screen. */
function useIsShown() {
  const isShown = useRef(false);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  return isShown;
}

/** Main said no before it took the draft: whatever was sent before is still what it knows. */
const tookNothing = ({ kind }: AppError): boolean =>
  kind === "not-signed-in" || kind === "cloud-lacks-meetings" || kind === "invalid-schedule";

const focusOn = (id: string): void => document.querySelector<HTMLElement>(`#${id}`)?.focus();
