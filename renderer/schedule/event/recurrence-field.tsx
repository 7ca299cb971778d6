import { Field, Input, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { DatePicker } from "@fluentui/react-datepicker-compat";
import { useTranslation } from "react-i18next";

import type { RecurrenceProblem } from "../../../main/contract/errors.ts";
import { mostTimes } from "../../../main/contract/event-limits.ts";
import { dateToDay, dayToDate, shifted } from "../../ui/wall-time.ts";
import type { Recurrence } from "./use-event-form.ts";

const every = ["day", "weekday", "week", "month"] as const;
const ends = ["never", "until", "times"] as const;
type Ends = (typeof ends)[number];

const usualTimes = 10;
/** The first proposal for a last day. */
const daysAhead = { day: 30, weekday: 30, week: 91, month: 365 } as const;

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    alignItems: "start",
    gap: tokens.spacingHorizontalS,
  },
  // A number is short, and what it means is not.
  counted: { gridTemplateColumns: "minmax(0, 1fr) 112px" },
  field: { minInlineSize: 0 },
  inner: { minWidth: 0, inlineSize: "100%" },
});

export interface RecurrenceFieldProps {
  readonly recurrence: Recurrence;
  /** The calendar has one that cannot be shown here, and that can be left as it is. */
  readonly isForeign: boolean;
  /** "YYYY-MM-DD" of the first time. */
  readonly startDate: string;
  readonly problem: RecurrenceProblem | null;
  readonly locale: string;
  readonly isReadOnly: boolean;
  readonly onChange: (recurrence: Recurrence) => void;
}

/** How often, and until when. */
export function RecurrenceField(props: RecurrenceFieldProps) {
  const { recurrence: chosen, isForeign, startDate, onChange } = props;
  const recurrence = chosen === "other" ? null : chosen;
  const styles = useStyles();
  const { t } = useTranslation();

  function chooseEvery(value: string): void {
    if (value === "other") return onChange("other");
    const known = every.find((one) => one === value);
    onChange(known ? { until: null, count: null, ...recurrence, every: known } : null);
  }

  function chooseEnds(value: string): void {
    if (!recurrence) return;
    const last = shifted({ date: startDate, time: "12:00" }, daysAhead[recurrence.every] * 1_440);
    onChange({
      ...recurrence,
      until: value === "until" ? last.date : null,
      count: value === "times" ? usualTimes : null,
    });
  }

  return (
    <>
      <Field label={t("event.repeats")} className={styles.field}>
        <Select
          id="repeats"
          value={chosen === "other" ? chosen : (recurrence?.every ?? "")}
          onChange={(_event, { value }) => chooseEvery(value)}
        >
          <option value="">{t("event.every.never")}</option>
          {isForeign && <option value="other">{t("event.every.other")}</option>}
          {every.map((one) => (
            <option key={one} value={one}>
              {t(`event.every.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      {recurrence && (
        <div className={mergeClasses(styles.row, recurrence.count !== null && styles.counted)}>
          <Field label={t("event.ends")} className={styles.field}>
            <Select
              id="ends"
              className={styles.inner}
              select={{ className: styles.inner }}
              value={endsOf(recurrence)}
              onChange={(_event, { value }) => chooseEnds(value)}
            >
              {ends.map((one) => (
                <option key={one} value={one}>
                  {t(`event.end.${one}`)}
                </option>
              ))}
            </Select>
          </Field>
          <End {...props} recurrence={recurrence} />
        </div>
      )}
    </>
  );
}

type Repeating = Exclude<Recurrence, "other" | null>;

function endsOf({ until, count }: Repeating): Ends {
  if (until !== null) return "until";
  return count === null ? "never" : "times";
}

/** The last day, or how many times. */
interface EndProps extends Omit<RecurrenceFieldProps, "recurrence"> {
  readonly recurrence: Repeating;
}

function End(props: EndProps) {
  const { recurrence, problem, locale, isReadOnly, onChange } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const validation = {
    className: styles.field,
    validationState: problem ? ("error" as const) : ("none" as const),
    validationMessage: problem && t(`event.problem.${problem}`, { most: mostTimes }),
  };
  if (recurrence.until !== null)
    return (
      <Field label={t("event.until")} {...validation}>
        <DatePicker
          id="until"
          className={styles.inner}
          input={{ readOnly: isReadOnly, className: styles.inner }}
          value={dayToDate(recurrence.until)}
          formatDate={(date) => (date ? dayIn(locale, date) : "")}
          placeholder={t("schedule.datePlaceholder")}
          onSelectDate={(date) => onChange({ ...recurrence, until: dateToDay(date) })}
        />
      </Field>
    );
  if (recurrence.count === null) return null;
  return (
    <Field label={t("event.times")} {...validation}>
      <Input
        id="times"
        className={styles.inner}
        input={{ className: styles.inner }}
        inputMode="numeric"
        autoComplete="off"
        // Nothing typed is no times, which main refuses in words.
        value={recurrence.count === 0 ? "" : String(recurrence.count)}
        readOnly={isReadOnly}
        onChange={(_event, { value }) => {
          const digits = value.replaceAll(/\D/gu, "").slice(0, 4);
          onChange({ ...recurrence, count: Number(digits) });
        }}
      />
    </Field>
  );
}

const dayIn = (locale: string, date: Date): string =>
  new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" }).format(date);
