import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Result } from "../../main/contract/errors.ts";
import { app } from "../app.ts";
import { errorText } from "../error-text.ts";
import { announce } from "../ui/announcer.tsx";

const useStyles = makeStyles({
  actions: { flexWrap: "wrap", rowGap: tokens.spacingVerticalXS },
});

/** Asked once: whatever is answered, the bar is gone, and the focus back where the next press is made. */
export function LoginOffer() {
  const styles = useStyles();
  const { t } = useTranslation();
  const [problem, setProblem] = useState<string | null>(null);

  async function answer(request: Promise<Result<unknown>>, done: string): Promise<void> {
    const result = await request;
    if (!result.ok) {
      const { whole } = errorText(result.error, t);
      setProblem(whole);
      announce(whole, "assertive");
      return;
    }
    announce(done);
    document.querySelector<HTMLElement>("#meet-now, #use-repeat")?.focus();
  }
  return (
    <MessageBar intent={problem === null ? "info" : "warning"} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t("loginOffer.title")}</MessageBarTitle>{" "}
        {problem ?? t("loginOffer.sentence")}
      </MessageBarBody>
      <MessageBarActions className={styles.actions}>
        <Button
          size="small"
          onClick={() => void answer(app.setStartAtLogin({ isOn: true }), t("loginOffer.done"))}
        >
          {t("loginOffer.accept")}
        </Button>
        <Button
          size="small"
          onClick={() =>
            void answer(app.changeSettings({ offerStartAtLogin: false }), t("loginOffer.later"))
          }
        >
          {t("loginOffer.decline")}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
