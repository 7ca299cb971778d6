import { join } from "node:path";

import type { AppState } from "../../contract/state.ts";
import type { TrayIcon } from "../../shell/tray-view.ts";

/** "any" where nobody can say: Linux has no way to ask. */
export type Panel = "dark" | "light" | "any";

/**
 * The file of an icon: a template image on macOS, which colours it itself; .ico on Windows and PNG on
 * Linux, light glyphs for dark panels and dark ones for light, and on a tile of their own for any.
 */
export function trayIconPath(
  folder: string,
  icon: TrayIcon,
  platform: AppState["platform"],
  panel: Panel,
): string {
  if (platform === "darwin") return join(folder, `tray-${icon}Template.png`);
  return join(folder, `tray-${icon}-for-${panel}.${platform === "win32" ? "ico" : "png"}`);
}
