import { globalShortcut, nativeTheme, type IpcMainInvokeEvent } from "electron";

import type { App } from "../shell/app.ts";
import { stateChannel } from "../contract/ipc.ts";
import type { AppState } from "../contract/state.ts";
import type { Log } from "../base/log.ts";
import { publisherOf } from "../base/store.ts";
import { type Notice, noticeFor } from "../shell/notices.ts";
import { isSigningIn, noticeClicks } from "../doors/tables.ts";
import { signInEnd } from "../shell/sign-in-sight.ts";
import { trayView } from "../shell/tray-view.ts";
import { isTrustedSender } from "./windows/hardening.ts";
import { createNotifier } from "./notifier.ts";
import { createPopup, type Popup } from "./windows/popup.ts";
import { createSettingsWindow } from "./windows/settings-window.ts";
import { createShortcuts } from "./shortcuts.ts";
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
  /** The last run had an error that nobody caught. */
  readonly tellUncaught: () => void;
  readonly isTrusted: (event: IpcMainInvokeEvent) => boolean;
  /** Where no tray can be had, or none is wanted: a window of its own. */
  readonly isWindow: () => boolean;
  /** Draws the state from now on. */
  readonly draw: (app: App) => void;
}

/** As long as a window may take to get the focus it was given. */
const comingMilliseconds = 700;

export function createDesktop({ preload, iconFolder, quit, log }: DesktopDependencies): Desktop {
  const settings = createSettingsWindow(preload);
  let popup: Popup | null = null;
  let tray: TrayPresenter | null = null;
  let tellUncaught = () => undefined as void;
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
    const notifier = createNotifier((call) => void ask("notification", call), showPopup);
    popup = createPopup({
      preload,
      presentation,
      log,
      onClosed: quit,
      isPinned: () => isSigningIn(store.read()),
      onShownChange(popupShown) {
        if (popupShown) notifier.clear();
        popupTurned(popupShown);
      },
    });

    /** Some desktops let no window come to the front that nobody clicked. */
    const bringBack = (notice: Notice) => {
      showPopup();
      setTimeout(() => {
        if (!popup?.hasFocus()) notifier.show(notice);
      }, comingMilliseconds).unref();
    };
    tellUncaught = () => {
      const say = (part: string) => words()(`notify.uncaught.${part}`);
      notifier.show({
        title: say("title"),
        body: say("body"),
        actions: [],
        click: noticeClicks.popup,
      });
    };
    const follow = (state: AppState) => {
      nativeTheme.themeSource = state.settings.theme;
    };
    const registerShortcuts = createShortcuts({
      system: globalShortcut,
      platform,
      isEnabled: () => store.read().settings.shortcutEnabled,
      onAsk: (call) => void ask("shortcut", call),
    });
    const showShortcut = () => {
      const shortcut = registerShortcuts();
      if (shortcut !== store.read().shortcut) publish({ shortcut });
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
      const signedIn = signInEnd(last, state, words());
      if (signedIn) bringBack(signedIn);
      if (last.settings.theme !== state.settings.theme) follow(state);
      if (last.settings.shortcutEnabled !== state.settings.shortcutEnabled) showShortcut();
    });
    follow(store.read());
    showShortcut();
    tray?.render(view());
  }

  return {
    showPopup,
    hidePopup: () => popup?.hide(),
    isWindow: () => tray === null,
    openSettings: () => settings.show(),
    tellUncaught: () => tellUncaught(),
    isTrusted: (event) => isTrustedSender(event, [popup?.contents() ?? null, settings.contents()]),
    draw,
  };
}
