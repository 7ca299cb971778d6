import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CalendarClockRegular } from "@fluentui/react-icons/svg/calendar-clock";
import { VideoRegular } from "@fluentui/react-icons/svg/video";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import type { AppState } from "../../main/contract/state.ts";
import type { UpcomingMeeting } from "../../main/contract/upcoming.ts";
import { formatTime } from "../format.ts";
import { announce } from "../ui/announcer.tsx";
import { useActionProblem } from "../meeting/meeting-actions.ts";
import { useRowStyles } from "../ui/list/row-styles.ts";
import { joinUpcoming } from "../upcoming/upcoming-actions.ts";
import { isJoinTime, startOf, subjectOf } from "../upcoming/upcoming-words.ts";

const useStyles = makeStyles({
  strip: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    minBlockSize: "56px",
    boxSizing: "border-box",
    paddingBlock: tokens.spacingVerticalXS,
    paddingInlineStart: tokens.spacingHorizontalM,
    paddingInlineEnd: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderInlineStartWidth: "4px",
    borderInlineStartColor: tokens.colorCompoundBrandStroke,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  icon: { flexShrink: 0, color: tokens.colorBrandForeground1 },
  text: {
    // Where there is less, the buttons go below.
    flexBasis: "100px",
  },
  meta: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  /** Breaks between the two, not within them. */
  whole: { display: "inline-block" },
  join: { flexShrink: 0, marginInlineStart: "auto", minInlineSize: 0 },
});

interface NextStripProps {
  readonly next: UpcomingMeeting;
  readonly state: AppState;
}

/** The strip comes and goes with the view; a meeting is announced once. */
let announced: string | null = null;

/** The meeting that runs or starts soon: the way into it is one press. */
export function NextStrip({ next, state }: NextStripProps) {
  const row = useRowStyles();
  const styles = useStyles();
  const { t } = useTranslation();
  const { id, startAt, endAt, startsInMinutes: n } = next;
  const place = `next ${id}`;
  const problem = useActionProblem(place);
  const subject = subjectOf(next.subject, t);
  const times = { start: formatTime(startAt, state), end: formatTime(endAt, state) };

  // Whoever looks at the popup gets no notification.
  const told = state.settings.notifyBeforeMinutes;
  const isSoon = n !== null && n > 0 && n === told && state.popupShown;
  useEffect(() => {
    if (!isSoon || announced === id) return;
    announced = id;
    announce(t("upcoming.soon", { subject, count: n ?? 0 }));
  }, [isSoon, id, subject, n, t]);

  // The button goes with its meeting; what has the focus then makes no meeting.
  useEffect(
    () => () => {
      if (document.activeElement === document.body)
        document.querySelector<HTMLElement>("#tab-recent")?.focus();
    },
    [],
  );

  return (
    <section className={styles.strip} aria-label={t("upcoming.next")}>
      <CalendarClockRegular className={styles.icon} fontSize={20} aria-hidden />
      <div className={mergeClasses(row.text, styles.text)}>
        <span className={row.subject} dir="auto" title={subject}>
          {subject}
        </span>
        <span className={styles.meta}>
          <bdi className={styles.whole}>{t("upcoming.times", times)}</bdi>
          {" · "}
          <span className={styles.whole}>{startOf(next, t)}</span>
        </span>
        {problem && <span className={row.problem}>{problem.sentence}</span>}
      </div>
      <Button
        id="join-next"
        className={styles.join}
        appearance={isJoinTime(next) ? "primary" : "secondary"}
        icon={<VideoRegular />}
        aria-label={t("upcoming.joinNamed", { subject })}
        onClick={() => void joinUpcoming(next, place, t)}
      >
        {t("upcoming.join")}
      </Button>
    </section>
  );
}
