import { makeStyles, tokens } from "@fluentui/react-components";
import type { TFunction } from "i18next";
import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Meeting } from "../../main/contract/meeting.ts";
import {
  formatTime,
  formatWhen,
  grouped,
  letterByLetter,
  type Place,
  spelledOut,
} from "../format.ts";

const useStyles = makeStyles({
  facts: {
    display: "grid",
    gridTemplateColumns: "auto 1fr",
    alignItems: "baseline",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground3, maxInlineSize: "130px" },
  value: { margin: 0, overflowWrap: "anywhere", maxBlockSize: "60px", overflow: "auto" },
  digits: { fontFamily: tokens.fontFamilyMonospace },
  whole: { display: "inline-block", maxInlineSize: "100%" },
});

export interface Fact {
  readonly term: string;
  readonly value: ReactNode;
}

export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.facts}>
      {facts.map(({ term, value }) => (
        <Fragment key={term}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.value}>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** Letter by letter to a screen reader, in groups to the eye. */
export function MeetingId({ meeting }: { readonly meeting: Meeting }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { meetingId, passcode } = meeting;
  if (meetingId === null) return null;
  return (
    <>
      <span className="visually-hidden">{spelledOut(meetingId)}</span>
      <bdi className={styles.digits} aria-hidden>
        {grouped(meetingId)}
      </bdi>{" "}
      {passcode !== null && (
        <>
          <span className="visually-hidden">
            {t("created.passcode", { passcode: letterByLetter(passcode) })}
          </span>
          <bdi className={styles.whole} aria-hidden>
            {t("created.passcode", { passcode })}
          </bdi>
        </>
      )}
    </>
  );
}

/** "Today 13:52 – 14:52", or both days where it goes on after midnight. */
export function formatWhole({ startAt, endAt }: Meeting, place: Place, t: TFunction): string {
  const now = Date.now();
  const start = formatWhen(startAt, now, place, t);
  const day = (at: number) => formatWhen(at, now, place, t).replace(formatTime(at, place), "");
  const isSameDay = day(startAt) === day(endAt);
  const end = isSameDay ? formatTime(endAt, place) : formatWhen(endAt, now, place, t);
  return t("upcoming.times", { start, end });
}
