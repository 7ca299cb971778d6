import { Button, Text } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { OrganisationForm } from "../parts/organisation-form.tsx";

export function OrganisationSettings({ state }: { readonly state: AppState }) {
  const { t } = useTranslation();
  const { organisation, sampleAvailable } = state;
  return (
    <>
      {organisation.kind === "sample" && <Text>{t("setUp.sampleBar")}</Text>}
      {organisation.kind === "own" && <Text>{t("settings.changeWarning")}</Text>}
      <OrganisationForm
        key={organisation.kind}
        organisation={organisation}
        submitLabel={t("setUp.save")}
      />
      {sampleAvailable && organisation.kind !== "sample" && (
        <div>
          <Button onClick={() => void app.chooseSampleOrganisation()}>{t("setUp.sample")}</Button>
        </div>
      )}
    </>
  );
}
