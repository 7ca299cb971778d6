import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ClockRegular } from "@fluentui/react-icons/svg/clock";
import { useTranslation } from "react-i18next";

import type { InviteeTime } from "../../../main/contract/answers.ts";
import type { ScheduleDraft } from "../../../main/contract/drafts.ts";
import type { Invitee } from "../../../main/contract/event-draft.ts";
import { useAppState } from "../../use-app-state.ts";
import { clockText, standingText } from "./invitee-time-words.ts";
import { useInviteeTimes } from "./use-invitee-times.ts";

const useStyles = makeStyles({
  part: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXS,
    marginBlockStart: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: "anywhere",
  },
  // Its sign stands below the other signs.
  button: { alignSelf: "start", maxWidth: "none", marginInlineStart: "-8px" },
  list: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  // Of the time before, until the new ones are known.
  earlier: { opacity: 0.6 },
  line: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    gridTemplateAreas: '"name standing" "clock clock"',
    columnGap: tokens.spacingHorizontalS,
  },
  name: {
    gridArea: "name",
    // A name of the other direction begins where the others do.
    justifySelf: "start",
    maxInlineSize: "100%",
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    color: tokens.colorNeutralForeground1,
  },
  clock: { gridArea: "clock" },
  standing: { gridArea: "standing" },
  against: { color: tokens.colorNeutralForeground1 },
  problem: { color: tokens.colorStatusDangerForeground3 },
});

export interface InviteeTimesProps {
  readonly invitees: readonly Invitee[];
  readonly draft: ScheduleDraft;
}

/** When the meeting is for each of them, on their clock. Microsoft is asked when somebody presses for it. */
export function InviteeTimes({ invitees, draft }: InviteeTimesProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const locale = useAppState()?.locale ?? "en";
  const { isShown, isAsking, times, problem, toggle } = useInviteeTimes(invitees, draft, locale);
  return (
    <div className={styles.part}>
      <Button
        className={styles.button}
        size="small"
        appearance="subtle"
        icon={<ClockRegular />}
        onClick={toggle}
      >
        {t(isShown ? "event.timesHide" : "event.timesShow")}
      </Button>
      {isAsking && !isShown && <span>{t("event.timesAsking")}</span>}
      {isShown && times === null && <span>{t("event.timesWait")}</span>}
      {isShown && times !== null && (
        <ul
          className={mergeClasses(styles.list, isAsking && styles.earlier)}
          aria-label={t("event.timesOf")}
          aria-busy={isAsking}
        >
          {invitees.map((person) => (
            <Line
              key={person.address}
              person={person}
              time={times.find(({ address }) => address === person.address)}
              locale={locale}
            />
          ))}
        </ul>
      )}
      {problem !== "" && (
        <span className={styles.problem} dir="auto">
          {problem}
        </span>
      )}
    </div>
  );
}

interface LineProps {
  readonly person: Invitee;
  /** Nothing for somebody who was added since. */
  readonly time: InviteeTime | undefined;
  readonly locale: string;
}

function Line({ person, time, locale }: LineProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { standing = null } = time ?? {};
  const isAgainst = standing === "busy" || standing === "outside-hours";
  return (
    <li className={styles.line}>
      <bdi className={styles.name} title={person.address}>
        {person.name ?? person.address}
      </bdi>
      {time && (
        <span className={styles.clock}>
          <bdi>{clockText(time, locale, t)}</bdi>
        </span>
      )}
      {standing !== null && (
        <span className={mergeClasses(styles.standing, isAgainst && styles.against)}>
          {standingText(standing, t)}
        </span>
      )}
    </li>
  );
}
