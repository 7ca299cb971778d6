import {
  Button,
  Dialog,
  DialogTrigger,
  makeStyles,
  Spinner,
  tokens,
} from "@fluentui/react-components";
import { useCallback, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { DialogBox } from "../ui/dialog/dialog-box.tsx";
import { DialogPanel } from "../ui/dialog/dialog-panel.tsx";
import { forgetEverything } from "./forget.ts";

const useStyles = makeStyles({
  list: { marginBlock: tokens.spacingVerticalXS, paddingInlineStart: tokens.spacingHorizontalXL },
  text: { marginBlock: tokens.spacingVerticalS },
});

const parts = ["signIns", "list", "settings", "logs"] as const;

interface ForgetEverythingProps {
  readonly appearance?: "secondary" | "transparent";
}

/** The button, and the question before anything goes. */
export function ForgetEverything({ appearance = "secondary" }: ForgetEverythingProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [step, setStep] = useState<"idle" | "asking" | "running">("idle");
  const isConfirmed = useRef(false);

  /** Only once the question is gone: the page changes, and one that is open while its view goes leaves all of it inert. */
  const whenGone = useCallback(
    (surface: HTMLElement | null) => {
      if (surface !== null || !isConfirmed.current) return;
      isConfirmed.current = false;
      void forgetEverything(t).then(() => setStep("idle"));
    },
    [t],
  );

  function confirm(): void {
    isConfirmed.current = true;
    setStep("running");
  }

  const isRunning = step === "running";
  return (
    <Dialog
      modalType="alert"
      open={step === "asking"}
      onOpenChange={(_event, { open }) => {
        if (!isRunning) setStep(open ? "asking" : "idle");
      }}
    >
      <DialogTrigger disableButtonEnhancement>
        <Button
          appearance={appearance}
          size={appearance === "transparent" ? "small" : "medium"}
          disabledFocusable={isRunning}
          icon={isRunning ? <Spinner size="tiny" /> : null}
        >
          {t(isRunning ? "forget.running" : "forget.action")}
        </Button>
      </DialogTrigger>
      <DialogBox onElement={whenGone}>
        <DialogPanel
          isQuestion
          title={t("forget.title")}
          actions={
            <>
              <Button onClick={confirm}>{t("forget.confirm")}</Button>
              <Button data-harmless onClick={() => setStep("idle")}>
                {t("forget.cancel")}
              </Button>
            </>
          }
        >
          <span>{t("forget.goes")}</span>
          <ul className={styles.list}>
            {parts.map((part) => (
              <li key={part}>{t(`forget.${part}`)}</li>
            ))}
          </ul>
          <p className={styles.text}>{t("forget.stays")}</p>
        </DialogPanel>
      </DialogBox>
    </Dialog>
  );
}
