import { Button, makeStyles, mergeClasses } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { Offer } from "../../../main/contract/offers/creation-offers.ts";
import type { ErrorPlace } from "../../../main/contract/errors.ts";
import type { Failed } from "../../../main/contract/meeting.ts";
import { takeOffer } from "../../../main/contract/offers/take-offer.ts";
import { app } from "../../app.ts";
import { announceResult } from "../announcer.tsx";
import { AttemptButton } from "../attempt-button.tsx";

// Else it would be alone in a line of its own.
const useStyles = makeStyles({ dismiss: { minWidth: "auto" } });

interface OfferButtonProps {
  readonly offer: Offer;
  readonly creation: Failed;
  readonly label: string;
  readonly isPrimary: boolean;
}

/** One of the ways on from a failure. What it fails with is shown by the state, or said. */
export function OfferButton({ offer, creation, label, isPrimary }: OfferButtonProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (offer === "copy-details") return <CopyDetails of="creation" isPrimary={isPrimary} />;
  async function press(): Promise<void> {
    const result = await takeOffer(offer, creation, app);
    if (offer === "use-another-account") document.querySelector<HTMLElement>("#organiser")?.click();
    // A failed try is on the card already.
    if (offer !== "retry") announceResult(result, null, t);
  }
  return (
    <Button
      className={mergeClasses(offer === "dismiss" && styles.dismiss)}
      appearance={isPrimary ? "primary" : offer === "dismiss" ? "subtle" : "secondary"}
      data-primary={isPrimary || undefined}
      onClick={() => void press()}
    >
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
  return (
    <AttemptButton
      appearance={isPrimary ? "primary" : "secondary"}
      data-primary={isPrimary || undefined}
      ask={() => app.copyErrorDetails({ of })}
      done={t("failed.detailsCopied")}
    >
      {t("failed.copyDetails")}
    </AttemptButton>
  );
}
