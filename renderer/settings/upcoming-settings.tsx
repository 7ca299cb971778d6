import { Field, Select, Switch } from "@fluentui/react-components";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Result } from "../../main/contract/errors.ts";
import { reminderMinutes } from "../../main/contract/reminder-minutes.ts";
import type { AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { errorText } from "../error-text.ts";
import { announce } from "../ui/announcer.tsx";

/** The calendar is read by permission, so its switch asks for that first. */
export function UpcomingSettings({ state }: { readonly state: AppState }) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<string | null>(null);
  const { showUpcoming, notifyBeforeMinutes, showCountdown } = state.settings;

  async function change(request: Promise<Result<unknown>>): Promise<void> {
    setProblem(null);
    const result = await request;
    if (result.ok) return announce(t("settings.saved"));
    if (result.error.kind === "cancelled") return;
    const { title } = errorText(result.error, t);
    setProblem(title);
    announce(title, "assertive");
  }
  return (
    <>
      <Field
        hint={hintOf(state, t)}
        validationState={problem === null ? "none" : "error"}
        validationMessage={problem}
      >
        <Switch
          label={t("settings.showUpcoming")}
          checked={showUpcoming}
          onChange={(_event, { checked }) =>
            void change(checked ? app.showUpcoming() : app.hideUpcoming())
          }
        />
      </Field>
      <Field
        label={t("settings.notifyBefore")}
        hint={showUpcoming ? null : t("settings.notifyBeforeHint")}
      >
        <Select
          value={String(notifyBeforeMinutes ?? "")}
          onChange={(_event, { value }) => {
            const minutes = reminderMinutes.find((one) => String(one) === value) ?? null;
            void change(app.changeSettings({ notifyBeforeMinutes: minutes }));
          }}
        >
          <option value="">{t("settings.notifyBeforeNever")}</option>
          {reminderMinutes.map((n) => (
            <option key={n} value={n}>
              {t("settings.notifyBeforeMinutes", { n })}
            </option>
          ))}
        </Select>
      </Field>
      {state.platform === "darwin" && (
        <Switch
          label={t("settings.showCountdown")}
          checked={showCountdown}
          onChange={(_event, { checked }) =>
            void change(app.changeSettings({ showCountdown: checked }))
          }
        />
      )}
    </>
  );
}

function hintOf({ upcoming, session, settings }: AppState, t: TFunction): string {
  if (upcoming.kind === "asking") return t("settings.showUpcomingAsking");
  const isRefused = upcoming.kind === "off" && settings.showUpcoming;
  return isRefused && session.kind === "signed-in"
    ? t("settings.showUpcomingNotAllowed", { username: session.account.username })
    : t("settings.showUpcomingHint");
}
