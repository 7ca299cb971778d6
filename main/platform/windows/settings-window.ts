import { BrowserWindow, nativeTheme, type WebContents } from "electron";

import { comeForward } from "./come-forward.ts";
import { rendererOrigin } from "./renderer-files.ts";
import { backgroundOf, safeWebPreferences } from "./window-options.ts";

export interface SettingsWindow {
  /** One at a time: asked for again, the first comes back. */
  show(): void;
  contents(): WebContents | null;
  send(channel: string, value: unknown): void;
}

export function createSettingsWindow(preload: string): SettingsWindow {
  let window: BrowserWindow | null = null;

  function open(): BrowserWindow {
    const created = new BrowserWindow({
      width: 760,
      height: 580,
      minWidth: 480,
      minHeight: 480,
      useContentSize: true,
      show: false,
      title: "Quick Meeting",
      backgroundColor: backgroundOf(nativeTheme.shouldUseDarkColors),
      webPreferences: safeWebPreferences(preload),
    });
    created.removeMenu();
    created.once("ready-to-show", () => created.show());
    created.once("closed", () => {
      window = null;
    });
    // A dead page cannot be mended in place: the next press opens a new one.
    created.webContents.once("render-process-gone", () => created.destroy());
    void created.loadURL(`${rendererOrigin}/index.html?window=settings`);
    return created;
  }

  return {
    show() {
      // One that is just loading comes by itself.
      if (window && (window.isVisible() || window.isMinimized())) comeForward(window);
      window ??= open();
    },
    contents: () => window?.webContents ?? null,
    send(channel, value) {
      window?.webContents.send(channel, value);
    },
  };
}
