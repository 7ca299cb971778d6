import { nativeTheme, type IpcMainInvokeEvent } from "electron";

import type { App } from "../shell/app.ts";
import type { Command } from "../doors/command.ts";
import { stateChannel } from "../contract/ipc.ts";
import type { AppState } from "../contract/state.ts";
import type { Log } from "../base/log.ts";
import { noticeFor } from "../shell/notices.ts";
import { trayView } from "../shell/tray-view.ts";
import { isTrustedSender } from "./windows/hardening.ts";
import { createNotifier } from "./notifier.ts";
import { createPopup, type Popup } from "./windows/popup.ts";
import { createSettingsWindow } from "./windows/settings-window.ts";
import { registerMeetNow } from "./shortcuts.ts";
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
  /** Draws the state from now on. */
  readonly draw: (app: App) => void;
}

/** The card of a finished creation goes when the popup is opened this long after it. */
const cardLifeMilliseconds = 10 * 60_000;

export function createDesktop({ preload, iconFolder, quit, log }: DesktopDependencies): Desktop {
  const settings = createSettingsWindow(preload);
  let popup: Popup | null = null;
  let tray: TrayPresenter | null = null;
  const showPopup = () => popup?.show(tray?.bounds() ?? null);

  function draw({ store, words, runCommand, handlers }: App): void {
    const { platform, settings: choices } = store.read();
    const view = () => trayView(store.read(), words());
    const onCommand = (command: Command) => void runCommand(command);
    tray = choices.showAsWindow
      ? null
      : createTray(
          { iconFolder, platform, log, onCommand, onClick: (bounds) => popup?.toggle(bounds) },
          view(),
        );
    const presentation = tray ? "popup" : "window";
    store.update((state) => ({ ...state, presentation }));
    const notifier = createNotifier(onCommand);
    popup = createPopup({
      preload,
      presentation,
      log,
      onClosed: quit,
      onShownChange(popupShown) {
        if (popupShown) notifier.clear();
        if (popupShown && isOldCard(store.read())) void handlers.dismissCreation();
        store.update((state) => ({ ...state, popupShown }));
      },
    });

    const follow = (state: AppState) => {
      nativeTheme.themeSource = state.settings.theme;
      const { shortcutEnabled } = state.settings;
      const press = () => void runCommand({ name: "meetNow" });
      const shortcut = registerMeetNow(platform, shortcutEnabled, press);
      store.update((now) => (now.shortcut === shortcut ? now : { ...now, shortcut }));
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
    openSettings: () => settings.show(),
    isTrusted: (event) => isTrustedSender(event, [popup?.contents() ?? null, settings.contents()]),
    draw,
  };
}

function isOldCard({ creation }: AppState): boolean {
  return creation.kind === "created" && Date.now() - creation.createdAt > cardLifeMilliseconds;
}
