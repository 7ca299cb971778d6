import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Account, AppState } from "../../main/contract/state.ts";
import type { TypedLine } from "../../main/contract/requests/typed-line.ts";
import { app } from "../app.ts";
import { errorText } from "../error-text.ts";
import { putDraftFirst } from "../schedule/draft.ts";
import { announce } from "../ui/announcer.tsx";
import { draftOfLine } from "./draft-of-line.ts";
import { changeLine, closeLine, type Line } from "./line.ts";
import { isSameMeeting, useLineReading } from "./use-line-reading.ts";

/** What Enter and Tab make of a line. Nothing is sent that was not on the screen before. */
export function useTypedLine(line: Line, state: AppState, account: Account) {
  const { t } = useTranslation();
  const { id, text, isSending } = line;
  const { shown, readNow } = useLineReading(text, state);
  const [problem, setProblem] = useState<string | null>(null);
  const isAsking = useRef(false);
  const isEvent = shown?.draft.event !== null && shown !== null;
  useCalendarCheck(isEvent && !state.calendarAllowed);

  const mustAllow = (read: TypedLine) => read.draft.event !== null && !state.calendarAllowed;

  function say(sentence: string): void {
    setProblem(sentence);
    announce(sentence, "assertive");
  }

  async function openForm(): Promise<void> {
    const read = shown ?? (await readNow());
    if (!read) return;
    putDraftFirst(draftOfLine(id, read, state, account));
    closeLine(id);
    await app.navigate({ view: "schedule" });
  }

  async function make(): Promise<void> {
    if (text.trim() === "") return;
    if (!state.online && !state.linkReady) return say(t("home.needsConnection"));
    const read = await readNow();
    if (!read) return;
    // Whoever was faster than the reading sees first what would be made.
    if (!shown) return say(t("typed.lookFirst"));
    if (read.problems !== null) return announce(t("typed.notYet"), "assertive");
    if (!isSameMeeting(shown, read)) return say(t("typed.lookFirst"));
    if (mustAllow(read)) return openForm();
    await send(read);
  }

  async function send({ draft }: TypedLine): Promise<void> {
    changeLine(id, { isSending: true });
    const result = await app.schedule({ ...draft, draftId: id });
    changeLine(id, { isSending: false });
    if (result.ok) return closeLine(id);
    // The card says what failed at Microsoft.
    if (result.error.kind === "cancelled" || state.creation.kind === "failed") return;
    setProblem(errorText(result.error, t).whole);
  }

  /** One at a time: a second press is the same one. */
  async function once(work: () => Promise<void>): Promise<void> {
    if (isAsking.current || isSending) return;
    isAsking.current = true;
    setProblem(null);
    try {
      await work();
    } finally {
      isAsking.current = false;
    }
  }

  return {
    shown,
    problem,
    mustAllow: shown !== null && mustAllow(shown),
    type: (typed: string) => {
      if (isSending) return;
      setProblem(null);
      changeLine(id, { text: typed });
    },
    make: () => once(make),
    openForm: () => once(openForm),
  };
}

/** Whether invitations can be sent at all is looked up once somebody is named. */
function useCalendarCheck(isNeeded: boolean): void {
  useEffect(() => {
    if (isNeeded) void app.checkCalendar();
  }, [isNeeded]);
}
