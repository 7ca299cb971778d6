import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { VideoRegular } from "@fluentui/react-icons/svg/video";
import { useTranslation } from "react-i18next";

import type { UpcomingMeeting } from "../../main/contract/upcoming.ts";
import { formatTime, type Place } from "../format.ts";
import { useActionProblem } from "../meeting/meeting-actions.ts";
import { MoreButton } from "../ui/list/more-button.tsx";
import { useRowStyles } from "../ui/list/row-styles.ts";
import { joinUpcoming } from "./upcoming-actions.ts";
import { joinFacts } from "../i18n/joined.ts";
import { factsInSight, factsOf, isJoinTime, subjectOf } from "./upcoming-words.ts";

const useStyles = makeStyles({
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    boxSizing: "border-box",
    minBlockSize: "52px",
    marginInline: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
    paddingInlineStart: tokens.spacingHorizontalS,
    paddingInlineEnd: tokens.spacingHorizontalXS,
    border: "1px solid transparent",
    borderRadius: tokens.borderRadiusXLarge,
  },
  running: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  times: {
    // Wide enough for "12:30 PM", so that what is beside it stands in line.
    minInlineSize: "56px",
    flexShrink: 0,
    display: "flex",
    flexDirection: "column",
    whiteSpace: "nowrap",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  start: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  bar: {
    inlineSize: "3px",
    alignSelf: "stretch",
    minBlockSize: "36px",
    flexShrink: 0,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralStroke1,
    marginInlineEnd: tokens.spacingHorizontalXS,
  },
  barNow: { backgroundColor: tokens.colorCompoundBrandStroke },
  text: {
    // Where there is less, the buttons go below.
    flexBasis: "88px",
  },
  subjectNow: { fontWeight: tokens.fontWeightSemibold },
  meta: {
    maxInlineSize: "100%",
    display: "-webkit-box",
    overflow: "hidden",
    overflowWrap: "anywhere",
    WebkitBoxOrient: "vertical",
    WebkitLineClamp: 1,
    // Of large text one line has room for too little.
    "@media (max-width: 300px)": { WebkitLineClamp: 2 },
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  buttons: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    marginInlineStart: "auto",
  },
  button: { flexShrink: 0, minInlineSize: 0 },
});

interface UpcomingRowProps {
  readonly meeting: UpcomingMeeting;
  readonly isToday: boolean;
  readonly place: Place;
  /** The one row the Tab key comes to. */
  readonly isStop: boolean;
  readonly onFocus: (id: string) => void;
  readonly onMenu: (id: string, opener: HTMLElement) => void;
}

export function UpcomingRow(props: UpcomingRowProps) {
  const { meeting, isToday, place, isStop, onFocus, onMenu } = props;
  const row = useRowStyles();
  const styles = useStyles();
  const { t } = useTranslation();
  const { id, phase, hasLink } = meeting;
  const problem = useActionProblem(id);
  const subject = subjectOf(meeting.subject, t);
  const start = formatTime(meeting.startAt, place);
  const end = formatTime(meeting.endAt, place);
  const facts = factsOf(meeting, isToday, Date.now(), t);
  const isRunning = phase === "running";

  return (
    <div
      role="row"
      className={mergeClasses(styles.row, row.stop, isRunning && styles.running)}
      tabIndex={isStop ? 0 : -1}
      data-upcoming={id}
      aria-label={joinFacts([subject, t("upcoming.spoken", { start, end }), ...facts], t)}
      onFocus={() => onFocus(id)}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu(id, event.currentTarget);
      }}
    >
      <span role="gridcell" className={styles.times}>
        <bdi className={styles.start}>{start}</bdi>
        <bdi>{end}</bdi>
      </span>
      <span className={mergeClasses(styles.bar, isRunning && styles.barNow)} aria-hidden />
      <span role="gridcell" className={mergeClasses(row.text, styles.text)}>
        <span
          className={mergeClasses(row.subject, isRunning && styles.subjectNow)}
          dir="auto"
          title={subject}
        >
          {subject}
        </span>
        <span className={styles.meta} title={facts.join(" · ")}>
          {factsInSight(meeting, isToday, Date.now(), t).join(" · ")}
        </span>
        {problem && <span className={row.problem}>{problem.sentence}</span>}
      </span>
      <span role="gridcell" className={styles.buttons}>
        {hasLink && phase !== "later" && (
          <Button
            className={styles.button}
            size="small"
            tabIndex={-1}
            appearance={isJoinTime(meeting) ? "primary" : "secondary"}
            icon={<VideoRegular />}
            aria-label={t("upcoming.joinNamed", { subject })}
            onClick={() => void joinUpcoming(meeting, id, t)}
          >
            {t("upcoming.join")}
          </Button>
        )}
        <MoreButton subject={subject} onOpen={(opener) => onMenu(id, opener)} />
      </span>
    </div>
  );
}
