import { Button, makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import { PinFilled, PinRegular } from "@fluentui/react-icons/svg/pin";
import { SettingsRegular } from "@fluentui/react-icons/svg/settings";
import { useTranslation } from "react-i18next";

import type { Account, AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { spokenShortcut } from "../keys/key-text.ts";
import { ProblemLine } from "../ui/problem-line.tsx";
import { type Attempt, useAttempt } from "../ui/state/use-attempt.ts";
import { AccountSwitcher } from "./account-switcher.tsx";

const useStyles = makeStyles({
  header: {
    display: "flex",
    alignItems: "center",
    // Who organises is read whole: the buttons stand close.
    gap: tokens.spacingHorizontalXXS,
    minBlockSize: "52px",
    flexShrink: 0,
    paddingInline: tokens.spacingHorizontalM,
  },
  problem: { display: "flex", paddingInline: tokens.spacingHorizontalL },
  name: {
    flexGrow: 1,
    paddingInlineStart: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase300,
  },
});

interface HeaderProps {
  readonly state: AppState;
  readonly account: Account | null;
}

/** Who organises: on every screen that can make something. */
export function Header({ state, account }: HeaderProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { attempt, problem } = useAttempt();
  return (
    <>
      <header className={styles.header}>
        {account ? (
          <AccountSwitcher state={state} account={account} attempt={attempt} />
        ) : (
          <span className={styles.name}>{t("app.title")}</span>
        )}
        {account && state.presentation === "popup" && <Pin state={state} attempt={attempt} />}
        <Tooltip content={t("home.settings")} relationship="label">
          <Button
            appearance="subtle"
            icon={<SettingsRegular />}
            aria-keyshortcuts={spokenShortcut("settings", state.platform)}
            onClick={() => void app.openSettings()}
          />
        </Tooltip>
      </header>
      {problem !== null && (
        <div className={styles.problem}>
          <ProblemLine problem={problem} />
        </div>
      )}
    </>
  );
}

interface PinProps {
  readonly state: AppState;
  readonly attempt: Attempt["attempt"];
}

/** Whoever looks back and forth between this and another window keeps it in sight. */
function Pin({ state: { settings }, attempt }: PinProps) {
  const { t } = useTranslation();
  const { keepOpen } = settings;
  return (
    <Tooltip content={t("home.keepOpen")} relationship="label">
      <Button
        appearance="subtle"
        icon={keepOpen ? <PinFilled /> : <PinRegular />}
        aria-pressed={keepOpen}
        onClick={() => void attempt(app.changeSettings({ keepOpen: !keepOpen }), null)}
      />
    </Tooltip>
  );
}
