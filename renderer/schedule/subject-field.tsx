import { Button, Field, Input, makeStyles } from "@fluentui/react-components";
import { CalendarClockRegular } from "@fluentui/react-icons/svg/calendar-clock";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { PhraseReading } from "../../main/contract/answers.ts";
import type { AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { announce } from "../ui/announcer.tsx";
import { useAnswer } from "../ui/state/use-answer.ts";
import type { ScheduleForm } from "./use-schedule-form.ts";
import { spanText } from "./when/when-words.ts";
import { withoutTime } from "./when/without-time.ts";

const useStyles = makeStyles({
  use: { alignSelf: "start", maxWidth: "none", textAlign: "start" },
});

export interface SubjectFieldProps {
  readonly form: ScheduleForm;
  readonly state: AppState;
}

/** What the meeting is called; a time among the words is offered as the time, and never taken by itself. */
export function SubjectField({ form, state }: SubjectFieldProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { form: typedForm, shown, isBusy, placeholder } = form;
  const { subject } = typedForm.schedule;
  const [typed, setTyped] = useState("");
  const reading = useReading(typed === subject ? typed : "");
  const problem =
    shown.subject &&
    t(`schedule.problem.${shown.subject === "empty" ? "empty" : "too-long-subject"}`);

  const wordsOf = ({ from, to }: Read) => typed.slice(from, to).trim();
  /** In a zone that was chosen by hand the words mean another time: "When" says which. */
  const timeOf = (read: Read) =>
    typedForm.zone === null ? spanText(read, Date.now(), state, t) : wordsOf(read);

  function use(read: Read): void {
    const { from, to } = read;
    const words = wordsOf(read);
    form.changeSchedule({ subject: withoutTime(typed, from, to) }, { phrase: words });
    setTyped("");
    announce(t("schedule.timeTaken"));
    // The button goes with its question.
    document.querySelector<HTMLElement>("#when")?.focus();
  }

  return (
    <>
      <Field
        label={t("schedule.subject")}
        validationState={problem ? "error" : "none"}
        validationMessage={problem}
      >
        <Input
          id="subject"
          value={subject}
          placeholder={placeholder}
          readOnly={isBusy}
          onChange={(_event, { value }) => {
            setTyped(value);
            form.changeSchedule({ subject: value });
          }}
        />
      </Field>
      {reading && !isBusy && (
        <Button
          className={styles.use}
          size="small"
          icon={<CalendarClockRegular />}
          onClick={() => use(reading)}
        >
          {t("schedule.useTime", { time: timeOf(reading) })}
        </Button>
      )}
    </>
  );
}

type Read = Extract<PhraseReading, { kind: "read" }>;

const readAfterMilliseconds = 250;
/** Main reads no more than a line. */
const longestSubject = 255;

const read = (text: string) => app.readPhrase({ text, field: "subject" });

/** The time among the words, a moment after they were typed; null where there is none. */
function useReading(text: string): Read | null {
  const isRead = text.trim() !== "" && text.length <= longestSubject;
  const known = useAnswer(isRead ? text : null, read, readAfterMilliseconds);
  // That of an earlier text is not what the button should take.
  if (!isRead || known?.question !== text || !known.answer.ok) return null;
  return known.answer.value.kind === "read" ? known.answer.value : null;
}
