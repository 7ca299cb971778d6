import { isDeepStrictEqual } from "node:util";

import { Menu, type MenuItemConstructorOptions, nativeTheme, Tray } from "electron";

import type { Call } from "../../contract/requests/vocabulary.ts";
import { trayMiddleClick } from "../../doors/tables.ts";
import type { Settings } from "../../contract/settings.ts";
import type { AppState } from "../../contract/state.ts";
import type { Log } from "../../base/log.ts";
import type { TrayItem, TrayView } from "../../shell/tray-view.ts";
import type { Box } from "../windows/placement.ts";
import { type Panel, trayIconPath } from "./tray-icons.ts";

export interface TrayDependencies {
  readonly iconFolder: string;
  readonly platform: AppState["platform"];
  readonly onClick: (bounds: Box) => void;
  /** The mouse came over it. */
  readonly onTouch: () => void;
  readonly onAsk: (call: Call<"tray">) => void;
  /** What the person chose, where the panel's colour cannot be asked. */
  readonly glyph: () => Settings["trayIcon"];
  readonly log: Log;
}

export interface TrayPresenter {
  render(view: TrayView): void;
  bounds(): Box;
  destroy(): void;
}

/** Null where there is no tray. On Linux one without a host to show it raises no error: tray-host.ts asks for that. */
export function createTray(dependencies: TrayDependencies, first: TrayView): TrayPresenter | null {
  const { iconFolder, platform, onClick, onTouch, onAsk, log } = dependencies;
  const iconOf = ({ icon }: TrayView) =>
    trayIconPath(iconFolder, icon, platform, panelOf(platform, dependencies.glyph()));
  let shown: TrayView | null = null;
  let drawn = iconOf(first);
  let tray: Tray;
  try {
    tray = new Tray(drawn);
  } catch (error) {
    log.warn("no-tray", { name: error instanceof Error ? error.name : "unknown" });
    return null;
  }

  const open = () => onClick(tray.getBounds());
  tray.on("click", open);
  // Linux never says so.
  tray.on("mouse-enter", onTouch);
  tray.on("middle-click", () => onAsk(trayMiddleClick));
  if (platform === "darwin")
    tray.on("right-click", () => shown && tray.popUpContextMenu(menu(shown)));
  const recolour = () => shown && tray.setImage(iconOf(shown));
  nativeTheme.on("updated", recolour);

  const menu = (view: TrayView) => Menu.buildFromTemplate(view.menu.map((item) => template(item)));

  function template(item: TrayItem): MenuItemConstructorOptions {
    if (item.kind === "separator") return { type: "separator" };
    if (item.kind === "submenu")
      return { label: item.label, submenu: item.items.map((inner) => template(inner)) };
    const { label, asks, checked } = item;
    const kind = checked === undefined ? {} : { type: "radio" as const, checked };
    return asks === null
      ? { label, ...kind, enabled: false }
      : { label, ...kind, click: () => onAsk(asks) };
  }

  return {
    bounds: () => tray.getBounds(),
    destroy() {
      nativeTheme.removeListener("updated", recolour);
      tray.destroy();
    },
    render(view) {
      if (shown === null || shown.tooltip !== view.tooltip) tray.setToolTip(view.tooltip);
      const path = iconOf(view);
      if (drawn !== path) tray.setImage(path);
      drawn = path;
      if (platform === "darwin" && (shown?.title ?? "") !== view.title) tray.setTitle(view.title);
      // macOS opens a context menu that is set on a left click, which is the popup's there.
      if (platform !== "darwin" && !isDeepStrictEqual(shown?.menu, view.menu))
        tray.setContextMenu(menu(view));
      shown = view;
    },
  };
}

/** Windows has a theme of its own for the taskbar. */
function panelOf(platform: AppState["platform"], glyph: Settings["trayIcon"]): Panel {
  if (platform === "linux") return glyph === "auto" ? "any" : glyph === "light" ? "dark" : "light";
  const { shouldUseDarkColors, shouldUseDarkColorsForSystemIntegratedUI } = nativeTheme;
  const isDark =
    platform === "win32" ? shouldUseDarkColorsForSystemIntegratedUI : shouldUseDarkColors;
  return isDark ? "dark" : "light";
}
