import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { CalendarLtrRegular } from "@fluentui/react-icons/svg/calendar-ltr";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { app } from "../../app.ts";
import { errorText } from "../../error-text.ts";
import { announce } from "../../ui/announcer.tsx";
import { Card } from "../../ui/card.tsx";
import { useAnswer } from "../../ui/state/use-answer.ts";

const useStyles = makeStyles({
  card: { flexShrink: 0, gap: tokens.spacingVerticalS },
  heading: {
    display: "flex",
    gap: tokens.spacingHorizontalS,
    margin: 0,
    fontSize: "inherit",
    fontWeight: tokens.fontWeightSemibold,
  },
  icon: { flexShrink: 0 },
  button: { alignSelf: "start", maxWidth: "none" },
  problem: { color: tokens.colorStatusDangerForeground3 },
});

const checkCalendar = () => app.checkCalendar();

/** Asked for only where it is missing, and that is known only after looking. */
export function CalendarConsent({ isAllowed }: { readonly isAllowed: boolean }) {
  const styles = useStyles();
  const { t } = useTranslation();
  // What could not be looked up is said when the event is made.
  const isChecked = useAnswer("calendar", checkCalendar)?.answer.ok ?? false;
  const [problem, setProblem] = useState("");

  async function allow(): Promise<void> {
    setProblem("");
    const answer = await app.allowCalendar();
    if (answer.ok || answer.error.kind === "cancelled") return;
    const { whole } = errorText(answer.error, t);
    setProblem(whole);
    announce(whole, "assertive");
  }

  if (isAllowed || !isChecked) return null;
  return (
    <Card className={styles.card}>
      <h2 className={styles.heading}>
        <CalendarLtrRegular className={styles.icon} fontSize={20} aria-hidden />
        {t("event.consentTitle")}
      </h2>
      <Text size={200}>{t("event.consent")}</Text>
      <Button className={styles.button} onClick={() => void allow()}>
        {t("event.approve")}
      </Button>
      {problem !== "" && <span className={styles.problem}>{problem}</span>}
    </Card>
  );
}
