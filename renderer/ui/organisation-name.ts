import type { TFunction } from "i18next";

import type { Organisation } from "../../main/contract/state.ts";

/** Its tenant, as the person or their admin typed it. */
export const organisationName = (organisation: Organisation, t: TFunction): string =>
  organisation.kind === "sample" ? t("settings.sampleName") : organisation.tenant;
