import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import type { AppState } from "../../../main/contract/state.ts";
import { app } from "../../app.ts";
import { SwitchField } from "../../ui/fields/switch-field.tsx";
import { useAttempt } from "../../ui/state/use-attempt.ts";
import type { OwnRowProps } from "./setting-rows.tsx";

/** Kept by the system and not by us: the switch stands where the system says, and cannot be moved where that decides. */
export function StartAtLoginRow({ state }: OwnRowProps) {
  const { t } = useTranslation();
  const { attempt, problem } = useAttempt();
  const { startAtLogin } = state;
  return (
    <SwitchField
      label={t("settings.startAtLogin")}
      hint={hintOf(state, t)}
      problem={problem}
      checked={isOn[startAtLogin]}
      disabled={!isOurs[startAtLogin]}
      onChange={(wanted) =>
        void attempt(app.setStartAtLogin({ isOn: wanted }), t("settings.saved"))
      }
    />
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
