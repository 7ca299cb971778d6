import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";

import type { TimeProblem } from "../../../main/contract/errors.ts";
import type { WallTime } from "../wall-time.ts";
import { DayBox } from "./day-box.tsx";
import { TimeBox } from "./time-box.tsx";
import { type ChangeTime, describedBy, TimeProblemLine } from "./time-problem-line.tsx";

const useStyles = makeStyles({
  // Side by side where both can be read whole, with large text one below the other.
  row: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    "> :first-child": { flexBasis: "130px", flexGrow: 3, minInlineSize: 0 },
    "> :last-child": { flexBasis: "96px", flexGrow: 2, minInlineSize: 0 },
  },
});

interface TimeFieldProps {
  readonly name: "start" | "end";
  readonly dateLabel: string;
  readonly timeLabel: string;
  readonly value: WallTime;
  readonly problem: TimeProblem | null;
  readonly locale: string;
  readonly isReadOnly: boolean;
  readonly onChange: ChangeTime;
}

/** A day and a time, and beneath them why they cannot be, with the ways out. */
export function TimeField(props: TimeFieldProps) {
  const { name, dateLabel, timeLabel, value, problem, locale, isReadOnly, onChange } = props;
  const styles = useStyles();
  const problemId = useId();
  const box = { locale, isReadOnly, described: describedBy(problem, problemId) };
  return (
    <div>
      <div className={styles.row}>
        <DayBox
          {...box}
          label={dateLabel}
          value={value.date}
          onChange={(date) => onChange({ ...value, date }, null)}
        />
        <TimeBox
          {...box}
          id={`${name}-time`}
          label={timeLabel}
          value={value.time}
          onChange={(time) => onChange({ ...value, time }, null)}
        />
      </div>
      <TimeProblemLine
        id={problemId}
        name={name}
        value={value}
        problem={problem}
        locale={locale}
        onChange={onChange}
      />
    </div>
  );
}
