import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
  Spinner,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";

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
  const [isOpen, setIsOpen] = useState(false);
  const [isRunning, setIsRunning] = useState(false);

  async function confirm(): Promise<void> {
    setIsRunning(true);
    await forgetEverything(t);
    setIsRunning(false);
    setIsOpen(false);
  }

  return (
    <Dialog
      modalType="alert"
      open={isOpen}
      onOpenChange={(_event, { open }) => {
        // What has begun cannot be called back.
        if (!isRunning) setIsOpen(open);
      }}
    >
      <DialogTrigger disableButtonEnhancement>
        <Button appearance={appearance} size={appearance === "transparent" ? "small" : "medium"}>
          {t("forget.action")}
        </Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t("forget.title")}</DialogTitle>
          <DialogContent>
            <span>{t("forget.goes")}</span>
            <ul className={styles.list}>
              {parts.map((part) => (
                <li key={part}>{t(`forget.${part}`)}</li>
              ))}
            </ul>
            <p className={styles.text}>{t("forget.stays")}</p>
          </DialogContent>
          <DialogActions fluid>
            <Button
              disabledFocusable={isRunning}
              icon={isRunning ? <Spinner size="tiny" /> : null}
              onClick={() => void confirm()}
            >
              {t(isRunning ? "forget.running" : "forget.confirm")}
            </Button>
            <Button disabled={isRunning} onClick={() => setIsOpen(false)}>
              {t("forget.cancel")}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
