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
  titles: { flexGrow: 1, minInlineSize: 0 },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: "anywhere",
    hyphens: "auto",
  },
  below: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  back: { ":dir(rtl) svg": { transform: "scaleX(-1)" } },
});

interface PageHeaderProps {
  readonly title: string;
  /** A quiet line below the title. */
  readonly below?: string;
  /** Home, where nothing else is said. */
  readonly onBack?: () => void;
}

/** The way back, and where one is. */
export function PageHeader({ title, below, onBack = goHome }: PageHeaderProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <header className={styles.header}>
      <Tooltip content={t("home.back")} relationship="label">
        <Button
          className={styles.back}
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          onClick={onBack}
        />
      </Tooltip>
      <div className={styles.titles}>
        <h1 className={styles.heading}>{title}</h1>
        {below !== undefined && <div className={styles.below}>{below}</div>}
      </div>
    </header>
  );
}

const goHome = () => void app.navigate({ view: "home" });
