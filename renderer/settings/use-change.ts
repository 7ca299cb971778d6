import { useTranslation } from "react-i18next";

import type { Result } from "../../main/contract/errors.ts";
import type { SettingsChange } from "../../main/contract/settings.ts";
import { app } from "../app.ts";
import { useAttempt } from "../ui/state/use-attempt.ts";

export interface Change {
  readonly change: (part: SettingsChange, told?: string) => Promise<Result<undefined>>;
  /** Why the last change was not saved; null where it was. */
  readonly problem: string | null;
}

/** Changes settings, and says that they are saved, or why not. */
export function useChange(): Change {
  const { t } = useTranslation();
  const { attempt, problem } = useAttempt();
  return {
    problem,
    change: (part, told = t("settings.saved")) => attempt(app.changeSettings(part), told),
  };
}
