import { Button, makeStyles, ToggleButton, tokens, Tooltip } from "@fluentui/react-components";
import { CalendarClockRegular } from "@fluentui/react-icons/svg/calendar-clock";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Account, AppState } from "../../main/contract/state.ts";
import { formatDuration } from "../format.ts";
import { dayToDate } from "../ui/wall-time.ts";
import { KindSwitch } from "./kind-switch.tsx";
import type { When } from "./when/read-when.ts";
import { RepeatProposal } from "./when/repeat-proposal.tsx";
import { SubjectField } from "./subject-field.tsx";
import { SpanField } from "./span-field.tsx";
import type { ScheduleForm } from "./use-schedule-form.ts";
import { WhenField } from "./when/when-field.tsx";
import { ZoneField } from "./when/zone-field.tsx";

const EventFields = lazy(() =>
  import("./event/event-fields.tsx").then((module) => ({ default: module.EventFields })),
);

const durations = [15, 30, 45, 60, 120];

const useStyles = makeStyles({
  chips: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    borderTopColor: tokens.colorBrandStroke1,
    borderInlineEndColor: tokens.colorBrandStroke1,
    borderBottomColor: tokens.colorBrandStroke1,
    borderInlineStartColor: tokens.colorBrandStroke1,
    fontWeight: tokens.fontWeightSemibold,
  },
});

export interface ScheduleFieldsProps {
  readonly form: ScheduleForm;
  readonly state: AppState;
  readonly account: Account;
}

/** What the meeting is called, when it is, and who is invited. */
export function ScheduleFields({ form, state, account }: ScheduleFieldsProps) {
  const { draft, isBusy, isEvent, edited } = form;
  const [isOpen, setOpen] = useState(false);
  const isFolded = isFolding(form);
  return (
    <>
      <SubjectField form={form} state={state} />
      <WhenField
        phrase={form.phrase}
        when={isEvent || edited?.kind === "event" ? asEvent(form.when) : form.when}
        check={form.check}
        draft={draft}
        state={state}
        isRefused={form.isRefused}
        isReadOnly={isBusy}
        after={isFolded ? <Fold isOpen={isOpen} onToggle={() => setOpen(!isOpen)} /> : null}
        onChange={(phrase) => form.change({ phrase })}
        onChoice={form.changeTimes}
      />
      <RepeatProposal form={form} />
      {(isOpen || !isFolded) && <TimeFields form={form} state={state} />}
      {edited === null && <KindSwitch isEvent={isEvent} onChange={form.chooseKind} />}
      {isEvent && (
        <Suspense>
          <EventFields form={form} state={state} account={account} />
        </Suspense>
      )}
    </>
  );
}

/** An event does repeat: what is said of links is not true of it. */
function asEvent(when: When | null): When | null {
  if (when?.reading.kind !== "read") return when;
  const { hint } = when.reading;
  const said = hint?.kind === "repeat-needs-event" ? null : hint;
  return { ...when, reading: { ...when.reading, repeats: null, hint: said } };
}

type TimesProps = Pick<ScheduleFieldsProps, "form" | "state">;

/** Of an event they are folded away: the words in "When" are enough until something is wrong. */
const isFolding = ({ isEvent, edited, shown }: ScheduleForm): boolean =>
  isEvent && edited === null && shown.start === null && shown.end === null;

interface FoldProps {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** Days and times stand behind it, where they are folded away. */
function Fold({ isOpen, onToggle }: FoldProps) {
  const { t } = useTranslation();
  return (
    <Tooltip content={t("event.showTimes")} relationship="label">
      <Button
        size="small"
        appearance="transparent"
        icon={<CalendarClockRegular />}
        aria-expanded={isOpen}
        onClick={onToggle}
      />
    </Tooltip>
  );
}

function TimeFields({ form, state }: TimesProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { draft, isBusy } = form;
  return (
    <>
      <SpanField form={form} state={state} />
      <div className={styles.chips} role="group" aria-label={t("schedule.duration")}>
        {durations.map((minutes) => (
          <ToggleButton
            key={minutes}
            size="small"
            shape="circular"
            {...(form.minutes === minutes && { className: styles.chosen })}
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
