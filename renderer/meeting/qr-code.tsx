import { makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import type { QrCode as Code } from "../../main/contract/answers.ts";
import type { Result } from "../../main/contract/errors.ts";
import type { Meeting } from "../../main/contract/meeting.ts";
import { app } from "../app.ts";
import { errorText } from "../error-text.ts";

const useStyles = makeStyles({
  /** Black on white whatever the theme: cameras want it so. */
  code: {
    inlineSize: "200px",
    maxInlineSize: "100%",
    aspectRatio: "1",
    flexShrink: 0,
    alignSelf: "center",
    backgroundColor: "white",
    color: "black",
    borderRadius: tokens.borderRadiusMedium,
    forcedColorAdjust: "none",
  },
  problem: { color: tokens.colorStatusDangerForeground3 },
});

export function QrCode({ meeting }: { readonly meeting: Meeting }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { id, subject } = meeting;
  const [answer, setAnswer] = useState<Result<Code> | null>(null);
  useEffect(() => {
    let isWanted = true;
    void app.getQrCode({ id }).then((result) => {
      if (isWanted) setAnswer(result);
    });
    return () => {
      isWanted = false;
    };
  }, [id]);

  if (answer === null) return <Spinner size="tiny" aria-hidden />;
  if (!answer.ok) return <span className={styles.problem}>{errorText(answer.error, t).title}</span>;
  const { size, path } = answer.value;
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={t("menu.qrNamed", { subject })}
    >
      <path d={path} fill="currentColor" />
    </svg>
  );
}
