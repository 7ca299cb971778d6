import type { TFunction } from "i18next";

import type { AppState } from "../../main/contract/state.ts";
import { allShortcuts, type ShortcutName } from "./shortcuts.ts";

const named: Readonly<Record<string, string>> = {
  Control: "control",
  Shift: "shift",
  Enter: "enter",
  Delete: "delete",
  Esc: "escape",
};

/** Keys that have a sign on them and no name. */
const signs: Readonly<Record<string, string>> = {
  Command: "Cmd",
  Up: "↑",
  Down: "↓",
  Left: "←",
  Right: "→",
};

/** Keys as keyboards are labelled in this language. `keys` are written as Electron's accelerators: "CommandOrControl+C". */
export const keyText = (keys: string, platform: AppState["platform"], t: TFunction): string =>
  keys
    .replace("CommandOrControl", platform === "darwin" ? "Command" : "Control")
    .split("+")
    .map((key) => {
      const name = named[key];
      return name === undefined ? (signs[key] ?? key) : t(`keys.named.${name}`);
    })
    .join("+");

/** What menus and buttons name: of several keys the first. */
export const shortcutText = (
  name: ShortcutName,
  platform: AppState["platform"],
  t: TFunction,
): string => keyText(allShortcuts.get(name)?.keys[0] ?? "", platform, t);

/** The same keys for `aria-keyshortcuts`: a screen reader speaks them with the button that they press. */
export const spokenKeys = (keys: string, platform: AppState["platform"]): string =>
  keys
    .replace("CommandOrControl", platform === "darwin" ? "Meta" : "Control")
    .replace(/Command|Super/u, "Meta");

export const spokenShortcut = (name: ShortcutName, platform: AppState["platform"]): string =>
  spokenKeys(allShortcuts.get(name)?.keys[0] ?? "", platform);

/** The keys of a menu's item are seen beside it, and spoken as keys: in its name they would be read as a part of it. */
export const itemKeys = (name: ShortcutName, platform: AppState["platform"], t: TFunction) => ({
  secondaryContent: { children: shortcutText(name, platform, t), "aria-hidden": true },
  "aria-keyshortcuts": spokenShortcut(name, platform),
});
