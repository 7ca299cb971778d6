import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { LinkRegular } from "@fluentui/react-icons/svg/link";
import { useDeferredValue, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Meeting } from "../../main/contract/meeting.ts";
import type { AppState } from "../../main/contract/state.ts";
import { dropWithLeavers } from "../ui/leftovers.ts";
import { groupByDay } from "../meeting/days.ts";
import { RecentRow } from "./recent-row.tsx";
import { SearchField } from "./search-field.tsx";
import { useListed } from "./use-listed.ts";
import { useListPanelStyles } from "../ui/list/list-panel-styles.ts";
import { useRowKeys } from "./use-row-keys.ts";

/** More than fills any window, few enough to be drawn at once. */
const pageSize = 60;
/** As many as the window shows at most. */
const inSight = 12;

const useStyles = makeStyles({
  /** Beside the tabs; the field needs a line of its own. */
  search: { justifySelf: "end", paddingInlineEnd: tokens.spacingHorizontalM },
  searching: {
    gridColumnStart: 1,
    gridColumnEnd: -1,
    display: "flex",
    paddingInline: tokens.spacingHorizontalXS,
    paddingBlock: tokens.spacingVerticalXS,
  },
  day: {
    margin: 0,
    paddingInline: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  empty: {
    paddingInline: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalM,
    color: tokens.colorNeutralForeground3,
    overflowWrap: "anywhere",
  },
  icon: { color: tokens.colorNeutralForeground3 },
  more: { display: "flex", marginInline: "auto", marginBlock: tokens.spacingVerticalS },
});

interface Look {
  readonly query: string | null;
  readonly shown: number;
  /** The row the Tab key comes to. */
  readonly current: string | null;
}

/** What was looked for and how far: coming back from the details finds it again. */
const fresh: Look = { query: null, shown: pageSize, current: null };
let kept = fresh;
dropWithLeavers(() => {
  kept = fresh;
});

const focusFirst = (list: HTMLElement | null) =>
  list?.querySelector<HTMLElement>("[data-meeting]")?.focus();

export function RecentList({ state }: { readonly state: AppState }) {
  const { panel, middle, scroller } = useListPanelStyles();
  const styles = useStyles();
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const [{ query, shown, current }, setLook] = useState(kept);
  const look = (change: Partial<Look>) => {
    kept = { ...kept, ...change };
    setLook(kept);
  };

  // What is in sight comes first; the rest of the page, and of what was typed, when there is time.
  const { meetings, found, query: wanted } = useListed(state, query ?? "", shown);
  const place = meetings.findIndex(({ id }) => id === current);
  const rows = meetings.slice(0, useDeferredValue(shown, Math.max(inSight, place + 1)));
  const now = Date.now();
  const stop = rows.find(({ id }) => id === current) ?? rows[0];
  const onKeyDown = useRowKeys(list, rows, state);
  const onFocus = (id: string) => look({ current: id });

  const typed = (query ?? "").trim();
  /** Down, sooner than what was typed is drawn: the focus waits for it. */
  const isLeaving = useRef(false);
  useEffect(() => {
    if (!isLeaving.current || wanted !== typed) return;
    isLeaving.current = false;
    focusFirst(list.current);
  }, [wanted, typed]);
  function leave(): void {
    if (wanted === typed) focusFirst(list.current);
    else isLeaving.current = true;
  }

  return (
    <>
      {state.listed > 0 && (
        <div className={query === null ? styles.search : styles.searching}>
          <SearchField
            query={query}
            found={found}
            platform={state.platform}
            onChange={(next) => look({ query: next, shown: pageSize })}
            onLeave={leave}
          />
        </div>
      )}
      <div id="home-list" className={panel} role="tabpanel" aria-labelledby="tab-recent">
        {state.listed === 0 && (
          <div className={middle}>
            <LinkRegular className={styles.icon} fontSize={32} aria-hidden />
            <span>{t("home.empty")}</span>
          </div>
        )}
        {state.listed > 0 && found === 0 && (
          <div className={styles.empty}>{t("home.noResult", { query: typed })}</div>
        )}
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the rows inside take the focus; this only hears their keys */}
        <div className={scroller} ref={list} onKeyDown={onKeyDown}>
          {groupByDay(rows, now, state, t).map((day) => (
            <Day key={day.key} day={day} state={state} stop={stop} onFocus={onFocus} />
          ))}
          {found > shown && (
            <Button
              className={styles.more}
              appearance="subtle"
              onClick={() => look({ shown: shown + pageSize })}
            >
              {t("home.showMore", { count: Math.min(pageSize, found - shown) })}
            </Button>
          )}
        </div>
      </div>
    </>
  );
}

interface DayProps {
  readonly day: ReturnType<typeof groupByDay>[number];
  readonly state: AppState;
  /** The row that Tab leads to. */
  readonly stop: Meeting | undefined;
  readonly onFocus: (id: string) => void;
}

function Day({ day, state, stop, onFocus }: DayProps) {
  const styles = useStyles();
  const title = useId();
  return (
    <div>
      <h2 id={title} className={styles.day}>
        {day.title}
      </h2>
      {/* A grid and no list: in one, screen readers hand the arrow keys to the app. */}
      <div role="grid" aria-labelledby={title}>
        {day.meetings.map((meeting) => (
          <RecentRow
            key={meeting.id}
            meeting={meeting}
            state={state}
            isNewest={meeting === state.recent[0]}
            isStop={meeting === stop}
            onFocus={onFocus}
          />
        ))}
      </div>
    </div>
  );
}
