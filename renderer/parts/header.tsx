import { Avatar, Button, makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import { SettingsRegular } from "@fluentui/react-icons/svg/settings";
import { useTranslation } from "react-i18next";

import type { Account } from "../../main/contract/state.ts";
import { app } from "../app.ts";

const useStyles = makeStyles({
  header: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    minBlockSize: "52px",
    paddingInline: tokens.spacingHorizontalL,
  },
  who: { flexGrow: 1, minInlineSize: 0, display: "flex", flexDirection: "column" },
  name: {
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  organiser: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
});

/** Who organises: on every screen that can make something. */
export function Header({ account }: { readonly account: Account | null }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <header className={styles.header}>
      {account && <Avatar aria-hidden name={account.name} color="lavender" size={32} />}
      <div className={styles.who}>
        <span className={styles.name}>
          <bdi>{account?.name ?? t("app.title")}</bdi>
        </span>
        {account && (
          <span className={styles.organiser} title={account.username}>
            {t("home.organiser", { username: account.username })}
          </span>
        )}
      </div>
      <Tooltip content={t("home.settings")} relationship="label">
        <Button
          appearance="subtle"
          icon={<SettingsRegular />}
          onClick={() => void app.openSettings()}
        />
      </Tooltip>
    </header>
  );
}
