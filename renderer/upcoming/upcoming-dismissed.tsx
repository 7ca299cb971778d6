import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronUpRegular } from "@fluentui/react-icons/svg/chevron-up";
import { useTranslation } from "react-i18next";

import type { UpcomingMeeting } from "../../main/contract/upcoming.ts";
import { formatWhen, type Place } from "../format.ts";
import { useActionProblem } from "../meeting/meeting-actions.ts";
import { useRowStyles } from "../ui/list/row-styles.ts";
import { restoreUpcoming } from "./upcoming-actions.ts";
import { joinFacts } from "../i18n/joined.ts";
import { subjectOf } from "./upcoming-words.ts";

const useStyles = makeStyles({
  toggle: {
    alignSelf: "flex-start",
    marginInlineStart: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
  },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    boxSizing: "border-box",
    minBlockSize: "48px",
    marginInline: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalS,
    border: "1px solid transparent",
    borderRadius: tokens.borderRadiusXLarge,
  },
  text: {
    // Where there is less, the button goes below.
    flexBasis: "120px",
    color: tokens.colorNeutralForeground3,
  },
  when: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  button: { flexShrink: 0, marginInlineStart: "auto" },
});

interface UpcomingDismissedProps {
  readonly meetings: readonly UpcomingMeeting[];
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly place: Place;
  /** The one row the Tab key comes to. */
  readonly stop: UpcomingMeeting | undefined;
  readonly onFocus: (id: string) => void;
  readonly onMenu: (id: string, opener: HTMLElement) => void;
}

/** What was put out of the way stays in reach until it is over. */
export function UpcomingDismissed(props: UpcomingDismissedProps) {
  const { meetings, isOpen, onToggle, stop, ...others } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  if (meetings.length === 0) return null;
  return (
    <>
      <Button
        id="show-dismissed"
        className={styles.toggle}
        appearance="subtle"
        size="small"
        icon={isOpen ? <ChevronUpRegular /> : <ChevronDownRegular />}
        iconPosition="after"
        aria-expanded={isOpen}
        onClick={onToggle}
      >
        {t("upcoming.dismissedCount", { count: meetings.length })}
      </Button>
      {isOpen && (
        <div role="grid" aria-label={t("upcoming.dismissedTitle")}>
          {meetings.map((meeting) => (
            <Row key={meeting.id} meeting={meeting} isStop={meeting === stop} {...others} />
          ))}
        </div>
      )}
    </>
  );
}

interface RowProps extends Pick<UpcomingDismissedProps, "place" | "onFocus" | "onMenu"> {
  readonly meeting: UpcomingMeeting;
  readonly isStop: boolean;
}

function Row({ meeting, isStop, place, onFocus, onMenu }: RowProps) {
  const row = useRowStyles();
  const styles = useStyles();
  const { t } = useTranslation();
  const { id, startAt } = meeting;
  const problem = useActionProblem(id);
  const subject = subjectOf(meeting.subject, t);
  const when = formatWhen(startAt, Date.now(), place, t);
  return (
    <div
      role="row"
      className={mergeClasses(styles.row, row.stop)}
      tabIndex={isStop ? 0 : -1}
      data-upcoming={id}
      aria-label={joinFacts([subject, when], t)}
      onFocus={() => onFocus(id)}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu(id, event.currentTarget);
      }}
    >
      <span role="gridcell" className={mergeClasses(row.text, styles.text)}>
        <span className={row.subject} dir="auto" title={subject}>
          {subject}
        </span>
        <span className={styles.when}>{when}</span>
        {problem && <span className={row.problem}>{problem.sentence}</span>}
      </span>
      <span role="gridcell" className={styles.button}>
        <Button
          size="small"
          tabIndex={-1}
          aria-label={t("upcoming.restoreNamed", { subject })}
          onClick={() => void restoreUpcoming(meeting, t)}
        >
          {t("upcoming.restore")}
        </Button>
      </span>
    </div>
  );
}
