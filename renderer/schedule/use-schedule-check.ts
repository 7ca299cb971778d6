import { useEffect, useState } from "react";

import type { ScheduleCheck } from "../../main/contract/answers.ts";
import type { ScheduleDraft } from "../../main/contract/drafts.ts";
import type { ScheduleProblems } from "../../main/contract/errors.ts";
import { app } from "../app.ts";

const checkAfterMilliseconds = 150;
const nothing: ScheduleProblems = {
  subject: null,
  start: null,
  end: null,
  presenters: null,
  event: null,
};

/** What main thinks of a draft, a moment after it was typed. */
export function useScheduleCheck(draft: ScheduleDraft) {
  const [check, setCheck] = useState<ScheduleCheck | null>(null);
  const [isAllShown, setIsAllShown] = useState(false);

  useEffect(() => {
    let isStale = false;
    const timer = setTimeout(() => {
      void app.checkSchedule(draft).then((answer) => {
        if (answer.ok && !isStale) setCheck(answer.value);
      });
    }, checkAfterMilliseconds);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [draft]);

  /** From the first submit on nothing is held back; `problems` are those main answered it with. */
  function showAll(problems: ScheduleProblems | null): void {
    setIsAllShown(true);
    if (problems) setCheck({ problems, startAt: null, endAt: null });
  }

  const problems = check?.problems ?? nothing;
  return { check, shown: isAllShown ? problems : withoutMissing(problems), showAll };
}

/** Nobody is told that something is missing before they had the time to type it. */
function withoutMissing({ subject, start, end, event }: ScheduleProblems): ScheduleProblems {
  return {
    subject: subject === "empty" ? null : subject,
    start: start?.kind === "missing" ? null : start,
    end: end?.kind === "missing" ? null : end,
    presenters: null,
    event,
  };
}
