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

/** When the meeting is for those invited: asked on a press, and followed while it is shown. */
export function useInviteeTimes(
  invitees: readonly Invitee[],
  draft: ScheduleDraft,
  locale: string,
) {
  const { t } = useTranslation();
  const [isShown, setShown] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [times, setTimes] = useState<readonly InviteeTime[] | null>(null);
  const [problem, setProblem] = useState("");
  const addresses = invitees.map(({ address }) => address);
  const key = JSON.stringify({ addresses, times: timesOf(draft) });
  const latest = useRef({ key, invitees, draft });
  /** The question that is waited for, or was answered last. */
  const asked = useRef<{ readonly key: string } | null>(null);

  async function ask(why: Why): Promise<void> {
    const mine = { key: latest.current.key };
    asked.current = mine;
    setAsking(true);
    setProblem("");
    const answer = await read(latest.current, why !== "following");
    if (asked.current !== mine) return;
    setAsking(false);
    if (!answer.ok) {
      const isMissing = answer.error.kind === "calendar-not-allowed" && why === "pressed";
      if (isMissing) await allow();
      else giveUp(timesProblemText(answer.error, t), answer.error);
      return;
    }
    setTimes(answer.value);
    setShown(true);
    if (why !== "following" && answer.value)
      announce(spokenTimes(answer.value, latest.current.invitees, locale, t));
  }

  /** As the form asks for it; then the question once more. */
  async function allow(): Promise<void> {
    const mine = { key: latest.current.key };
    asked.current = mine;
    setAsking(true);
    const allowed = await allowCalendar();
    if (asked.current !== mine) return;
    setAsking(false);
    if (allowed.ok) {
      await ask("allowed");
      return;
    }
    giveUp(errorText(allowed.error, t).whole, allowed.error);
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
    asked.current = null;
    setAsking(false);
    setShown(false);
  }

  const ways = useRef({ ask, allow });
  useEffect(() => {
    latest.current = { key, invitees, draft };
    ways.current = { ask, allow };
  });
  useEffect(() => {
    if (!isShown || asked.current?.key === key) return undefined;
    const timer = setTimeout(() => void ways.current.ask("following"), followAfterMilliseconds);
    return () => clearTimeout(timer);
  }, [isShown, key]);
  useEffect(() => {
    if (allowing) void ways.current.allow();
    return () => {
      asked.current = null;
    };
  }, []);

  return { isShown, isAsking, times, problem, toggle };
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
