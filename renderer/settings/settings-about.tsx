import { Text } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { AppState } from "../../main/contract/state.ts";

export function AboutSettings({ state }: { readonly state: AppState }) {
  const { t } = useTranslation();
  return (
    <>
      <Text weight="semibold">{t("app.title")}</Text>
      <Text>{t("settings.version", { version: state.appVersion })}</Text>
      <Text>{t("settings.notAffiliated")}</Text>
    </>
  );
}
