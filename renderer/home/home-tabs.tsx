import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";

import type { AppState } from "../../main/contract/state.ts";
import { spokenShortcut } from "../keys/key-text.ts";
import { chooseTab, goToTab, type HomeTab } from "./home-tab.ts";

const useStyles = makeStyles({
  tabs: { display: "flex", gap: tokens.spacingHorizontalM },
  tab: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    minBlockSize: "40px",
    paddingInline: tokens.spacingHorizontalXXS,
    border: "3px solid transparent",
    borderInlineStartWidth: 0,
    borderInlineEndWidth: 0,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    font: "inherit",
    cursor: "pointer",
    ":hover": { borderBlockEndColor: tokens.colorNeutralStroke1Hover },
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBlockEndColor: tokens.colorCompoundBrandStroke,
    ":hover": { borderBlockEndColor: tokens.colorCompoundBrandStroke },
    "@media (forced-colors: active)": {
      backgroundColor: "Highlight",
      color: "HighlightText",
      forcedColorAdjust: "none",
    },
  },
  label: {
    display: "flex",
    flexDirection: "column",
    // As wide as when it is chosen, so that nothing moves then.
    "::after": {
      content: "attr(data-label) / ''",
      blockSize: 0,
      overflow: "hidden",
      visibility: "hidden",
      fontWeight: tokens.fontWeightSemibold,
    },
  },
  count: {
    minInlineSize: "12px",
    paddingInline: tokens.spacingHorizontalXS,
    textAlign: "center",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground6,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    "@media (forced-colors: active)": { backgroundColor: "transparent" },
  },
});

interface HomeTabsProps {
  readonly tab: HomeTab;
  readonly state: Pick<AppState, "upcoming" | "listed" | "platform">;
}

/** Two buttons: Fluent's own tabs would be the largest part of the first chunk that nobody needs. */
export function HomeTabs({ tab, state: { upcoming, listed, platform } }: HomeTabsProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const count = upcoming.kind === "shown" ? upcoming.joinableCount : 0;

  function button(which: HomeTab, label: string, spoken: { name?: string; more?: string }) {
    const isChosen = which === tab;
    return (
      <button
        id={`tab-${which}`}
        type="button"
        role="tab"
        aria-selected={isChosen}
        aria-controls="home-list"
        aria-label={spoken.name}
        // oxlint-disable-next-line jsx-a11y/role-supports-aria-props -- every role takes a description
        aria-description={spoken.more}
        aria-keyshortcuts={spokenShortcut(which, platform)}
        tabIndex={isChosen ? 0 : -1}
        className={mergeClasses(styles.tab, isChosen && styles.chosen)}
        onClick={() => chooseTab(which)}
      >
        <span className={styles.label} data-label={label}>
          {label}
        </span>
        {which === "upcoming" && count > 0 && <span className={styles.count}>{count}</span>}
      </button>
    );
  }
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its tabs take the focus
    <div className={styles.tabs} role="tablist" onKeyDown={(event) => move(event, tab)}>
      {button("recent", t("home.recent"), { name: t("home.recentCounted", { count: listed }) })}
      {button(
        "upcoming",
        t("upcoming.title"),
        count > 0 ? { more: t("upcoming.counted", { count }) } : {},
      )}
    </div>
  );
}

/** There are two, so both arrows go to the other one, whichever way the language reads; Down goes into the list. */
function move(event: KeyboardEvent, tab: HomeTab): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const next = nextTab(event.key, tab);
  if (next === null && event.key !== "ArrowDown") return;
  event.preventDefault();
  if (next === null) document.querySelector<HTMLElement>(stopOfList)?.focus();
  else goToTab(next);
}

/** The row that Tab would come to, past the search. */
const stopOfList = "#home-list [role='row'][tabindex='0']";

function nextTab(key: string, tab: HomeTab): HomeTab | null {
  switch (key) {
    case "ArrowLeft":
    case "ArrowRight":
      return tab === "recent" ? "upcoming" : "recent";
    case "Home":
      return "recent";
    case "End":
      return "upcoming";
    default:
      return null;
  }
}
