import { app } from "electron";

import type { Log } from "../../base/log.ts";
import { whenItChanged } from "../../base/state-changes.ts";
import type { AppState } from "../../contract/state.ts";
import type { App } from "../../shell/app.ts";
import { trayView } from "../../shell/tray-view.ts";
import type { Box } from "../windows/placement.ts";
import { followTrayHost } from "./follow-tray-host.ts";
import { createTray, type TrayPresenter } from "./tray.ts";
import { createTrayHost } from "./tray-host.ts";

export interface AppTrayDependencies {
  readonly app: Pick<App, "store" | "words" | "ask" | "expectPress">;
  readonly iconFolder: string;
  readonly onClick: (bounds: Box) => void;
  /** The tray went, or came back. */
  readonly onTurn: (presentation: AppState["presentation"]) => void;
  readonly log: Log;
}

/** The tray for as long as the desktop has a place for one. */
export interface AppTray {
  presentation(): AppState["presentation"];
  bounds(): Box | null;
  /** Where what it shows has changed. */
  render(): void;
}

export async function createAppTray(dependencies: AppTrayDependencies): Promise<AppTray> {
  const { iconFolder, onClick, onTurn, log } = dependencies;
  const { store, words, ask, expectPress } = dependencies.app;
  const { platform, settings } = store.read();
  const view = () => trayView(store.read(), words());
  let tray: TrayPresenter | null = null;

  function turn(isThere: boolean): void {
    if (!isThere) {
      tray?.destroy();
      tray = null;
      return;
    }
    tray ??= createTray(
      {
        iconFolder,
        platform,
        log,
        glyph: () => store.read().settings.trayIcon,
        onAsk: (call) => void ask("tray", call),
        onClick,
        onTouch: expectPress,
      },
      view(),
    );
    tray?.render(view());
  }
  // Its words are those of the language, and its colour is a setting.
  const draw = whenItChanged(["language", "settings"], (state) =>
    tray?.render(trayView(state, words())),
  );
  const presentation = () => (tray ? "popup" : "window");

  if (settings.showAsWindow) turn(false);
  else if (platform === "linux") {
    const host = await followTrayHost(createTrayHost(process.env), (isThere) => {
      log.info("tray-host", { isThere });
      turn(isThere);
      onTurn(presentation());
    });
    app.once("will-quit", host.stop);
    turn(host.isThere);
  } else turn(true);
  return { presentation, bounds: () => tray?.bounds() ?? null, render: () => draw(store.read()) };
}
