import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { useTranslation } from "react-i18next";

import type { AppState } from "../../main/contract/state.ts";
import { DayBox } from "../ui/fields/day-box.tsx";
import { TimeBox } from "../ui/fields/time-box.tsx";
import { describedBy, TimeProblemLine } from "../ui/fields/time-problem-line.tsx";
import { endOf, startOf } from "../ui/wall-time.ts";
import type { ScheduleForm } from "./use-schedule-form.ts";

const useStyles = makeStyles({
  /** A day and two times fit beside each other; the end's own day begins a line of its own. */
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  day: { flex: "3 1 130px", minInlineSize: 0 },
  time: { flex: "2 1 84px", minInlineSize: 0 },
});

interface SpanFieldProps {
  readonly form: ScheduleForm;
  readonly state: Pick<AppState, "locale">;
}

/** From when to when. The end has a day of its own only where that is another one, or must become one. */
export function SpanField({ form, state: { locale } }: SpanFieldProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { draft, shown, isBusy, changeStart, changeEnd } = form;
  const [startId, endId] = [useId(), useId()];
  const [start, end] = [startOf(draft), endOf(draft)];
  const isOtherDay = start.date !== end.date || shown.end !== null;
  const ofStart = { locale, isReadOnly: isBusy, described: describedBy(shown.start, startId) };
  const ofEnd = { locale, isReadOnly: isBusy, described: describedBy(shown.end, endId) };
  return (
    <div>
      <div className={styles.row}>
        <DayBox
          {...ofStart}
          className={styles.day}
          label={t("schedule.date")}
          value={start.date}
          onChange={(date) => changeStart({ ...start, date }, null)}
        />
        <TimeBox
          {...ofStart}
          id="start-time"
          className={styles.time}
          label={t("schedule.start")}
          value={start.time}
          onChange={(time) => changeStart({ ...start, time }, null)}
        />
        {isOtherDay && (
          <DayBox
            {...ofEnd}
            className={styles.day}
            label={t("schedule.endDate")}
            value={end.date}
            onChange={(date) => changeEnd({ ...end, date }, null)}
          />
        )}
        <TimeBox
          {...ofEnd}
          id="end-time"
          className={styles.time}
          label={t("schedule.end")}
          value={end.time}
          onChange={(time) => changeEnd({ ...end, time }, null)}
        />
      </div>
      <TimeProblemLine
        id={startId}
        name="start"
        value={start}
        problem={shown.start}
        locale={locale}
        onChange={changeStart}
      />
      <TimeProblemLine
        id={endId}
        name="end"
        value={end}
        problem={shown.end}
        locale={locale}
        onChange={changeEnd}
      />
    </div>
  );
}
