import { Button, makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { scrollingColumn, unsqueezed, wholeWindow } from "../ui/page-styles.ts";

const useStyles = makeStyles({
  page: wholeWindow,
  header: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    minBlockSize: "52px",
    flexShrink: 0,
    paddingInline: tokens.spacingHorizontalM,
  },
  back: { ":dir(rtl) svg": { transform: "scaleX(-1)" } },
  title: {
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  main: {
    ...scrollingColumn,
    ...unsqueezed,
    gap: tokens.spacingVerticalM,
    paddingInline: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalL,
  },
  footer: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    flexShrink: 0,
    minBlockSize: "56px",
    paddingInline: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

interface SignInPageProps {
  readonly title: string;
  readonly onBack: () => void;
  readonly footer: ReactNode;
  readonly children: ReactNode;
}

/** The frame all screens of a sign-in share: back, what this is, and the ways out at the foot. */
export function SignInPage({ title, onBack, footer, children }: SignInPageProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <Tooltip content={t("home.back")} relationship="label">
          <Button
            appearance="subtle"
            className={styles.back}
            icon={<ArrowLeftRegular />}
            onClick={onBack}
          />
        </Tooltip>
        <span className={styles.title}>{title}</span>
      </header>
      <main className={styles.main}>{children}</main>
      <footer className={styles.footer}>{footer}</footer>
    </div>
  );
}
