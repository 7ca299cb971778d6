import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { errorText } from "../error-text.ts";
import { usePageStyles } from "../ui/page-styles.ts";
import { useForgetting } from "./use-forgetting.ts";

const useStyles = makeStyles({
  name: {
    paddingInline: tokens.spacingHorizontalL,
    paddingBlockStart: tokens.spacingVerticalL,
    fontWeight: tokens.fontWeightSemibold,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  wide: { inlineSize: "100%", maxWidth: "none", minBlockSize: "40px" },
});

/** Some of it is still on the disk: nothing else can be done before it is gone. */
export function NotForgotten() {
  const page = usePageStyles();
  const styles = useStyles();
  const { t } = useTranslation();
  const { isAsked, forget } = useForgetting();
  const { title, sentence, action } = errorText({ kind: "files-not-deleted" }, t);
  return (
    <div className={page.page}>
      <header className={styles.name}>{t("app.title")}</header>
      <main className={page.main}>
        <h1 className={styles.heading}>{title}</h1>
        <span role="alert">{sentence}</span>
        <Button
          id="meet-now"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- what had the focus is gone
          autoFocus
          data-primary
          appearance="primary"
          className={styles.wide}
          disabledFocusable={isAsked}
          onClick={() => void forget()}
        >
          {isAsked ? t("forget.running") : action}
        </Button>
      </main>
    </div>
  );
}
