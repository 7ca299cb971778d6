import {
  makeStyles,
  MenuButton,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  tokens,
} from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { meetingDefaults } from "../../main/contract/defaults.ts";
import { findPreset, offeredPresets } from "../../main/contract/presets.ts";
import type { Account, AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { formatDuration } from "../format.ts";
import { itemHint } from "../ui/list/item-words.ts";
import { MenuBelow } from "../ui/list/menu-below.tsx";
import { presetName, presetSummary } from "../ui/option-words.ts";
import { ProblemLine } from "../ui/problem-line.tsx";
import { useAttempt } from "../ui/state/use-attempt.ts";

const useStyles = makeStyles({
  line: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    flexWrap: "wrap",
  },
  label: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  button: { minInlineSize: 0, paddingInlineEnd: 0, marginInlineStart: "auto" },
  item: { maxInlineSize: "none", overflowWrap: "anywhere" },
});

interface PresetLineProps {
  readonly state: AppState;
  readonly account: Account;
}

/** What new meetings begin with, and the way to something else. */
export function PresetLine({ state, account }: PresetLineProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { settings, accounts } = state;
  const { presetId, durationMinutes } = meetingDefaults(state, account);
  const preset = presetName(findPreset(settings.presets, presetId), t);
  const duration = formatDuration(durationMinutes, t);
  const { attempt, problem } = useAttempt();

  async function choose(chosen: string | undefined): Promise<void> {
    if (chosen === undefined || chosen === presetId) return;
    const key = accounts.find((known) => known.account.id === account.id)?.key ?? "";
    const own = settings.accountDefaults[key];
    const name = presetName(findPreset(settings.presets, chosen), t);
    await attempt(
      app.changeAccountDefaults({ ...own, accountId: account.id, presetId: chosen }),
      t("home.presetNow", { name }),
    );
  }

  return (
    <div className={styles.line}>
      <span className={styles.label} id="preset-label">
        {t("home.preset")}
      </span>
      <MenuBelow
        align="end"
        checkedValues={{ preset: [presetId] }}
        onCheckedValueChange={(_event, { checkedItems }) => void choose(checkedItems[0])}
        button={
          <MenuButton
            id="preset"
            className={styles.button}
            appearance="transparent"
            size="small"
            aria-labelledby="preset-label preset-value"
          >
            <span id="preset-value">{t("home.presetValue", { preset, duration })}</span>
          </MenuButton>
        }
      >
        {offeredPresets(settings.presets).map((offered) => (
          <MenuItemRadio
            key={offered.id}
            className={styles.item}
            name="preset"
            value={offered.id}
            {...itemHint(presetSummary(offered, t))}
          >
            {presetName(offered, t)}
          </MenuItemRadio>
        ))}
        <MenuDivider />
        <MenuItem className={styles.item} onClick={() => void app.openSettings()}>
          {t("home.editPresets")}
        </MenuItem>
      </MenuBelow>
      <ProblemLine problem={problem} />
    </div>
  );
}
