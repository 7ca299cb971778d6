import { useState } from "react";

import type { ScheduleCheck } from "../../main/contract/answers.ts";
import type { ScheduleDraft } from "../../main/contract/drafts.ts";
import { noProblems, type ScheduleProblems } from "../../main/contract/errors.ts";
import { app } from "../app.ts";
import { useAnswer } from "../ui/state/use-answer.ts";

const checkAfterMilliseconds = 150;

/** What submitting was answered with: it stands until the next check. */
interface Told {
  readonly check: ScheduleCheck;
  readonly since: object | null;
}

const checkSchedule = (draft: ScheduleDraft) => app.checkSchedule(draft);

/** What main thinks of a draft, a moment after it was typed. */
export function useScheduleCheck(draft: ScheduleDraft) {
  const answered = useAnswer(draft, checkSchedule, checkAfterMilliseconds);
  const [told, setTold] = useState<Told | null>(null);
  const [isAllShown, setIsAllShown] = useState(false);
  const check = told && told.since === answered ? told.check : (answered?.known ?? null);

  /** From the first submit on nothing is held back; `problems` are those main answered it with. */
  function showAll(problems: ScheduleProblems | null): void {
    setIsAllShown(true);
    if (problems) setTold({ check: { problems, startAt: null, endAt: null }, since: answered });
  }

  const problems = check?.problems ?? noProblems;
  return { check, shown: isAllShown ? problems : withoutMissing(problems), showAll };
}

/** Nobody is told that something is missing before they had the time to type it. */
function withoutMissing({ subject, start, end, event }: ScheduleProblems): ScheduleProblems {
  return {
    subject: subject === "empty" ? null : subject,
    start: start?.kind === "missing" ? null : start,
    end: end?.kind === "missing" ? null : end,
    presenters: null,
    coOrganizers: null,
    event,
  };
}
