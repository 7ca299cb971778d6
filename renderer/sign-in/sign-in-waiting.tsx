import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { KeyRegular } from "@fluentui/react-icons/svg/key";
import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import type { SignIn } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { errorText } from "../error-text.ts";
import { formatCountdown } from "../format.ts";
import { announce } from "../ui/announcer.tsx";
import { AttemptButton } from "../ui/attempt-button.tsx";
import { SignInPage } from "./sign-in-page.tsx";
import { useNow } from "../ui/use-now.ts";

const useStyles = makeStyles({
  spinner: { alignSelf: "center", paddingBlock: tokens.spacingVerticalL },
  heading: {
    margin: 0,
    textAlign: "center",
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
  },
  centred: { textAlign: "center", overflowWrap: "anywhere" },
  meta: { textAlign: "center", color: tokens.colorNeutralForeground3 },
  hint: { color: tokens.colorNeutralForeground3, flexBasis: "150px", flexGrow: 1 },
  wide: { inlineSize: "100%", maxWidth: "none", flexShrink: 0 },
});

type InBrowser = SignIn & { kind: "browser" };

interface SignInWaitingProps {
  readonly signIn: InBrowser;
  /** BCP 47. */
  readonly locale: string;
  /** Whether a code may be used instead. */
  readonly offersCode: boolean;
}

export function SignInWaiting({ signIn, locale, offersCode }: SignInWaitingProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const now = useNow(true);
  const left = signIn.deadlineAt - now;
  const isLastMinute = left < 60_000;
  const notOpened = signIn.browser === "not-opened";
  const { username } = signIn;

  // Its heading was heard while the browser was still opening.
  useEffect(() => {
    if (!notOpened || document.activeElement?.matches("h1") !== true) return;
    announce(errorText({ kind: "browser-not-opened" }, t).whole, "assertive");
  }, [notOpened, t]);
  useEffect(() => {
    if (isLastMinute) announce(t("signIn.oneMinute"));
  }, [isLastMinute, t]);

  const cancel = () => void app.cancelSignIn();

  return (
    <SignInPage
      title={t("signIn.heading")}
      onBack={cancel}
      footer={
        <>
          <span className={styles.hint}>{!signIn.redeeming && t("signIn.closedTab")}</span>
          <Button id="meet-now" onClick={cancel}>
            {t("signIn.cancel")}
          </Button>
        </>
      }
    >
      {!notOpened && <Spinner className={styles.spinner} aria-hidden />}
      <h1 className={styles.heading}>{t(titleKey(signIn))}</h1>
      <span className={styles.centred}>
        {t(notOpened ? "error.browser-not-opened.sentence" : "signIn.waitingSentence")}
      </span>
      {username !== null && (
        <span className={styles.centred}>
          <bdi>{t("signIn.as", { username })}</bdi>
        </span>
      )}
      <span className={styles.meta}>
        {t("signIn.remaining", { time: formatCountdown(left, locale) })}
      </span>
      {!signIn.redeeming && (
        <>
          <Button
            className={styles.wide}
            icon={<OpenRegular />}
            onClick={() => void app.reopenSignInPage()}
          >
            {t("signIn.openAgain")}
          </Button>
          <AttemptButton
            className={styles.wide}
            icon={<CopyRegular />}
            ask={() => app.copySignInAddress()}
            done={t("signIn.addressCopied")}
          >
            {t("signIn.copyAddress")}
          </AttemptButton>
          {offersCode && (
            <Button
              className={styles.wide}
              icon={<KeyRegular />}
              onClick={() => void app.signInWithCode()}
            >
              {t("signIn.useCode")}
            </Button>
          )}
        </>
      )}
    </SignInPage>
  );
}

function titleKey({ redeeming, browser }: InBrowser): string {
  if (redeeming) return "signIn.redeeming";
  switch (browser) {
    case "opening":
      return "signIn.opening";
    case "open":
      return "signIn.waitingTitle";
    case "not-opened":
      return "error.browser-not-opened.title";
  }
}
