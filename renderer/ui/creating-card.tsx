import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import type { Creation } from "../../main/contract/meeting.ts";
import { app } from "../app.ts";
import { announce } from "./announcer.tsx";
import { Card } from "./card.tsx";
import { useNow } from "./use-now.ts";

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
type Creating = Creation & { kind: "creating" };

/** In the place of Meet now, and as high: nothing jumps. */
export function CreatingCard({ creation }: { readonly creation: Busy }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const isCreating = creation.kind === "creating";

  useEffect(() => {
    const timer = setTimeout(() => announce(t("creating.title")), 1_000);
    return () => clearTimeout(timer);
  }, [t]);

  return (
    <Card>
      <div className={styles.row}>
        <Spinner size="small" aria-hidden />
        <div className={styles.text}>
          <span className={styles.title} id="creating-title" tabIndex={-1}>
            {t(isCreating ? "creating.title" : "creating.ending")}
          </span>
          {isCreating && <WaitingHint creation={creation} />}
        </div>
        {isCreating && (
          <Button onClick={() => void app.cancelCreation()}>{t("creating.cancel")}</Button>
        )}
      </div>
    </Card>
  );
}

/** Where the moment is over when it is told, it is the next. */
const secondsUntil = (at: number, now: number): number =>
  Math.max(1, Math.ceil((at - now) / 1_000));

const waitWords = {
  "first-try": "creating.retrying",
  "no-answer": "creating.retrying",
  throttled: "creating.busy",
  "link-not-ready": "creating.linkComing",
} as const;

const worthTellingSeconds = 3;

/** Why it takes longer, and until when. Also in the form, whose button only says that it is at work. */
export function WaitingHint({ creation }: { readonly creation: Creating }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const now = useNow(true);
  const { retryAt, reason, startedAt } = creation;

  useEffect(() => {
    if (retryAt === null || reason === "link-not-ready") return;
    const seconds = secondsUntil(retryAt, Date.now());
    // Over before it is told.
    if (seconds < worthTellingSeconds) return;
    announce(
      reason === "throttled"
        ? t("creating.busyOnce", { count: seconds })
        : t("creating.retrying", { seconds }),
    );
    // Told once for each wait: a countdown that speaks would never stop.
  }, [retryAt, reason, t]);

  if (retryAt !== null && retryAt > now) {
    const seconds = secondsUntil(retryAt, now);
    return <span className={styles.hint}>{t(waitWords[reason], { seconds })}</span>;
  }
  if (now - startedAt < 3_000) return null;
  return <span className={styles.hint}>{t("creating.usually")}</span>;
}
