import { Button, Spinner } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { useForgetting } from "./use-forgetting.ts";

interface ForgetEverythingProps {
  readonly appearance?: "secondary" | "transparent";
}

export function ForgetEverything({ appearance = "secondary" }: ForgetEverythingProps) {
  const { t } = useTranslation();
  const { isAsked, forget } = useForgetting();
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
