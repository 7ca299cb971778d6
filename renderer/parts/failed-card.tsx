import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ErrorCircleFilled } from "@fluentui/react-icons/svg/error-circle";
import { QuestionCircleFilled } from "@fluentui/react-icons/svg/question-circle";
import type { TFunction } from "i18next";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import type { ErrorPlace } from "../../main/contract/errors.ts";
import type { Creation } from "../../main/contract/meeting.ts";
import { app } from "../app.ts";
import { type ErrorText, errorText, type NextStep } from "../error-text.ts";
import { announce } from "./announcer.tsx";
import { Card } from "./card.tsx";

const useStyles = makeStyles({
  title: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  problem: { color: tokens.colorStatusDangerForeground3, flexShrink: 0 },
  unsure: { color: tokens.colorStatusWarningForeground3, flexShrink: 0 },
  fact: { color: tokens.colorNeutralForeground2 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

type Failed = Creation & { kind: "failed" };

/** First what exists and what the clipboard holds, then why, then what to do. */
export function FailedCard({ creation }: { readonly creation: Failed }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { error, outcome, wishId } = creation;
  const text = errorText(error, t);
  const isUnsure = outcome === "unsure";
  const { title, sentence } = headlineOf(creation, text, t);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    announce(isUnsure ? title : t("failed.announced", { title }), "assertive");
    heading.current?.focus();
    // oxlint-disable-next-line react/exhaustive-deps -- once for each failure
  }, [creation]);

  const canRetry = wishId !== null && (isUnsure || text.nextStep === "try-again");
  return (
    <Card>
      <div className={styles.title}>
        {isUnsure ? (
          <QuestionCircleFilled className={styles.unsure} fontSize={20} />
        ) : (
          <ErrorCircleFilled className={styles.problem} fontSize={20} />
        )}
        <h2 className={styles.heading} ref={heading} tabIndex={-1}>
          {title}
        </h2>
      </div>
      <span>{sentence}</span>
      {!isUnsure && <span className={styles.fact}>{t("failed.notCreated")}</span>}
      <div className={styles.actions}>
        {canRetry && (
          <Button appearance="primary" data-primary onClick={() => void app.retryCreation()}>
            {t(isUnsure ? "failed.checkNow" : "failed.tryAgain")}
          </Button>
        )}
        {error.kind === "link-not-ready" && <ShowEvent />}
        {!canRetry && <NextStepButton step={text.nextStep} label={text.action} />}
        {text.nextStep !== "copy-details" || canRetry ? <CopyDetails of="creation" /> : null}
        <Button appearance="subtle" onClick={() => void app.dismissCreation()}>
          {t("failed.dismiss")}
        </Button>
      </div>
    </Card>
  );
}

function headlineOf(
  { error, outcome }: Failed,
  text: ErrorText,
  t: TFunction,
): Pick<ErrorText, "title" | "sentence"> {
  // An event is there for sure; only its link is not.
  if (outcome !== "unsure" || error.kind === "link-not-ready") return text;
  return { title: t("failed.unsureTitle"), sentence: t("failed.unsureSentence") };
}

/** It is in the calendar already. */
function ShowEvent() {
  const { t } = useTranslation();
  async function show(): Promise<void> {
    const result = await app.showEvent();
    if (!result.ok) announce(errorText(result.error, t).title, "assertive");
  }
  return <Button onClick={() => void show()}>{t("failed.showEvent")}</Button>;
}

const steps: Partial<Record<NextStep, () => void>> = {
  "sign-in": () => void app.signIn({ accountId: null }),
  "open-settings": () => void app.openSettings(),
  "use-another-account": () => void app.dismissCreation().then(() => openSwitcher()),
  // What was typed is kept with the wish: approved, it goes on.
  "allow-calendar": () =>
    void app.allowCalendar().then((allowed) => (allowed.ok ? app.retryCreation() : allowed)),
  "edit-time": () => void app.dismissCreation().then(() => app.navigate({ view: "schedule" })),
};

const openSwitcher = () => document.querySelector<HTMLElement>("#organiser")?.click();

function NextStepButton({ step, label }: { readonly step: NextStep; readonly label: string }) {
  const run = steps[step];
  if (step === "copy-details") return <CopyDetails of="creation" isPrimary />;
  if (!run) return null;
  return (
    <Button appearance="primary" data-primary onClick={run}>
      {label}
    </Button>
  );
}

interface CopyDetailsProps {
  readonly of: ErrorPlace;
  readonly isPrimary?: boolean;
}

export function CopyDetails({ of, isPrimary = false }: CopyDetailsProps) {
  const { t } = useTranslation();
  const copy = async () => {
    const result = await app.copyErrorDetails({ of });
    announce(result.ok ? t("failed.detailsCopied") : errorText(result.error, t).title);
  };
  return (
    <Button
      appearance={isPrimary ? "primary" : "secondary"}
      data-primary={isPrimary || undefined}
      onClick={() => void copy()}
    >
      {t("failed.copyDetails")}
    </Button>
  );
}
