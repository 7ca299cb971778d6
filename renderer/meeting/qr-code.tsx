import { makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { Meeting } from "../../main/contract/meeting.ts";
import { app } from "../app.ts";
import { errorText } from "../error-text.ts";
import { useAnswer } from "../ui/state/use-answer.ts";

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

const getQrCode = (id: string) => app.getQrCode({ id });

export function QrCode({ meeting }: { readonly meeting: Meeting }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { id, subject } = meeting;
  const answer = useAnswer(id, getQrCode)?.answer ?? null;

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
