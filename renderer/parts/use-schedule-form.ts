import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import type { AppError, ScheduleProblems } from "../../main/contract/errors.ts";
import type { ScheduleCheck, ScheduleDraft } from "../../main/contract/ipc.ts";
import type { AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { keepDraft, readDraft } from "../draft.ts";
import { minutesBetween, newDraft, shifted, type WallTime } from "../wall-time.ts";
import { announce } from "./announcer.tsx";

type Occurrence = ScheduleDraft["startOccurrence"];

const checkAfterMilliseconds = 150;
const nothing: ScheduleProblems = { subject: null, start: null, end: null };

/** The draft, what main thinks of it, and the ways to change it. */
export function useScheduleForm(state: AppState) {
  const { t } = useTranslation();
  const { settings, timeZone } = state;
  const [draft, setDraft] = useState<ScheduleDraft>(
    () =>
      readDraft() ??
      newDraft(Date.now(), timeZone, settings.defaultSubject, settings.defaultDurationMinutes),
  );
  const [check, setCheck] = useState<ScheduleCheck | null>(null);
  const [wasSubmitted, setWasSubmitted] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  useEffect(() => {
    const timer = setTimeout(() => {
      void app.checkSchedule(draft).then((answer) => {
        if (answer.ok) setCheck(answer.value);
      });
    }, checkAfterMilliseconds);
    return () => clearTimeout(timer);
  }, [draft]);

  function change(part: Partial<ScheduleDraft>): void {
    // What is being sent must not change beneath it; the focus stays where it is.
    if (state.creation.kind === "creating" || state.creation.kind === "ending") return;
    const next = { ...draft, ...part };
    setDraft(next);
    keepDraft(next);
    setError(null);
  }

  /** The end goes along, so that the meeting stays as long as it was. */
  function changeStart({ date, time }: WallTime, startOccurrence: Occurrence): void {
    const before = { date: draft.startDate, time: draft.startTime };
    const end = { date: draft.endDate, time: draft.endTime };
    const moved = shifted(end, minutesBetween(before, { date, time }) || 0);
    change({
      startDate: date,
      startTime: time,
      startOccurrence,
      endDate: moved.date,
      endTime: moved.time,
      endOccurrence: null,
    });
  }

  function changeEnd({ date, time }: WallTime, endOccurrence: Occurrence): void {
    change({ endDate: date, endTime: time, endOccurrence });
  }

  function setMinutes(minutes: number): void {
    changeEnd(shifted({ date: draft.startDate, time: draft.startTime }, minutes), null);
  }

  async function submit(): Promise<void> {
    setWasSubmitted(true);
    const result = await app.schedule(draft);
    if (result.ok) {
      keepDraft(null);
      await app.navigate({ view: "home" });
    } else if (result.error.kind === "invalid-schedule") {
      const { problems } = result.error;
      setCheck({ problems, startAt: null, endAt: null });
      announce(t("schedule.attention", { count: countOf(problems) }), "assertive");
      focusFirst(problems);
    } else if (result.error.kind !== "cancelled") setError(result.error);
  }

  const minutes = minutesBetween(
    { date: draft.startDate, time: draft.startTime },
    { date: draft.endDate, time: draft.endTime },
  );
  const problems = check?.problems ?? nothing;
  const shown = wasSubmitted ? problems : withoutMissing(problems);
  return { draft, shown, minutes, error, change, changeStart, changeEnd, setMinutes, submit };
}

/** Nobody is told that something is missing before they had the time to type it. */
function withoutMissing({ subject, start, end }: ScheduleProblems): ScheduleProblems {
  return {
    subject: subject === "empty" ? null : subject,
    start: start?.kind === "missing" ? null : start,
    end: end?.kind === "missing" ? null : end,
  };
}

const countOf = (problems: ScheduleProblems): number =>
  Object.values(problems).filter((problem) => problem !== null).length;

function focusFirst({ subject, start }: ScheduleProblems): void {
  const id = subject ? "subject" : start ? "start-time" : "end-time";
  document.querySelector<HTMLElement>(`#${id}`)?.focus();
}
