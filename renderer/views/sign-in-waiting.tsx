import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import type { Session } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { errorText } from "../error-text.ts";
import { formatCountdown } from "../format.ts";
import { announce } from "../parts/announcer.tsx";
import { Header } from "../parts/header.tsx";
import { useNow } from "../parts/use-now.ts";

const useStyles = makeStyles({
  page: { blockSize: "100%", display: "flex", flexDirection: "column" },
  main: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    paddingInline: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalXXL,
  },
  spinner: { alignSelf: "center", paddingBlock: tokens.spacingVerticalL },
  heading: {
    margin: 0,
    textAlign: "center",
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
  },
  centred: { textAlign: "center" },
  meta: { textAlign: "center", color: tokens.colorNeutralForeground3 },
  wide: { inlineSize: "100%", maxWidth: "none", flexShrink: 0 },
});

type SigningIn = Session & { kind: "signing-in" };

export function SignInWaiting({ session }: { readonly session: SigningIn }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const now = useNow(true);
  const left = session.deadlineAt - now;
  const isLastMinute = left < 60_000;
  const notOpened = session.browser === "not-opened";

  useEffect(() => {
    announce(t("signIn.announcedWaiting"));
  }, [t]);
  useEffect(() => {
    if (isLastMinute) announce(t("signIn.oneMinute"));
  }, [isLastMinute, t]);

  const copyAddress = async () => {
    const result = await app.copySignInAddress();
    announce(result.ok ? t("signIn.addressCopied") : errorText(result.error, t).title);
  };

  return (
    <div className={styles.page}>
      <Header account={null} />
      <main className={styles.main}>
        {!notOpened && <Spinner className={styles.spinner} aria-hidden />}
        <h1 className={styles.heading}>{t(titleKey(session))}</h1>
        <span className={styles.centred}>
          {t(notOpened ? "error.browser-not-opened.sentence" : "signIn.waitingSentence")}
        </span>
        <span className={styles.meta}>
          {t("signIn.remaining", { time: formatCountdown(left) })}
        </span>
        {!session.redeeming && (
          <>
            <Button className={styles.wide} onClick={() => void app.reopenSignInPage()}>
              {t("signIn.openAgain")}
            </Button>
            <Button className={styles.wide} onClick={() => void copyAddress()}>
              {t("signIn.copyAddress")}
            </Button>
          </>
        )}
        <Button
          id="meet-now"
          appearance="subtle"
          className={styles.wide}
          onClick={() => void app.cancelSignIn()}
        >
          {t("signIn.cancel")}
        </Button>
      </main>
    </div>
  );
}

function titleKey({ redeeming, browser }: SigningIn): string {
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
