import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { app } from "../app.ts";
import { useAnswer } from "../ui/state/use-answer.ts";
import { AdminMessageCard } from "./admin-message.tsx";
import { SignInPage } from "./sign-in-page.tsx";

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

const ask = () => app.getSetUpRequest();

/** Before there is anything to sign in with: what an admin has to do, ready to send. */
export function AskAdmin({ onBack }: { readonly onBack: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const message = useAnswer("once", ask)?.known;
  useEffect(() => heading.current?.focus(), []);
  return (
    <SignInPage
      title={t("setUp.connect")}
      onBack={onBack}
      footer={<Button onClick={onBack}>{t("home.back")}</Button>}
    >
      <h1 className={styles.heading} ref={heading} tabIndex={-1}>
        {t("setUp.askTitle")}
      </h1>
      <span>{t("setUp.askSentence")}</span>
      {message && (
        <AdminMessageCard
          message={message}
          onCopy={() => app.copySetUpRequest()}
          onMail={() => app.mailSetUpRequest()}
        />
      )}
      <span>{t("setUp.approval")}</span>
    </SignInPage>
  );
}
