import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  Text,
  tokens,
} from "@fluentui/react-components";
import { CalendarLtrRegular } from "@fluentui/react-icons/svg/calendar-ltr";
import { useEffect, useEffectEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import type { AppError } from "../../../main/contract/errors.ts";
import type { EventDraft } from "../../../main/contract/event-draft.ts";
import type { Meeting } from "../../../main/contract/meeting.ts";
import { app } from "../../app.ts";
import { errorText } from "../../error-text.ts";
import { announce } from "../../ui/announcer.tsx";
import { joinSentences } from "../../i18n/joined.ts";
import type { ScheduleForm } from "../use-schedule-form.ts";

const useStyles = makeStyles({
  line: {
    display: "flex",
    alignItems: "start",
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
  },
  icon: { flexShrink: 0 },
});

export interface EditedEventProps {
  readonly meeting: Meeting;
  readonly form: ScheduleForm;
}

/** Whom a change of an event reaches, and what of it stands in the calendar now. */
export function EditedEvent({ meeting, form }: EditedEventProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { inviteeCount: count, repeats } = meeting;
  const sentences = [
    count > 0 ? t("event.changeReaches", { count }) : t("event.changeReachesNobody"),
    ...(repeats ? [t("event.changeOfSeries")] : []),
  ];
  return (
    <>
      <Text size={200} className={styles.line}>
        <CalendarLtrRegular className={styles.icon} fontSize={16} aria-hidden />
        <span>{joinSentences(sentences, t)}</span>
      </Text>
      <EventToRead meeting={meeting} form={form} />
    </>
  );
}

/** What only the calendar knows, until it is read. */
export function EventToRead(props: EditedEventProps) {
  return props.form.form.before === null ? <Reading {...props} /> : null;
}

/** Everything else can be changed meanwhile, and where it fails. */
function Reading({ meeting: { id }, form }: EditedEventProps) {
  const { t } = useTranslation();
  const [error, setError] = useState<AppError | null>(null);
  const said = t(form.edited ? "event.notRead" : "event.notReadToCopy");
  const open = useEffectEvent((event: EventDraft) => form.openEvent(event, form.edited === null));

  useEffect(() => {
    if (error) return undefined;
    let isStale = false;
    void app.readEvent({ id }).then((answer) => {
      if (isStale) return;
      if (answer.ok) return open(answer.value);
      setError(answer.error);
      announce(said, "assertive");
    });
    return () => {
      isStale = true;
    };
  }, [id, error, said]);

  if (!error) return <Spinner size="tiny" labelPosition="after" label={t("event.reading")} />;
  const { title, sentence, action, nextStep } = errorText(error, t);
  const mayAllow = nextStep === "allow-calendar";

  async function again(): Promise<void> {
    if (mayAllow && !(await app.allowCalendar()).ok) return;
    setError(null);
  }

  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle> {sentence} {said}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => void again()}>
          {mayAllow ? action : t("event.readAgain")}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
