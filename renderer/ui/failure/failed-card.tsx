import { makeStyles, tokens } from "@fluentui/react-components";
import { ErrorCircleFilled } from "@fluentui/react-icons/svg/error-circle";
import { QuestionCircleFilled } from "@fluentui/react-icons/svg/question-circle";
import type { TFunction } from "i18next";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import {
  claimsOf,
  isTooEarly,
  type Offer,
  offersInForm,
  offersOf,
} from "../../../main/contract/offers/creation-offers.ts";
import type { Failed } from "../../../main/contract/meeting.ts";
import { type ErrorText, errorText } from "../../error-text.ts";
import { formatTime } from "../../format.ts";
import type { AppState } from "../../../main/contract/state.ts";
import { announceBeside } from "../announcer.tsx";
import { Card } from "../card.tsx";
import { OfferButton } from "./offer-button.tsx";
import { SupportDetails } from "./support-details.tsx";
import { joinSentences } from "../../i18n/joined.ts";
import { useNow } from "../use-now.ts";

const useStyles = makeStyles({
  title: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  problem: { color: tokens.colorStatusDangerForeground3, flexShrink: 0 },
  unsure: { color: tokens.colorStatusWarningForeground3, flexShrink: 0 },
  fact: { color: tokens.colorNeutralForeground2 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface FailedCardProps {
  readonly creation: Failed;
  readonly state: AppState;
  /** In the form, which has a button of its own to try again. */
  readonly inForm?: boolean;
}

/** Where one of these comes first, the form's button alone would only fail again. */
const leading = new Set<Offer>(["sign-in", "allow-calendar", "use-another-account"]);

/** In the form: whether what helps is on the card, and not the form's own button. */
export const leadsInForm = (creation: Failed, now: number): boolean => {
  const [first] = offersOf(creation, now).filter((offer) => offer !== "meet-now");
  return first !== undefined && leading.has(first);
};

/** First what exists and what the clipboard holds, then why, then what to do: the same on Home and in the form. */
export function FailedCard({ creation, state, inForm = false }: FailedCardProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { error, outcome } = creation;
  const now = useNow(error.kind === "throttled");
  const text = errorText(error, t);
  const isSure = outcome === "not-created";
  const { title, sentence } = headlineOf(creation, text, t);
  const claims = joinSentences(
    claimsOf(creation).map((claim) => t(`claim.${claim}`)),
    t,
  );
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (!inForm) heading.current?.focus();
    announceBeside(heading.current, { title, sentence: claims }, t, "assertive");
    // oxlint-disable-next-line react/exhaustive-deps -- once for each failure
  }, [creation]);

  const offers = offersOf(creation, now);
  // Meet now is drawn below the card.
  const drawn = inForm
    ? offersInForm(creation, now)
    : offers.filter((offer) => offer !== "meet-now");
  const hasPrimary = inForm ? leadsInForm(creation, now) : !offers.includes("meet-now");
  return (
    <Card>
      <div className={styles.title}>
        {isSure ? (
          <ErrorCircleFilled className={styles.problem} fontSize={20} />
        ) : (
          <QuestionCircleFilled className={styles.unsure} fontSize={20} />
        )}
        <h2 className={styles.heading} ref={heading} tabIndex={-1}>
          {title}
        </h2>
      </div>
      <span>{sentence}</span>
      <span className={styles.fact}>{claims}</span>
      {error.kind === "throttled" && isTooEarly(error, now) && (
        <span className={styles.fact}>
          {t("failed.againAt", { time: formatTime(error.retryAt, state) })}
        </span>
      )}
      <div className={styles.actions}>
        {drawn.map((offer, index) => {
          const isPrimary = hasPrimary && index === 0 && offer !== "dismiss";
          // What helps stands here; to send the details on stands with them.
          return offer === "copy-details" && !isPrimary ? null : (
            <OfferButton
              key={offer}
              offer={offer}
              creation={creation}
              label={labelOf(offer, creation, text, t)}
              isPrimary={isPrimary}
            />
          );
        })}
      </div>
      <SupportDetails error={error} state={state} />
    </Card>
  );
}

const headlines = {
  unsure: "unsure",
  "unsure-change": "unsureChange",
  "not-ended": "notEnded",
} as const;

function headlineOf(
  { error, outcome, meetingKind }: Failed,
  text: ErrorText,
  t: TFunction,
): Pick<ErrorText, "title" | "sentence"> {
  // An event is there for sure; only its link is not.
  if (outcome === "not-created" || error.kind === "link-not-ready") return text;
  const key = headlines[outcome];
  const ofKind = outcome === "unsure" && meetingKind === "event" ? "Event" : "";
  return { title: t(`failed.${key}${ofKind}Title`), sentence: t(`failed.${key}${ofKind}Sentence`) };
}

/** What the button does for this very failure, in its words. */
export function labelOf(offer: Offer, { outcome }: Failed, text: ErrorText, t: TFunction): string {
  if (offer === "retry") return t(outcome === "unsure" ? "failed.checkNow" : "failed.tryAgain");
  return offer === text.nextStep ? text.action : t(`offer.${offer}`);
}
