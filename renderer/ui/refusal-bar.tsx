import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from "@fluentui/react-components";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import { refusal } from "../app.ts";
import { errorText } from "../error-text.ts";
import { announce } from "./announcer.tsx";

const useStyles = makeStyles({
  place: {
    flexShrink: 0,
    paddingInline: tokens.spacingHorizontalM,
    paddingBlockStart: tokens.spacingVerticalM,
  },
});

/** Why nothing happened; it goes with whatever is pressed next. */
export function RefusalBar() {
  const styles = useStyles();
  const { t } = useTranslation();
  const refused = refusal.useValue();
  useEffect(() => {
    if (refused === null) return undefined;
    const { whole } = errorText(refused, t);
    announce(whole, "assertive");
    const away = () => refusal.set(null);
    const events = ["keydown", "pointerdown"] as const;
    for (const name of events) document.addEventListener(name, away, { capture: true });
    return () => {
      for (const name of events) document.removeEventListener(name, away, { capture: true });
    };
  }, [refused, t]);
  if (refused === null) return null;
  const { title, sentence } = errorText(refused, t);
  return (
    <section className={styles.place} aria-label={title}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{title}</MessageBarTitle> {sentence}
        </MessageBarBody>
      </MessageBar>
    </section>
  );
}
