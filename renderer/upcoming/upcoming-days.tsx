import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { type ComponentProps, type ReactNode, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { AppState } from "../../main/contract/state.ts";
import type { Upcoming, UpcomingDay, UpcomingMeeting } from "../../main/contract/upcoming.ts";
import { joinFacts } from "../i18n/joined.ts";
import { copyUpcoming } from "./upcoming-actions.ts";
import { useListPanelStyles } from "../ui/list/list-panel-styles.ts";
import { UpcomingDismissed } from "./upcoming-dismissed.tsx";
import { UpcomingMenu } from "./upcoming-menu.tsx";
import { UpcomingRow } from "./upcoming-row.tsx";
import { dayTitle, formatSince, subjectOf } from "./upcoming-words.ts";
import { useFocusAfter, useFocusInList } from "./use-focus.ts";
import { useEveryMinute } from "./use-every-minute.ts";
import { useRefresh } from "./use-refresh.ts";
import { useUpcomingKeys } from "./use-upcoming-keys.ts";

const useStyles = makeStyles({
  top: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    paddingInlineStart: tokens.spacingHorizontalL,
    paddingInlineEnd: tokens.spacingHorizontalS,
  },
  day: {
    margin: 0,
    paddingBlock: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  muted: {
    paddingInline: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  sentence: {
    flexGrow: 1,
    flexBasis: 0,
    paddingBlock: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  refresh: {
    marginInlineStart: "auto",
    minInlineSize: 0,
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
  },
});

type Shown = Extract<Upcoming, { kind: "shown" }>;

interface UpcomingDaysProps {
  readonly upcoming: Shown;
  readonly state: AppState;
}

interface OpenMenu {
  readonly kind: "menu" | "copy";
  readonly id: string;
  readonly opener: HTMLElement;
}

/** The row the Tab key comes to: coming back from another tab finds it again. */
let kept = "";

export function UpcomingDays({ upcoming, state }: UpcomingDaysProps) {
  const { scroller } = useListPanelStyles();
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(kept);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const [showsDismissed, setShowsDismissed] = useState(false);
  useEveryMinute(state.popupShown);

  const { days, dismissed, isStale } = upcoming;
  const planned = days.flatMap(({ rows }) => rows);
  const meetings = showsDismissed ? [...planned, ...dismissed] : planned;
  const open = (id: string, opener: HTMLElement) => setMenu({ kind: "menu", id, opener });
  const keep = (id: string) => {
    kept = id;
    setCurrent(id);
  };
  const find = (id: string | undefined) => meetings.find((one) => one.id === id);
  const stop = find(current) ?? meetings[0];
  const onKeyDown = useUpcomingKeys(list, meetings, state.platform, {
    onMenu: open,
    onCopyAs: (id, opener) => setMenu({ kind: "copy", id, opener }),
    onCopy(id) {
      const meeting = find(id);
      if (meeting) void copyUpcoming(meeting, "link", t);
    },
  });
  const meeting = find(menu?.id);

  useFocusAfter(menu?.opener ?? null);
  useFocusInList(list, current !== "" && !find(current), dismissed.length);

  const refresh = <Refresh upcoming={upcoming} state={state} />;
  const hasFirstLine = isStale || days.length === 0;
  return (
    <>
      {hasFirstLine && <FirstLine upcoming={upcoming} state={state} refresh={refresh} />}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the rows inside take the focus; this only hears their keys */}
      <div className={scroller} ref={list} onKeyDown={onKeyDown}>
        {days.map((day) => (
          <Day
            key={day.date}
            day={day}
            state={state}
            refresh={day === days[0] && !hasFirstLine && refresh}
            stop={stop}
            onFocus={keep}
            onMenu={open}
          />
        ))}
        <UpcomingDismissed
          meetings={dismissed}
          isOpen={showsDismissed}
          onToggle={() => setShowsDismissed(!showsDismissed)}
          place={state}
          stop={stop}
          onFocus={keep}
          onMenu={open}
        />
      </div>
      {menu && meeting && (
        <UpcomingMenu
          meeting={meeting}
          isDismissed={dismissed.includes(meeting)}
          kind={menu.kind}
          opener={menu.opener}
          platform={state.platform}
          onClose={() => setMenu(null)}
        />
      )}
    </>
  );
}

interface DayProps extends Pick<ComponentProps<typeof UpcomingRow>, "onFocus" | "onMenu"> {
  readonly day: Shown["days"][number];
  readonly state: AppState;
  readonly refresh: ReactNode;
  readonly stop: UpcomingMeeting | undefined;
}

function Day({ day, state, refresh, stop, onFocus, onMenu }: DayProps) {
  const styles = useStyles();
  const title = useId();
  const { t } = useTranslation();
  return (
    <div>
      <div className={styles.top}>
        <h2 id={title} className={styles.day}>
          {dayTitle(day, state, t)}
        </h2>
        {refresh}
      </div>
      <AllDay day={day} />
      {day.rows.length > 0 && (
        <div role="grid" aria-labelledby={title}>
          {day.rows.map((row) => (
            <UpcomingRow
              key={row.id}
              meeting={row}
              isToday={day.daysAway === 0}
              place={state}
              isStop={row === stop}
              onFocus={onFocus}
              onMenu={onMenu}
            />
          ))}
        </div>
      )}
    </div>
  );
}

/** That what is shown may be old, or that there is nothing to show. */
function FirstLine({ upcoming, state, refresh }: UpcomingDaysProps & { refresh: ReactNode }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { days, isStale, updatedAt } = upcoming;
  const time = formatSince(updatedAt, Date.now(), state, t);
  const sentence = isStale ? t("upcoming.stale", { time }) : t("upcoming.nothing");
  return (
    <>
      <div className={styles.top}>
        <span className={styles.sentence}>{sentence}</span>
        {refresh}
      </div>
      {isStale && days.length === 0 && <div className={styles.muted}>{t("upcoming.nothing")}</div>}
    </>
  );
}

function Refresh({ upcoming, state }: UpcomingDaysProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { isBusy, refresh } = useRefresh(state);
  const time = formatSince(upcoming.updatedAt, Date.now(), state, t);
  const label = upcoming.isStale ? t("upcoming.tryAgain") : t("upcoming.updated", { time });
  return (
    <Button
      id="refresh-upcoming"
      className={styles.refresh}
      appearance="subtle"
      size="small"
      title={t("upcoming.refresh")}
      disabledFocusable={isBusy}
      onClick={refresh}
    >
      {isBusy ? t("upcoming.updating") : label}
    </Button>
  );
}

/** One quiet line: nobody joins a day. */
function AllDay({ day }: { readonly day: UpcomingDay }) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (day.allDay.length === 0) return null;
  const subjects = joinFacts(
    day.allDay.map(({ subject }) => subjectOf(subject, t)),
    t,
  );
  return <div className={styles.muted}>{t("upcoming.allDay", { subjects })}</div>;
}
