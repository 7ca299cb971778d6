import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import type { AppState } from "../../../main/contract/state.ts";
import { app } from "../../app.ts";
import { SwitchField } from "../../ui/fields/switch-field.tsx";
import { useAttempt } from "../../ui/state/use-attempt.ts";
import type { OwnRowProps } from "./setting-rows.tsx";

/** The calendar is read by permission, so its switch asks for that first. */
export function ShowUpcomingRow({ state }: OwnRowProps) {
  const { t } = useTranslation();
  const { attempt, problem } = useAttempt();
  const change = (isOn: boolean) =>
    attempt(isOn ? app.showUpcoming() : app.hideUpcoming(), t("settings.saved"));
  return (
    <SwitchField
      label={t("settings.showUpcoming")}
      hint={hintOf(state, t)}
      problem={problem}
      checked={state.settings.showUpcoming}
      onChange={(isOn) => void change(isOn)}
    />
  );
}

function hintOf({ upcoming, session, settings }: AppState, t: TFunction): string {
  if (upcoming.kind === "asking") return t("settings.showUpcomingAsking");
  const isRefused = upcoming.kind === "off" && settings.showUpcoming;
  return isRefused && session.kind === "signed-in"
    ? t("settings.showUpcomingNotAllowed", { username: session.account.username })
    : t("settings.showUpcomingHint");
}
