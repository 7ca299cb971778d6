import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CalendarLtrRegular } from "@fluentui/react-icons/svg/calendar-ltr";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { LinkRegular } from "@fluentui/react-icons/svg/link";
import type { TFunction } from "i18next";
import { memo } from "react";
import { useTranslation } from "react-i18next";

import type { Leaving, Meeting } from "../../main/contract/meeting.ts";
import type { AppState } from "../../main/contract/state.ts";
import { formatTime, formatWhen } from "../format.ts";
import { formatLabel, isExpired, lifeNow, usualFormat, whyNot } from "../meeting/copy-words.ts";
import { formatDay } from "../meeting/days.ts";
import {
  copyMeeting,
  forgetMeeting,
  keepMeeting,
  useActionProblem,
} from "../meeting/meeting-actions.ts";
import { openOverlay } from "../meeting/overlay.ts";
import { MoreButton } from "../ui/list/more-button.tsx";
import { useRowStyles } from "../ui/list/row-styles.ts";
import { joinFacts } from "../i18n/joined.ts";
import { useNow } from "../ui/use-now.ts";

const useStyles = makeStyles({
  row: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    minBlockSize: "48px",
    paddingInlineStart: tokens.spacingHorizontalL,
    paddingInlineEnd: tokens.spacingHorizontalM,
  },
  tile: {
    inlineSize: "32px",
    blockSize: "32px",
    flexShrink: 0,
    display: "grid",
    placeItems: "center",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground6,
    marginInlineEnd: tokens.spacingHorizontalS,
  },
  newest: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
  },
  meta: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  crossed: { textDecorationLine: "line-through" },
  buttons: { display: "flex", flexShrink: 0, gap: tokens.spacingHorizontalXS },
  button: { flexShrink: 0 },
});

interface RowProps {
  readonly meeting: Meeting;
  readonly state: AppState;
  readonly isNewest: boolean;
  /** The one row the Tab key comes to. */
  readonly isStop: boolean;
  readonly onFocus: (id: string) => void;
}

/** Every state is a copy that came over IPC, so what is drawn is compared, not which object it is. */
const drawn = ({ meeting, state, isNewest, isStop }: RowProps): string => {
  const { leaving, language, locale, timeZone, settings } = state;
  const place = [language, locale, timeZone, settings.copyFormat, quarterHour()];
  return JSON.stringify([
    meeting,
    leaving.find(({ id }) => id === meeting.id),
    isNewest,
    isStop,
    place,
  ]);
};
/** "Today" is true for so long. */
const quarterHour = () => Math.floor(Date.now() / 900_000);

export const RecentRow = memo(Row, (before, after) => drawn(before) === drawn(after));

function Row({ meeting, state, isNewest, isStop, onFocus }: RowProps) {
  const row = useRowStyles();
  const styles = useStyles();
  const { t } = useTranslation();
  const { id, subject } = meeting;
  const problem = useActionProblem(id);
  const leaving = state.leaving.find((one) => one.id === id) ?? null;
  const ticking = useNow(leaving !== null);
  const now = leaving === null ? Date.now() : ticking;
  const facts = factsOf(meeting, leaving, now, state, t);
  const isAhead = isPlanned(meeting);
  const at = isAhead ? meeting.startAt : meeting.createdAt;
  const when = formatWhen(at, now, state, t);
  // The list is by the day on which each was made.
  const shown = isAhead ? when : formatTime(at, state);
  const line = [shown, ...facts].join(" · ");

  return (
    <div
      role="row"
      className={mergeClasses(styles.row, row.stop)}
      tabIndex={isStop ? 0 : -1}
      data-meeting={id}
      aria-label={joinFacts([subject, when, ...facts], t)}
      onFocus={() => onFocus(id)}
      onContextMenu={(event) => {
        event.preventDefault();
        if (!leaving) openOverlay({ kind: "menu", id, opener: event.currentTarget });
      }}
    >
      <span className={mergeClasses(styles.tile, isNewest && styles.newest)} aria-hidden>
        {meeting.kind === "event" ? (
          <CalendarLtrRegular fontSize={20} />
        ) : (
          <LinkRegular fontSize={20} />
        )}
      </span>
      <span role="gridcell" className={row.text}>
        <span
          className={mergeClasses(row.subject, leaving !== null && styles.crossed)}
          dir="auto"
          title={subject}
        >
          {subject}
        </span>
        <span className={mergeClasses(row.subject, styles.meta)} dir="auto" title={line}>
          {line}
        </span>
        {problem && <span className={row.problem}>{problem.sentence}</span>}
      </span>
      <span role="gridcell" className={styles.buttons}>
        {leaving ? (
          <Undo meeting={meeting} canUndo={leaving.endsAt > now} />
        ) : (
          <Buttons meeting={meeting} state={state} />
        )}
      </span>
    </div>
  );
}

/** What is worth saying beside its time, the most urgent alone. */
function factsOf(
  meeting: Meeting,
  leaving: Leaving | null,
  now: number,
  state: AppState,
  t: TFunction,
): string[] {
  const { isGone, isSettling, expiresAt, createdAt } = meeting;
  if (leaving) return [t(`home.fact.${leaving.endsAt > now ? "cancelled" : "ends"}`)];
  if (isGone) return [t("home.fact.gone")];
  if (isExpired(meeting, now)) return [t("home.fact.expired")];
  const facts = meeting.kind === "event" ? eventFacts(meeting, t) : [];
  // What runs out is worth more than when it was made; for both there is no room.
  if (expiresAt !== null && lifeNow(meeting, now) === "expires-soon")
    facts.push(t("home.fact.expires", { date: formatDay(expiresAt, now, state) }));
  else if (isPlanned(meeting))
    facts.push(t("home.fact.created", { when: formatTime(createdAt, state) }));
  if (facts.length === 0) facts.push(t("home.fact.linkOnly"));
  if (isSettling) facts.push(t("home.fact.updating"));
  return facts;
}

const eventFacts = ({ inviteeCount: count, repeats }: Meeting, t: TFunction): string[] => [
  t(repeats ? "event.series" : "event.single"),
  ...(count > 0 ? [t("event.invitedCount", { count })] : []),
];

/** For another time than that at which it was made. */
const isPlanned = ({ startAt, createdAt }: Meeting): boolean =>
  Math.abs(startAt - createdAt) > 60_000;

function Undo({ meeting, canUndo }: { readonly meeting: Meeting; readonly canUndo: boolean }) {
  const { t } = useTranslation();
  const styles = useStyles();
  if (!canUndo) return null;
  return (
    <Button
      className={styles.button}
      size="small"
      tabIndex={-1}
      aria-label={t("home.undoNamed", { subject: meeting.subject })}
      onClick={(event) => {
        // The button goes; the row stays.
        event.currentTarget.closest<HTMLElement>("[data-meeting]")?.focus();
        void keepMeeting(meeting, t);
      }}
    >
      {t("created.undo")}
    </Button>
  );
}

function Buttons({ meeting, state }: { readonly meeting: Meeting; readonly state: AppState }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { id, subject } = meeting;
  const copyFormat = usualFormat(meeting, state);
  const why = whyNot(meeting, copyFormat, Date.now(), t);
  const format = formatLabel(copyFormat, t);
  const isLink = copyFormat === "link";
  return (
    <>
      <Button
        className={styles.button}
        appearance="subtle"
        tabIndex={-1}
        icon={<CopyRegular />}
        disabledFocusable={why !== null}
        // Fluent's own tooltips would cost more than all the rest of the row.
        title={why ?? (isLink ? t("home.copyLink") : t("copyAs.copy", { format }))}
        aria-label={
          isLink ? t("home.copyLinkTo", { subject }) : t("copyAs.copyNamed", { format, subject })
        }
        onClick={() => void copyMeeting(meeting, null, state, t)}
      />
      {meeting.isGone ? (
        <Button
          className={styles.button}
          appearance="subtle"
          tabIndex={-1}
          icon={<DismissRegular />}
          title={t("home.remove")}
          aria-label={t("home.removeNamed", { subject })}
          onClick={() => void forgetMeeting(meeting, t)}
        />
      ) : (
        <MoreButton
          subject={subject}
          onOpen={(opener) => openOverlay({ kind: "menu", id, opener })}
        />
      )}
    </>
  );
}
