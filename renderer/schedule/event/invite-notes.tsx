import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { GlobeRegular } from "@fluentui/react-icons/svg/globe";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { app } from "../../app.ts";
import { errorText } from "../../error-text.ts";
import { announce } from "../../ui/announcer.tsx";

const useStyles = makeStyles({
  notes: {
    display: "flex",
    flexDirection: "column",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: "anywhere",
  },
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    marginBlockStart: tokens.spacingVerticalXS,
  },
  problem: {
    color: tokens.colorStatusDangerForeground3,
    marginBlockStart: tokens.spacingVerticalXS,
  },
});

export interface InviteNotesProps {
  readonly id: string;
  readonly sentences: readonly string[];
  /** How many are of other organisations. */
  readonly outside: number;
  readonly needsPermission: boolean;
}

/** Beneath the field: what is wrong, who is a stranger, and what would help. */
export function InviteNotes({ id, sentences, outside, needsPermission }: InviteNotesProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <>
      <div id={id} className={styles.notes}>
        {sentences.map((sentence) => (
          <span key={sentence} className={styles.problem} dir="auto">
            {sentence}
          </span>
        ))}
        {outside > 0 && (
          <span className={styles.line}>
            <GlobeRegular fontSize={16} aria-hidden />
            {t("event.outside", { count: outside })}
          </span>
        )}
      </div>
      {needsPermission && <Permission />}
    </>
  );
}

function Permission() {
  const styles = useStyles();
  const { t } = useTranslation();
  const [problem, setProblem] = useState("");

  async function allow(): Promise<void> {
    setProblem("");
    const answer = await app.allowPeople();
    if (answer.ok || answer.error.kind === "cancelled") return;
    const { whole } = errorText(answer.error, t);
    setProblem(whole);
    announce(whole, "assertive");
  }

  return (
    <div className={styles.notes}>
      <span className={styles.line}>
        {t("event.peopleConsent")}
        <Button size="small" aria-label={t("event.peopleAllowNamed")} onClick={() => void allow()}>
          {t("event.peopleAllow")}
        </Button>
      </span>
      {problem !== "" && <span className={styles.problem}>{problem}</span>}
    </div>
  );
}
