import { Field, makeStyles } from "@fluentui/react-components";
import { TimePicker } from "@fluentui/react-timepicker-compat";
import { useCallback, useState } from "react";

import { formatClock } from "../../format.ts";
import { parseTime } from "../wall-time.ts";

const useStyles = makeStyles({
  picker: { minWidth: 0, inlineSize: "100%" },
  // An input is as wide as its twenty characters unless it is told otherwise.
  inner: { minWidth: 0, inlineSize: "100%" },
});

interface TimeBoxProps {
  readonly id: string;
  readonly label: string;
  readonly className?: string;
  /** "HH:MM"; empty while there is none. */
  readonly value: string;
  readonly locale: string;
  readonly isReadOnly: boolean;
  /** What says why it cannot be. */
  readonly described: object;
  readonly onChange: (time: string) => void;
}

/** What is typed stays as it is typed until it is a time. */
export function TimeBox(props: TimeBoxProps) {
  const { id, label, className, value, locale, isReadOnly, described, onChange } = props;
  const styles = useStyles();
  const [typed, setTyped] = useState<string | null>(null);
  // The picker writes its 96 times anew for each new function.
  const format = useCallback((date: Date) => formatClock(wallTimeText(date), locale), [locale]);
  return (
    <Field {...(className && { className })} label={label}>
      <TimePicker
        id={id}
        className={styles.picker}
        input={{ className: styles.inner }}
        expandIcon={null}
        freeform
        clearable={false}
        increment={15}
        formatDateToTimeString={format}
        readOnly={isReadOnly}
        placeholder={formatClock("14:30", locale)}
        value={typed ?? formatClock(value, locale)}
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
    </Field>
  );
}

/** The picker counts its times from a midnight of this computer. */
const wallTimeText = (date: Date): string =>
  `${String(date.getHours()).padStart(2, "0")}:${String(date.getMinutes()).padStart(2, "0")}`;
