import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import type { ProxyLogin as ProxyLoginState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { announce } from "../ui/announcer.tsx";
import { SignInPage } from "./sign-in-page.tsx";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  sentence: { overflowWrap: "anywhere" },
  wide: { inlineSize: "100%", maxWidth: "none", minBlockSize: "40px" },
});

export function ProxyLogin({ login }: { readonly login: ProxyLoginState }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const { host, port, again } = login;
  const cancel = () => void app.cancelProxyLogin();

  useEffect(() => {
    announce(t(again ? "proxy.again" : "proxy.title"), "assertive");
  }, [again, t]);

  return (
    <SignInPage
      title={t("app.title")}
      onBack={cancel}
      footer={<Button onClick={cancel}>{t("proxy.cancel")}</Button>}
    >
      <h1 className={styles.heading}>{t("proxy.title")}</h1>
      <span className={styles.sentence}>{t("proxy.sentence", { host, port })}</span>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void app.answerProxyLogin({ username, password });
        }}
      >
        <Field
          label={t("proxy.username")}
          validationState={again ? "error" : "none"}
          validationMessage={again ? t("proxy.again") : null}
        >
          <Input
            id="meet-now"
            autoComplete="off"
            value={username}
            onChange={(_event, { value }) => setUsername(value)}
          />
        </Field>
        <Field label={t("proxy.password")}>
          <Input
            type="password"
            autoComplete="off"
            value={password}
            onChange={(_event, { value }) => setPassword(value)}
          />
        </Field>
        <Button
          type="submit"
          appearance="primary"
          data-primary
          className={styles.wide}
          disabledFocusable={username === ""}
        >
          {t("proxy.submit")}
        </Button>
      </form>
    </SignInPage>
  );
}
