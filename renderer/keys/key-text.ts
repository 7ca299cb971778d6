import type { TFunction } from "i18next";

import type { AppState } from "../../main/contract/state.ts";

const named: Readonly<Record<string, string>> = {
  Control: "control",
  Shift: "shift",
  Enter: "enter",
  Delete: "delete",
  Esc: "escape",
};

/** Keys as keyboards are labelled in this language. `keys` are written as Electron's accelerators: "CommandOrControl+C". */
export const keyText = (keys: string, platform: AppState["platform"], t: TFunction): string =>
  keys
    .replace("CommandOrControl", platform === "darwin" ? "Command" : "Control")
    .split("+")
    .map((key) => {
      const name = named[key];
      return name === undefined ? key.replace("Command", "Cmd") : t(`keys.named.${name}`);
    })
    .join("+");
