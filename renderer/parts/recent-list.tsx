import { Button, makeStyles, mergeClasses, tokens, Tooltip } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { LinkRegular } from "@fluentui/react-icons/svg/link";
import { OpenRegular } from "@fluentui/react-icons/svg/open";
import type { TFunction } from "i18next";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { AppState, Meeting } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { errorText } from "../error-text.ts";
import { formatWhen } from "../format.ts";
import { announce } from "./announcer.tsx";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", minBlockSize: 0, flexGrow: 1 },
  heading: {
    margin: 0,
    paddingInline: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalS,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    overflowY: "auto",
    flexGrow: 1,
  },
  row: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    minBlockSize: "48px",
    paddingInline: tokens.spacingHorizontalL,
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  tile: {
    inlineSize: "32px",
    blockSize: "32px",
    flexShrink: 0,
    display: "grid",
    placeItems: "center",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground6,
  },
  newest: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
  },
  text: { flexGrow: 1, minInlineSize: 0, display: "flex", flexDirection: "column" },
  line: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  meta: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  empty: {
    paddingInline: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalM,
    color: tokens.colorNeutralForeground3,
  },
});

export function RecentList({ state }: { readonly state: AppState }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState(0);
  const { recent } = state;

  /** One tab stop; the arrows move between rows. */
  function move(event: KeyboardEvent): void {
    const steps: Partial<Record<string, number>> = {
      ArrowDown: Math.min(current + 1, recent.length - 1),
      ArrowUp: Math.max(current - 1, 0),
      Home: 0,
      End: recent.length - 1,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next);
    const row = list.current?.children[next];
    if (row instanceof HTMLElement) row.focus();
  }

  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{t("home.recent")}</h2>
      {recent.length === 0 ? (
        <div className={styles.empty}>{t("home.empty")}</div>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the rows inside take the focus; this only moves it
        <ul className={styles.list} ref={list} onKeyDown={move}>
          {recent.map((meeting, index) => (
            <Row
              key={meeting.id}
              meeting={meeting}
              state={state}
              isNewest={index === 0}
              isCurrent={index === Math.min(current, recent.length - 1)}
              onFocus={() => setCurrent(index)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface RowProps {
  readonly meeting: Meeting;
  readonly state: AppState;
  readonly isNewest: boolean;
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
}

function Row({ meeting, state, isNewest, isCurrent, onFocus }: RowProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { id, subject } = meeting;
  const when = t("home.row", { when: formatWhen(meeting.createdAt, Date.now(), state, t) });

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the one tab stop of the list; it only notes where the focus is
    <li
      className={styles.row}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the one tab stop of the list
      tabIndex={isCurrent ? 0 : -1}
      data-meeting={id}
      aria-label={`${subject}, ${when}`}
      onFocus={onFocus}
    >
      <span className={mergeClasses(styles.tile, isNewest && styles.newest)} aria-hidden>
        <LinkRegular fontSize={20} />
      </span>
      <span className={styles.text}>
        <span className={styles.line} title={subject}>
          <bdi>{subject}</bdi>
        </span>
        <span className={mergeClasses(styles.line, styles.meta)}>{when}</span>
      </span>
      <Tooltip content={t("home.copyLink")} relationship="description">
        <Button
          appearance="subtle"
          icon={<CopyRegular />}
          aria-label={t("home.copyLinkTo", { subject })}
          onClick={() => void copyLink(meeting, t)}
        />
      </Tooltip>
      <Tooltip content={t("created.openInTeams")} relationship="description">
        <Button
          appearance="subtle"
          icon={<OpenRegular />}
          aria-label={t("home.openInTeamsNamed", { subject })}
          onClick={() => void app.openMeeting({ id })}
        />
      </Tooltip>
    </li>
  );
}

/** Copies and says so. */
export async function copyLink({ id, subject }: Meeting, t: TFunction): Promise<void> {
  const result = await app.copyMeeting({ id });
  announce(result.ok ? t("home.copied", { subject }) : errorText(result.error, t).title);
}
