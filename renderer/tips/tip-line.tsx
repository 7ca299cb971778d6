import { Button, makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { LightbulbRegular } from "@fluentui/react-icons/svg/lightbulb";
import { useTranslation } from "react-i18next";

import { type Tip, tips } from "../../main/contract/settings/tips.ts";
import type { AppState } from "../../main/contract/state.ts";
import { listKeys } from "../keys/listed-keys.ts";
import { openLine } from "../typed-line/line.ts";
import { createExternalValue } from "../ui/state/external-value.ts";
import { seeTip } from "./seen-tips.ts";

const useStyles = makeStyles({
  line: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  icon: { flexShrink: 0 },
  tip: { flexGrow: 1, minInlineSize: 0, overflowWrap: "anywhere" },
  use: {
    flexGrow: 1,
    justifyContent: "flex-start",
    minInlineSize: 0,
    maxWidth: "none",
    paddingInline: 0,
    textAlign: "start",
    color: "inherit",
    fontWeight: tokens.fontWeightRegular,
  },
});

/** One at a time, and after one was put away none for the rest of the day's work. */
const isQuiet = createExternalValue(false);

/** One thing that is easily overlooked, said once. */
export function TipLine({ state }: { readonly state: AppState }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const tip = tipFor(state);
  if (isQuiet.useValue() || tip === null) return null;
  const use = uses[tip];

  function putAway(): void {
    isQuiet.set(true);
    if (tip) void seeTip(tip, state);
    // The button goes with its tip.
    document.querySelector<HTMLElement>("#meet-now")?.focus();
  }

  return (
    <div className={styles.line}>
      <LightbulbRegular className={styles.icon} fontSize={16} aria-hidden />
      {use ? (
        <Button className={styles.use} size="small" appearance="transparent" onClick={use}>
          {t(`tips.${tip}`)}
        </Button>
      ) : (
        <span className={styles.tip}>{t(`tips.${tip}`)}</span>
      )}
      <Tooltip content={t("tips.putAway")} relationship="label">
        <Button size="small" appearance="subtle" icon={<DismissRegular />} onClick={putAway} />
      </Tooltip>
    </div>
  );
}

/** What pressing a tip does, where that shows what it speaks of. */
const uses: Readonly<Record<Tip, (() => void) | null>> = {
  type: () => openLine(),
  ready: null,
  keys: () => void listKeys(),
};

const isTrue: Readonly<Record<Tip, (state: AppState) => boolean>> = {
  type: () => true,
  ready: ({ linkReady }) => linkReady,
  keys: ({ recent }) => recent.length > 0,
};

function tipFor(state: AppState): Tip | null {
  const { seenTips } = state.settings;
  return tips.find((tip) => !seenTips.includes(tip) && isTrue[tip](state)) ?? null;
}
