import { Field, makeStyles, Select, Textarea } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { longestMessage } from "../../main/contract/event-limits.ts";
import type { Account, AppState } from "../../main/contract/state.ts";
import { formatDuration } from "../format.ts";
import { CalendarConsent } from "./calendar-consent.tsx";
import { InviteesField } from "./invitees-field.tsx";
import { RecurrenceField } from "./recurrence-field.tsx";
import type { ScheduleForm } from "./use-schedule-form.ts";

/** Zero is when it starts. Outlook knows no way to say that there is none. */
const reminders = [0, 5, 10, 15, 30, 60];

const useStyles = makeStyles({
  message: { inlineSize: "100%" },
  // A column does not shrink its children below what is in them.
  field: { flexShrink: 0 },
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
  const { event } = form.form;
  return (
    <>
      <CalendarConsent isAllowed={state.calendarAllowed} />
      <InviteesField
        form={form}
        organiser={account.username}
        problems={shown.event?.invitees ?? []}
      />
      <Field label={t("event.message")} className={styles.field}>
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
        startDate={form.draft.startDate}
        problem={shown.event?.recurrence ?? null}
        locale={state.locale}
        isReadOnly={isBusy}
        onChange={(recurrence) => form.changeEvent({ recurrence })}
      />
      <Field
        label={t("event.reminder")}
        className={styles.field}
        validationState={shown.event?.reminder ? "error" : "none"}
        validationMessage={shown.event?.reminder ? t("event.reminderProblem") : null}
      >
        <Select
          id="reminder"
          value={String(event.reminderMinutes ?? "")}
          onChange={(_event, { value }) =>
            form.changeEvent({ reminderMinutes: value === "" ? null : Number(value) })
          }
        >
          <option value="">{t("event.reminderDefault")}</option>
          {reminders.map((minutes) => (
            <option key={minutes} value={minutes}>
              {minutes === 0
                ? t("event.reminderAtStart")
                : t("event.reminderBefore", { duration: formatDuration(minutes, t) })}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}
