import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { TimeProblem } from "../../../main/contract/errors.ts";
import { formatClock } from "../../format.ts";
import type { WallTime } from "../wall-time.ts";
import { shortOffset, timeProblemText } from "./time-problem-text.ts";

const useStyles = makeStyles({
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
export type ChangeTime = (value: WallTime, occurrence: Occurrence) => void;

interface TimeProblemLineProps {
  readonly id: string;
  readonly name: "start" | "end";
  readonly value: WallTime;
  readonly problem: TimeProblem | null;
  readonly locale: string;
  readonly onChange: ChangeTime;
}

/** Why a time cannot be, with the ways out. */
export function TimeProblemLine({ problem, ...props }: TimeProblemLineProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { id, name, value, locale } = props;
  if (problem === null) return null;
  return (
    <div className={styles.problem} id={id} data-problem={name}>
      <span>{timeProblemText(problem, value, locale, t)}</span>
      <Choices {...props} problem={problem} />
    </div>
  );
}

/** For the fields it is about. */
export const describedBy = (problem: TimeProblem | null, id: string): object =>
  problem ? { "aria-describedby": id, "aria-invalid": true } : {};

type ChoicesProps = TimeProblemLineProps & { readonly problem: TimeProblem };

/** What to do about a clock change: never guessed, always one click. */
function Choices({ value, problem, locale, onChange }: ChoicesProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (problem.kind === "does-not-exist")
    return (
      <div className={styles.choices}>
        {[problem.after, problem.before].map((time) => (
          <Button key={time} size="small" onClick={() => onChange({ ...value, time }, null)}>
            {t("schedule.problem.use", { time: formatClock(time, locale) })}
          </Button>
        ))}
      </div>
    );
  if (problem.kind !== "exists-twice") return null;
  const time = formatClock(value.time, locale);
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
