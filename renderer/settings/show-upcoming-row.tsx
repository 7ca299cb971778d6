import { Field, Switch } from "@fluentui/react-components";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { errorText } from "../error-text.ts";
import { announce } from "../ui/announcer.tsx";
import type { OwnRowProps } from "./setting-rows.tsx";

/** The calendar is read by permission, so its switch asks for that first. */
export function ShowUpcomingRow({ state }: OwnRowProps) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<string | null>(null);

  async function change(isOn: boolean): Promise<void> {
    setProblem(null);
    const result = await (isOn ? app.showUpcoming() : app.hideUpcoming());
    if (result.ok) return announce(t("settings.saved"));
    if (result.error.kind === "cancelled") return;
    const { title } = errorText(result.error, t);
    setProblem(title);
    announce(title, "assertive");
  }
  return (
    <Field
      hint={hintOf(state, t)}
      validationState={problem === null ? "none" : "error"}
      validationMessage={problem}
    >
      <Switch
        label={t("settings.showUpcoming")}
        checked={state.settings.showUpcoming}
        onChange={(_event, { checked }) => void change(checked)}
      />
    </Field>
  );
}

function hintOf({ upcoming, session, settings }: AppState, t: TFunction): string {
  if (upcoming.kind === "asking") return t("settings.showUpcomingAsking");
  const isRefused = upcoming.kind === "off" && settings.showUpcoming;
  return isRefused && session.kind === "signed-in"
    ? t("settings.showUpcomingNotAllowed", { username: session.account.username })
    : t("settings.showUpcomingHint");
}
