import { useTranslation } from "react-i18next";

import type { Result } from "../../main/contract/errors.ts";
import type { SettingsChange } from "../../main/contract/settings.ts";
import { app } from "../app.ts";
import { announceResult } from "../ui/announcer.tsx";

/** Changes settings, and says that they are saved, or why not. */
export function useChange() {
  const { t } = useTranslation();
  return async (part: SettingsChange, told = t("settings.saved")): Promise<Result<undefined>> => {
    const result = await app.changeSettings(part);
    announceResult(result, told, t);
    return result;
  };
}
