import { Button, makeStyles, mergeClasses } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { Offer } from "../../main/contract/creation-offers.ts";
import type { ErrorPlace, Result } from "../../main/contract/errors.ts";
import type { Failed } from "../../main/contract/meeting.ts";
import { app } from "../app.ts";
import { errorText } from "../error-text.ts";
import { announce } from "./announcer.tsx";

// Else it would be alone in a line of its own.
const useStyles = makeStyles({ dismiss: { minWidth: "auto" } });

interface OfferButtonProps {
  readonly offer: Offer;
  readonly creation: Failed;
  readonly label: string;
  readonly isPrimary: boolean;
}

/** One of the ways on from a failure. What it fails with is shown by the state, or said. */
export function OfferButton({ offer, label, isPrimary }: OfferButtonProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (offer === "copy-details") return <CopyDetails of="creation" isPrimary={isPrimary} />;
  const run = steps[offer];
  if (!run) return null;
  async function press(): Promise<void> {
    const result = await run?.();
    // A failed try is on the card already.
    if (result?.ok === false && offer !== "retry")
      announce(errorText(result.error, t).title, "assertive");
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

const steps: Partial<Record<Offer, () => Promise<Result<unknown>>>> = {
  retry: () => app.retryCreation(),
  "sign-in": () => app.signIn({ accountId: null }),
  // What was typed is kept with the wish: approved, it goes on.
  "allow-calendar": async () => {
    const allowed = await app.allowCalendar();
    return allowed.ok ? app.retryCreation() : allowed;
  },
  "use-another-account": async () => {
    await app.navigate({ view: "home" });
    const closed = await app.dismissCreation();
    document.querySelector<HTMLElement>("#organiser")?.click();
    return closed;
  },
  "open-settings": () => app.openSettings(),
  "edit-time": () => app.navigate({ view: "schedule" }),
  "show-event": () => app.showEvent(),
  dismiss: () => app.dismissCreation(),
};

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
