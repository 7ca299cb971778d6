import { Button, Field, makeStyles, tokens } from "@fluentui/react-components";
import { DatePicker } from "@fluentui/react-datepicker-compat";
import { TimePicker } from "@fluentui/react-timepicker-compat";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

import type { TimeProblem } from "../../../main/contract/errors.ts";
import { shortOffset, timeProblemText } from "./time-problem-text.ts";
import { dateToDay, dayToDate, parseTime, shifted, type WallTime } from "../wall-time.ts";

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 3fr) minmax(0, 2fr)",
    gap: tokens.spacingHorizontalS,
  },
  picker: { minWidth: 0, inlineSize: "100%" },
  // An input is as wide as its twenty characters unless it is told otherwise.
  inner: { minWidth: 0, inlineSize: "100%" },
  choices: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  problem: {
    color: tokens.colorStatusDangerForeground3,
    fontSize: tokens.fontSizeBase200,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
  },
});

type Occurrence = "earlier" | "later" | null;

export interface TimeFieldProps {
  readonly name: "start" | "end";
  readonly dateLabel: string;
  readonly timeLabel: string;
  readonly value: WallTime;
  readonly problem: TimeProblem | null;
  readonly locale: string;
  readonly isReadOnly: boolean;
  readonly onChange: (value: WallTime, occurrence: Occurrence) => void;
}

/** A day and a time, and beneath them why they cannot be, with the ways out. */
export function TimeField(props: TimeFieldProps) {
  const { name, dateLabel, timeLabel, value, problem, locale, isReadOnly, onChange } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const problemId = useId();
  const described = problem ? { "aria-describedby": problemId, "aria-invalid": true } : {};
  const formatDay = (date?: Date) =>
    date
      ? new Intl.DateTimeFormat(locale, {
          weekday: "short",
          day: "numeric",
          month: "short",
          year: "numeric",
        }).format(date)
      : "";

  return (
    <div>
      <div className={styles.row}>
        <Field label={dateLabel}>
          <DatePicker
            className={styles.picker}
            input={{ readOnly: isReadOnly }}
            value={dayToDate(value.date)}
            formatDate={formatDay}
            placeholder={t("schedule.datePlaceholder")}
            onSelectDate={(date) => onChange({ ...value, date: dateToDay(date) }, null)}
            {...described}
          />
        </Field>
        <Field label={timeLabel}>
          <TimeBox
            id={`${name}-time`}
            value={value.time}
            isReadOnly={isReadOnly}
            described={described}
            onChange={(time) => onChange({ ...value, time }, null)}
          />
        </Field>
      </div>
      {problem && (
        <div className={styles.problem} id={problemId} data-problem={name}>
          <span>{timeProblemText(problem, value, locale, t)}</span>
          <Choices {...props} problem={problem} />
        </div>
      )}
    </div>
  );
}

interface TimeBoxProps {
  readonly id: string;
  readonly value: string;
  readonly isReadOnly: boolean;
  readonly described: object;
  readonly onChange: (time: string) => void;
}

/** What is typed stays as it is typed until it is a time. */
function TimeBox({ id, value, isReadOnly, described, onChange }: TimeBoxProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TimePicker
      id={id}
      className={styles.picker}
      input={{ className: styles.inner }}
      expandIcon={{ "aria-label": t("schedule.openTimes") }}
      freeform
      clearable={false}
      increment={15}
      hourCycle="h23"
      readOnly={isReadOnly}
      placeholder={t("schedule.timePlaceholder")}
      value={typed ?? value}
      onInput={(event) => {
        if (!(event.target instanceof HTMLInputElement)) return;
        setTyped(event.target.value);
        onChange(parseTime(event.target.value) ?? "");
      }}
      onTimeChange={(_event, { selectedTimeText }) => {
        const time = parseTime(selectedTimeText ?? "");
        if (time === null) return;
        setTyped(null);
        onChange(time);
      }}
      onBlur={() => {
        if (parseTime(typed ?? "") !== null) setTyped(null);
      }}
      {...described}
    />
  );
}

/** What to do about a clock change: never guessed, always one click. */
function Choices({ value, problem, onChange }: TimeFieldProps & { problem: TimeProblem }) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (problem.kind === "does-not-exist")
    return (
      <div className={styles.choices}>
        {[problem.after, problem.before].map((time) => (
          <Button key={time} size="small" onClick={() => onChange({ ...value, time }, null)}>
            {t("schedule.problem.use", { time })}
          </Button>
        ))}
      </div>
    );
  if (problem.kind !== "exists-twice") return null;
  const { time } = shifted(value, 0);
  return (
    <div className={styles.choices}>
      <Button size="small" onClick={() => onChange(value, "earlier")}>
        {t("schedule.problem.first", { time, offset: shortOffset(problem.earlierOffset) })}
      </Button>
      <Button size="small" onClick={() => onChange(value, "later")}>
        {t("schedule.problem.second", { time, offset: shortOffset(problem.laterOffset) })}
      </Button>
    </div>
  );
}
