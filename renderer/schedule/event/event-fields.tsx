import { Field, makeStyles, Select, Textarea } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { EventDraft } from "../../../main/contract/event-draft.ts";
import { longestMessage } from "../../../main/contract/event-limits.ts";
import type { Account, AppState } from "../../../main/contract/state.ts";
import { formatDuration } from "../../format.ts";
import { CalendarConsent } from "./calendar-consent.tsx";
import { InviteesField } from "./invitees-field.tsx";
import { RecurrenceField } from "./recurrence-field.tsx";
import type { ScheduleForm } from "../use-schedule-form.ts";

/** Zero is when it starts. */
const usualReminders = [0, 5, 10, 15, 30, 60];

const useStyles = makeStyles({
  message: { inlineSize: "100%" },
});

export interface EventFieldsProps {
  readonly form: ScheduleForm;
  readonly state: AppState;
  readonly account: Account;
}

/** What a calendar event has beyond a link. Loaded only where somebody makes one. */
export function EventFields({ form, state, account }: EventFieldsProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { isBusy, shown } = form;
  const { event, before } = form.form;
  return (
    <>
      <CalendarConsent isAllowed={state.calendarAllowed} />
      <InviteesField
        form={form}
        organiser={account.username}
        problems={shown.event?.invitees ?? []}
      />
      <Field label={t(form.edited ? "event.messageAbove" : "event.message")}>
        <Textarea
          id="message"
          className={styles.message}
          rows={2}
          resize="vertical"
          maxLength={longestMessage}
          value={event.message}
          readOnly={isBusy}
          onChange={(_event, { value }) => form.changeEvent({ message: value })}
        />
      </Field>
      <RecurrenceField
        recurrence={event.recurrence}
        isForeign={before?.recurrence === "other"}
        startDate={form.draft.startDate}
        problem={shown.event?.recurrence ?? null}
        locale={state.locale}
        isReadOnly={isBusy}
        onChange={(recurrence) => form.changeEvent({ recurrence })}
      />
      <ReminderField form={form} />
    </>
  );
}

function ReminderField({ form }: Pick<EventFieldsProps, "form">) {
  const { t } = useTranslation();
  const { event, before } = form.form;
  const known = typeof before?.reminder === "number" ? [before.reminder] : [];
  const minutes = [...new Set([...usualReminders, ...known])].toSorted((one, other) => one - other);
  const isWrong = (form.shown.event?.reminder ?? null) !== null;
  return (
    <Field
      label={t("event.reminder")}
      validationState={isWrong ? "error" : "none"}
      validationMessage={isWrong ? t("event.reminderProblem") : null}
    >
      <Select
        id="reminder"
        value={String(event.reminder ?? "")}
        onChange={(_event, { value }) => form.changeEvent({ reminder: reminderOf(value) })}
      >
        {before === null && <option value="">{t("event.reminderDefault")}</option>}
        <option value="none">{t("event.reminderNone")}</option>
        {minutes.map((each) => (
          <option key={each} value={each}>
            {each === 0
              ? t("event.reminderAtStart")
              : t("event.reminderBefore", { duration: formatDuration(each, t) })}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function reminderOf(value: string): EventDraft["reminder"] {
  if (value === "none") return value;
  return value === "" ? null : Number(value);
}
