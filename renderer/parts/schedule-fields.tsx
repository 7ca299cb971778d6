import { Field, Input, makeStyles, ToggleButton, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { presetDefaults } from "../../main/contract/defaults.ts";
import type { Account, AppState } from "../../main/contract/state.ts";
import { formatDuration } from "../format.ts";
import { dayToDate, endOf, startOf } from "../wall-time.ts";
import { TimeField } from "./time-field.tsx";
import type { ScheduleForm } from "./use-schedule-form.ts";
import { WhenField } from "./when-field.tsx";
import { ZoneField } from "./zone-field.tsx";

const durations = [15, 30, 45, 60, 120];

const useStyles = makeStyles({
  chips: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
});

export interface ScheduleFieldsProps {
  readonly form: ScheduleForm;
  readonly state: AppState;
  readonly account: Account;
}

/** What the meeting is called and when it is. */
export function ScheduleFields({ form, state, account }: ScheduleFieldsProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { draft, shown, isBusy } = form;
  const { subject } = presetDefaults(state, account, form.form.presetId);
  const subjectProblem =
    shown.subject &&
    t(`schedule.problem.${shown.subject === "empty" ? "empty" : "too-long-subject"}`);
  return (
    <>
      <Field
        label={t("schedule.subject")}
        validationState={subjectProblem ? "error" : "none"}
        validationMessage={subjectProblem}
      >
        <Input
          id="subject"
          value={draft.subject}
          placeholder={subject}
          readOnly={isBusy}
          onChange={(_event, { value }) => form.changeSchedule({ subject: value })}
        />
      </Field>
      <WhenField
        phrase={form.phrase}
        when={form.when}
        check={form.check}
        draft={draft}
        state={state}
        isReadOnly={isBusy}
        onChange={(phrase) => form.change({ phrase })}
        onChoice={form.changeTimes}
      />
      <TimeField
        name="start"
        dateLabel={t("schedule.date")}
        timeLabel={t("schedule.start")}
        value={startOf(draft)}
        problem={shown.start}
        locale={state.locale}
        isReadOnly={isBusy}
        onChange={form.changeStart}
      />
      <TimeField
        name="end"
        dateLabel={t("schedule.endDate")}
        timeLabel={t("schedule.end")}
        value={endOf(draft)}
        problem={shown.end}
        locale={state.locale}
        isReadOnly={isBusy}
        onChange={form.changeEnd}
      />
      <div className={styles.chips} role="group" aria-label={t("schedule.duration")}>
        {durations.map((minutes) => (
          <ToggleButton
            key={minutes}
            size="small"
            shape="circular"
            checked={form.minutes === minutes}
            disabledFocusable={isBusy}
            onClick={() => form.setMinutes(minutes)}
          >
            {formatDuration(minutes, t)}
          </ToggleButton>
        ))}
      </div>
      <ZoneField
        value={draft.timeZone}
        computerZone={state.timeZone}
        at={dayToDate(draft.startDate)?.getTime() ?? Date.now()}
        isReadOnly={isBusy}
        onChange={form.changeZone}
      />
    </>
  );
}
