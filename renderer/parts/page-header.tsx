import { Button, makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import { useTranslation } from "react-i18next";

import { app } from "../app.ts";

const useStyles = makeStyles({
  header: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    minBlockSize: "52px",
    flexShrink: 0,
    paddingInline: tokens.spacingHorizontalL,
  },
  heading: {
    flexGrow: 1,
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  back: { ":dir(rtl) svg": { transform: "scaleX(-1)" } },
});

/** The way back to the list, and where one is. */
export function PageHeader({ title }: { readonly title: string }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <header className={styles.header}>
      <Tooltip content={t("home.back")} relationship="label">
        <Button
          className={styles.back}
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          onClick={() => void app.navigate({ view: "home" })}
        />
      </Tooltip>
      <h1 className={styles.heading}>{title}</h1>
    </header>
  );
}
