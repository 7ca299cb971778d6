import { nativeTheme, type IpcMainInvokeEvent } from "electron";

import type { App } from "../shell/app.ts";
import { stateChannel } from "../contract/ipc.ts";
import type { AppState } from "../contract/state.ts";
import type { Log } from "../base/log.ts";
import { publisherOf } from "../base/store.ts";
import { noticeFor } from "../shell/notices.ts";
import { trayView } from "../shell/tray-view.ts";
import { isTrustedSender } from "./windows/hardening.ts";
import { createNotifier } from "./notifier.ts";
import { createPopup, type Popup } from "./windows/popup.ts";
import { createSettingsWindow } from "./windows/settings-window.ts";
import { registerShortcuts } from "./shortcuts.ts";
import { createTray, type TrayPresenter } from "./tray.ts";

export interface DesktopDependencies {
  readonly preload: string;
  readonly iconFolder: string;
  readonly quit: () => void;
  readonly log: Log;
}

/** What a person sees: tray, popup, settings, notifications. All of it drawn from the state. */
export interface Desktop {
  readonly showPopup: () => void;
  readonly hidePopup: () => void;
  readonly openSettings: () => void;
  readonly isTrusted: (event: IpcMainInvokeEvent) => boolean;
  /** Where no tray can be had, or none is wanted: a window of its own. */
  readonly isWindow: () => boolean;
  /** Draws the state from now on. */
  readonly draw: (app: App) => void;
}

export function createDesktop({ preload, iconFolder, quit, log }: DesktopDependencies): Desktop {
  const settings = createSettingsWindow(preload);
  let popup: Popup | null = null;
  let tray: TrayPresenter | null = null;
  const showPopup = () => popup?.show(tray?.bounds() ?? null);

  function draw({ store, words, ask, popupTurned }: App): void {
    const publish = publisherOf<"presentation" | "shortcut">(store);
    const { platform, settings: choices } = store.read();
    const view = () => trayView(store.read(), words());
    tray = choices.showAsWindow
      ? null
      : createTray(
          {
            iconFolder,
            platform,
            log,
            onAsk: (call) => void ask("tray", call),
            onClick: (bounds) => popup?.toggle(bounds),
          },
          view(),
        );
    const presentation = tray ? "popup" : "window";
    publish({ presentation });
    const notifier = createNotifier((call) => void ask("notification", call));
    popup = createPopup({
      preload,
      presentation,
      log,
      onClosed: quit,
      onShownChange(popupShown) {
        if (popupShown) notifier.clear();
        popupTurned(popupShown);
      },
    });

    const follow = (state: AppState) => {
      nativeTheme.themeSource = state.settings.theme;
      const { shortcutEnabled } = state.settings;
      const shortcut = registerShortcuts(
        platform,
        shortcutEnabled,
        (call) => void ask("shortcut", call),
      );
      if (shortcut !== state.shortcut) publish({ shortcut });
    };
    let before = store.read();
    store.subscribe((state) => {
      const last = before;
      before = state;
      popup?.send(stateChannel, state);
      settings.send(stateChannel, state);
      tray?.render(view());
      const notice = noticeFor(last, state, words());
      if (notice) notifier.show(notice);
      if (last.settings !== state.settings) follow(state);
    });
    follow(store.read());
    tray?.render(view());
  }

  return {
    showPopup,
    hidePopup: () => popup?.hide(),
    isWindow: () => tray === null,
    openSettings: () => settings.show(),
    isTrusted: (event) => isTrustedSender(event, [popup?.contents() ?? null, settings.contents()]),
    draw,
  };
}
