import { join } from "node:path";

import type { AppState } from "../contract/state.ts";
import type { TrayIcon } from "../shell/tray-view.ts";

/**
 * The file of an icon: a template image on macOS, which colours it itself; .ico on Windows and PNG on
 * Linux, light glyphs for dark panels and dark ones for light.
 */
export function trayIconPath(
  folder: string,
  icon: TrayIcon,
  platform: AppState["platform"],
  panelIsDark: boolean,
): string {
  if (platform === "darwin") return join(folder, `tray-${icon}Template.png`);
  const shade = panelIsDark ? "for-dark" : "for-light";
  return join(folder, `tray-${icon}-${shade}.${platform === "win32" ? "ico" : "png"}`);
}
