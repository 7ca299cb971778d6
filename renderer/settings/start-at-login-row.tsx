import { Field, Switch } from "@fluentui/react-components";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { errorText } from "../error-text.ts";
import { announce } from "../ui/announcer.tsx";
import type { OwnRowProps } from "./setting-rows.tsx";

/** Kept by the system and not by us: the switch stands where the system says, and cannot be moved where that decides. */
export function StartAtLoginRow({ state }: OwnRowProps) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<string | null>(null);
  const { startAtLogin } = state;

  async function change(isOn: boolean): Promise<void> {
    setProblem(null);
    const result = await app.setStartAtLogin({ isOn });
    if (result.ok) return announce(t("settings.saved"));
    const { whole } = errorText(result.error, t);
    setProblem(whole);
    announce(whole, "assertive");
  }
  return (
    <Field
      hint={hintOf(state, t)}
      validationState={problem === null ? "none" : "error"}
      validationMessage={problem}
    >
      <Switch
        label={t("settings.startAtLogin")}
        checked={isOn[startAtLogin]}
        disabled={!isOurs[startAtLogin]}
        onChange={(_event, { checked }) => void change(checked)}
      />
    </Field>
  );
}

type Standing = Readonly<Record<AppState["startAtLogin"], boolean>>;

const isOn: Standing = {
  on: true,
  off: false,
  "for-everybody": true,
  "needs-approval": true,
  "off-in-system": false,
  unavailable: false,
};

/** Whether it is for the person to change, here. */
const isOurs: Standing = {
  on: true,
  off: true,
  "for-everybody": false,
  "needs-approval": true,
  "off-in-system": false,
  unavailable: false,
};

function hintOf({ startAtLogin, platform }: AppState, t: TFunction): string | null {
  if (startAtLogin === "on") return null;
  const where = platform === "win32" ? "windows" : "others";
  const key = startAtLogin === "off-in-system" ? `${startAtLogin}.${where}` : startAtLogin;
  return t(`settings.startAtLoginHints.${key}`);
}
