import { Field, makeStyles } from "@fluentui/react-components";
import { DatePicker } from "@fluentui/react-datepicker-compat";
import { useTranslation } from "react-i18next";

import { dateToDay, dayToDate } from "../wall-time.ts";

const useStyles = makeStyles({
  picker: { minWidth: 0, inlineSize: "100%" },
  // An input is as wide as its twenty characters unless it is told otherwise.
  inner: { minWidth: 0, inlineSize: "100%" },
});

interface DayBoxProps {
  readonly label: string;
  readonly className?: string;
  /** "YYYY-MM-DD"; empty while there is none. */
  readonly value: string;
  readonly locale: string;
  readonly isReadOnly: boolean;
  /** What says why it cannot be. */
  readonly described: object;
  readonly onChange: (date: string) => void;
}

/** A day, in figures as people there write it: the line below "When" has it in words. */
export function DayBox(props: DayBoxProps) {
  const { label, className, value, locale, isReadOnly, described, onChange } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const figures = new Intl.DateTimeFormat(locale, {
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
  });
  return (
    <Field {...(className && { className })} label={label}>
      <DatePicker
        className={styles.picker}
        input={{ className: styles.inner, readOnly: isReadOnly }}
        value={dayToDate(value)}
        formatDate={(date) => (date ? figures.format(date) : "")}
        placeholder={t("schedule.datePlaceholder")}
        onSelectDate={(date) => onChange(dateToDay(date))}
        {...described}
      />
    </Field>
  );
}
