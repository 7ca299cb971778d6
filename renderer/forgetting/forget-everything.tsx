import { Button, Spinner } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { forgetEverything } from "./forget.ts";

interface ForgetEverythingProps {
  readonly appearance?: "secondary" | "transparent";
}

/** Main asks before anything goes, where no page can answer for the person; until they have, nothing is running. */
export function ForgetEverything({ appearance = "secondary" }: ForgetEverythingProps) {
  const { t } = useTranslation();
  const [isAsked, setIsAsked] = useState(false);
  async function forget(): Promise<void> {
    if (isAsked) return;
    setIsAsked(true);
    await forgetEverything(t);
    setIsAsked(false);
  }
  return (
    <Button
      appearance={appearance}
      size={appearance === "transparent" ? "small" : "medium"}
      disabledFocusable={isAsked}
      icon={isAsked ? <Spinner size="tiny" /> : null}
      onClick={() => void forget()}
    >
      {t("forget.action")}
    </Button>
  );
}
