import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { AppError } from "../../main/contract/errors.ts";
import type { AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { errorText } from "../error-text.ts";
import { ForgetEverything } from "../forgetting/forget-everything.tsx";
import { ForgottenNote } from "../forgetting/forgotten-note.tsx";
import { CopyDetails } from "../ui/failure/offer-button.tsx";
import { Header } from "../home/header.tsx";
import { Notices } from "../home/notices.tsx";
import { RecentList } from "../home/recent-list.tsx";
import { Mark } from "../ui/mark.tsx";
import { wholeWindow } from "../ui/page-styles.ts";

const useStyles = makeStyles({
  page: wholeWindow,
  main: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    paddingInline: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalL,
  },
  welcome: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: tokens.spacingVerticalM,
    paddingBlock: tokens.spacingVerticalL,
    textAlign: "center",
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  wide: { inlineSize: "100%", maxWidth: "none", flexShrink: 0, minBlockSize: "40px" },
});

/** Signed out: why, if there is a why, and the one thing to do. A list is here only while a guest is known who made it. */
export function SignedOut({ state, error }: { state: AppState; error: AppError | null }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const text = error && errorText(error, t);
  const isSample = state.organisations.every(({ kind }) => kind === "sample");
  const action = text && text.nextStep !== "copy-details" ? text.action : t("signIn.action");
  return (
    <div className={styles.page}>
      <Header state={state} account={null} />
      <Notices state={state} />
      <main className={styles.main}>
        <ForgottenNote state={state} />
        <div className={styles.welcome}>
          <Mark size={64} />
          <h1 className={styles.heading}>{text?.title ?? t("signIn.title")}</h1>
          <span role={text ? "alert" : undefined}>
            {text?.sentence ?? t(isSample ? "signIn.sentenceSample" : "signIn.sentence")}
          </span>
        </div>
        <Button
          id="meet-now"
          data-primary
          appearance="primary"
          className={styles.wide}
          onClick={() => {
            if (text?.nextStep === "open-settings") void app.openSettings();
            else void app.signIn({ accountId: null });
          }}
        >
          {action}
        </Button>
        {text && <CopyDetails of="session" />}
        <ForgetEverything appearance="transparent" />
      </main>
      {state.recent.length > 0 && <RecentList state={state} />}
    </div>
  );
}
