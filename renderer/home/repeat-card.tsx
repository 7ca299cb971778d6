import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { InfoFilled } from "@fluentui/react-icons/svg/info";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Result } from "../../main/contract/errors.ts";
import type { Creation } from "../../main/contract/meeting.ts";
import type { AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { errorText } from "../error-text.ts";
import { formatTime } from "../format.ts";
import { announce } from "../ui/announcer.tsx";
import { Card } from "../ui/card.tsx";

const useStyles = makeStyles({
  title: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  done: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
  info: { color: tokens.colorBrandForeground1, flexShrink: 0 },
  sentence: { overflowWrap: "anywhere" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  wide: { flexBasis: "140px", flexGrow: 1, maxWidth: "none" },
  // Its words stand in line with the others.
  never: { alignSelf: "flex-start", marginInlineStart: "-8px" },
  problem: { color: tokens.colorStatusDangerForeground3 },
});

interface RepeatProps {
  readonly state: AppState;
  readonly creation: Creation & { kind: "repeat" };
}

/** A second press soon after the first: perhaps the link that is there will do. */
export function RepeatCard({ state, creation }: RepeatProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { meeting, copied } = creation;
  const { subject } = meeting;
  const [problem, setProblem] = useState("");
  const time = formatTime(meeting.createdAt, state);
  const title = t(copied ? "repeat.copied" : "repeat.title", { time });
  const sentence = t(copied ? "repeat.copiedSentence" : "repeat.sentence", { subject, time });

  useEffect(() => {
    announce(t("joined.titled", { title, sentence }));
    document.querySelector<HTMLElement>("#use-repeat")?.focus();
    // oxlint-disable-next-line react/exhaustive-deps -- once for each press, not for each language
  }, [creation]);

  async function run(request: Promise<Result<unknown>>): Promise<boolean> {
    const result = await request;
    if (result.ok) return true;
    const text = errorText(result.error, t);
    setProblem(text.whole);
    announce(text.title, "assertive");
    return false;
  }

  async function neverAskAgain(): Promise<void> {
    if (await run(app.changeSettings({ askBeforeSecond: false })))
      await run(app.meetNow({ again: true }));
  }

  return (
    <Card>
      <div className={styles.title}>
        {copied ? (
          <CheckmarkCircleFilled className={styles.done} fontSize={20} />
        ) : (
          <InfoFilled className={styles.info} fontSize={20} />
        )}
        <h2 className={styles.heading}>{title}</h2>
      </div>
      <span className={styles.sentence}>{sentence}</span>
      {problem !== "" && <span className={styles.problem}>{problem}</span>}
      <div className={styles.actions}>
        <Button
          id="use-repeat"
          className={styles.wide}
          appearance="primary"
          data-primary
          onClick={() => void run(app.useRepeat())}
        >
          {t("repeat.use")}
        </Button>
        <Button className={styles.wide} onClick={() => void run(app.meetNow({ again: true }))}>
          {t("repeat.another")}
        </Button>
      </div>
      <Button
        className={styles.never}
        appearance="subtle"
        size="small"
        onClick={() => void neverAskAgain()}
      >
        {t("repeat.never")}
      </Button>
    </Card>
  );
}
