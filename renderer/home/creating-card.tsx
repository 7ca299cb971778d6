import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import type { Creation } from "../../main/contract/meeting.ts";
import { app } from "../app.ts";
import { announce } from "../ui/announcer.tsx";
import { Card } from "../ui/card.tsx";
import { useNow } from "../ui/use-now.ts";

const useStyles = makeStyles({
  row: {
    display: "flex",
    // With large text the button goes below.
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "end",
    gap: tokens.spacingHorizontalM,
  },
  text: {
    flexGrow: 1,
    flexBasis: "112px",
    display: "flex",
    flexDirection: "column",
    minInlineSize: 0,
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

type Busy = Creation & { kind: "creating" | "ending" };

/** In the place of Meet now, and as high: nothing jumps. */
export function CreatingCard({ creation }: { readonly creation: Busy }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const isCreating = creation.kind === "creating";
  const now = useNow(isCreating);
  const isWaiting = isCreating && creation.retryAt !== null;

  useEffect(() => {
    const timer = setTimeout(() => announce(t("creating.title")), 1_000);
    return () => clearTimeout(timer);
  }, [t]);
  useEffect(() => {
    if (!isWaiting || creation.reason === "link-not-ready") return;
    const seconds = Math.ceil((creation.retryAt - Date.now()) / 1_000);
    announce(t("creating.busyOnce", { seconds }));
    // Told once for each wait: a countdown that speaks would never stop.
  }, [isWaiting, creation, t]);

  return (
    <Card>
      <div className={styles.row}>
        <Spinner size="small" aria-hidden />
        <div className={styles.text}>
          <span className={styles.title} id="creating-title" tabIndex={-1}>
            {t(isCreating ? "creating.title" : "creating.ending")}
          </span>
          {isCreating && <Hint creation={creation} now={now} className={styles.hint} />}
        </div>
        {isCreating && (
          <Button onClick={() => void app.cancelCreation()}>{t("creating.cancel")}</Button>
        )}
      </div>
    </Card>
  );
}

interface HintProps {
  readonly creation: Creation & { kind: "creating" };
  readonly now: number;
  readonly className: string;
}

const waitWords = {
  "first-try": "creating.retrying",
  "no-answer": "creating.retrying",
  throttled: "creating.busy",
  "link-not-ready": "creating.linkComing",
} as const;

function Hint({ creation, now, className }: HintProps) {
  const { t } = useTranslation();
  const { retryAt, reason, startedAt } = creation;
  if (retryAt !== null && retryAt > now) {
    const seconds = Math.max(1, Math.ceil((retryAt - now) / 1_000));
    return <span className={className}>{t(waitWords[reason], { seconds })}</span>;
  }
  if (now - startedAt < 3_000) return null;
  return <span className={className}>{t("creating.usually")}</span>;
}
