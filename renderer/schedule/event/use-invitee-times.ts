import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { InviteeTime } from "../../../main/contract/answers.ts";
import type { ScheduleDraft, TimesDraft } from "../../../main/contract/drafts.ts";
import type { AppError } from "../../../main/contract/errors.ts";
import type { Invitee } from "../../../main/contract/event-draft.ts";
import { app } from "../../app.ts";
import { errorText } from "../../error-text.ts";
import { announce } from "../../ui/announcer.tsx";
import { spokenTimes, timesProblemText } from "./invitee-time-words.ts";

/** Longer than it takes to type on, or to press an arrow again. */
const followAfterMilliseconds = 400;

/** Only a press may ask for the permission, and only once; what follows is not told out loud. */
type Why = "pressed" | "allowed" | "following";

/** Outlives the form, which gives way to the page that waits for the browser and then comes back. */
let allowing: ReturnType<typeof app.allowCalendar> | null = null;

function allowCalendar(): ReturnType<typeof app.allowCalendar> {
  allowing ??= app.allowCalendar().finally(() => {
    allowing = null;
  });
  return allowing;
}

/** One question at a time: what is answered to an earlier one is dropped. */
function useOneQuestion() {
  const [isAsking, setAsking] = useState(false);
  /** The one that is waited for, or was answered last. */
  const current = useRef<{ readonly about: string } | null>(null);

  /** Null where it was dropped meanwhile. */
  async function only<Answer>(about: string, ask: () => Promise<Answer>): Promise<Answer | null> {
    const mine = { about };
    current.current = mine;
    setAsking(true);
    const answer = await ask();
    if (current.current !== mine) return null;
    setAsking(false);
    return answer;
  }

  function drop(): void {
    current.current = null;
    setAsking(false);
  }

  return { isAsking, only, drop, isAbout: (about: string) => current.current?.about === about };
}

/** When the meeting is for those invited: asked on a press, and followed while it is shown. */
export function useInviteeTimes(
  invitees: readonly Invitee[],
  draft: ScheduleDraft,
  locale: string,
) {
  const { t } = useTranslation();
  const [isShown, setShown] = useState(false);
  const [times, setTimes] = useState<readonly InviteeTime[] | null>(null);
  const [problem, setProblem] = useState("");
  const addresses = invitees.map(({ address }) => address);
  const key = JSON.stringify({ addresses, times: timesOf(draft) });
  const latest = useRef({ key, invitees, draft });
  const question = useOneQuestion();
  const { isAsking } = question;

  async function ask(why: Why): Promise<void> {
    setProblem("");
    const { key: about } = latest.current;
    const answer = await question.only(about, () => read(latest.current, why !== "following"));
    if (answer?.ok) show(answer.value, why);
    else if (answer && answer.error.kind === "calendar-not-allowed" && why === "pressed")
      await allow();
    else if (answer) giveUp(timesProblemText(answer.error, t), answer.error);
  }

  function show(found: readonly InviteeTime[] | null, why: Why): void {
    setTimes(found);
    setShown(true);
    if (why !== "following" && found)
      announce(spokenTimes(found, latest.current.invitees, locale, t));
  }

  /** As the form asks for it; then the question once more. */
  async function allow(): Promise<void> {
    const allowed = await question.only(latest.current.key, allowCalendar);
    if (allowed?.ok) await ask("allowed");
    else if (allowed) giveUp(errorText(allowed.error, t).whole, allowed.error);
  }

  function giveUp(sentence: string, { kind }: AppError): void {
    setShown(false);
    if (kind === "cancelled") return;
    setProblem(sentence);
    announce(sentence, "assertive");
  }

  function toggle(): void {
    if (isAsking && !isShown) return;
    if (!isShown) return void ask("pressed");
    question.drop();
    setShown(false);
  }

  useEffect(() => {
    latest.current = { key, invitees, draft };
  });
  useFollowed(question, { isShown, key, ask, allow });

  return { isShown, isAsking, times, problem, toggle };
}

interface Followed {
  readonly isShown: boolean;
  readonly key: string;
  readonly ask: (why: Why) => Promise<void>;
  readonly allow: () => Promise<void>;
}

/** Asks again a moment after what is asked about has changed, and goes on where the form left off. */
function useFollowed(
  question: ReturnType<typeof useOneQuestion>,
  { isShown, key, ask, allow }: Followed,
): void {
  const latest = useRef({ question, ask, allow });
  useEffect(() => {
    latest.current = { question, ask, allow };
  });
  useEffect(() => {
    if (!isShown || latest.current.question.isAbout(key)) return undefined;
    const timer = setTimeout(() => void latest.current.ask("following"), followAfterMilliseconds);
    return () => clearTimeout(timer);
  }, [isShown, key]);
  useEffect(() => {
    if (allowing) void latest.current.allow();
    return () => latest.current.question.drop();
  }, []);
}

const read = (
  { invitees, draft }: { readonly invitees: readonly Invitee[]; readonly draft: ScheduleDraft },
  isFresh: boolean,
) =>
  app.readInviteeTimes({
    addresses: invitees.map(({ address }) => address),
    times: timesOf(draft),
    isFresh,
  });

const timesOf = ({
  startDate,
  startTime,
  endDate,
  endTime,
  startOccurrence,
  endOccurrence,
  timeZone,
}: ScheduleDraft): TimesDraft => ({
  startDate,
  startTime,
  endDate,
  endTime,
  startOccurrence,
  endOccurrence,
  timeZone,
});
