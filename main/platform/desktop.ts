import { globalShortcut, nativeTheme, type IpcMainInvokeEvent } from "electron";

import type { App } from "../shell/app.ts";
import { stateChannel } from "../contract/ipc.ts";
import type { AppError } from "../contract/errors.ts";
import type { Log } from "../base/log.ts";
import { publisherOf } from "../base/store.ts";
import { errorNotice, type Notice, noticeFor, uncaughtNotice } from "../shell/notices.ts";
import { isSigningIn } from "../doors/tables.ts";
import { createSignInSight } from "../shell/sign-in-sight.ts";
import type { Words } from "../base/words.ts";
import { trayView } from "../shell/tray-view.ts";
import { isTrustedSender } from "./windows/hardening.ts";
import { createNotifier, type Notifier } from "./notifier.ts";
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
  /** What was asked for at a door was refused. */
  readonly tellRefused: (error: AppError) => void;
  readonly isTrusted: (event: IpcMainInvokeEvent) => boolean;
  /** Where no tray can be had, or none is wanted: a window of its own. */
  readonly isWindow: () => boolean;
  /** Draws the state from now on. */
  readonly draw: (app: App) => void;
}

/** As long as a window may take to get the focus it was given: some desktops give none that nobody clicked. */
const comingMilliseconds = 700;

export function createDesktop({ preload, iconFolder, quit, log }: DesktopDependencies): Desktop {
  const settings = createSettingsWindow(preload);
  let popup: Popup | null = null;
  let tray: TrayPresenter | null = null;
  let tell = (_noticeIn: (words: Words) => Notice) => undefined as void;
  const showPopup = () => popup?.show(tray?.bounds() ?? null);

  function draw({ store, words, ask, popupTurned }: App): void {
    const publish = publisherOf<"presentation" | "shortcut">(store);
    const { platform, settings: choices } = store.read();
    nativeTheme.themeSource = choices.theme;
    const view = () => trayView(store.read(), words());
    tray = choices.showAsWindow
      ? null
      : createTray(
          {
            iconFolder,
            platform,
            log,
            glyph: () => store.read().settings.trayIcon,
            onAsk: (call) => void ask("tray", call),
            onClick: (bounds) => popup?.toggle(bounds),
          },
          view(),
        );
    const presentation = tray ? "popup" : "window";
    publish({ presentation });
    const notifier = createNotifier(platform, (call) => void ask("notification", call), showPopup);
    popup = createPopup({
      preload,
      presentation,
      log,
      onClosed: quit,
      isPinned: () => isSigningIn(store.read()),
      onShownChange(isShown) {
        if (isShown) notifier.clear();
        popupTurned(isShown);
      },
    });

    tell = (noticeIn) => notifier.show(noticeIn(words()));
    const registerShortcuts = createShortcuts({
      system: globalShortcut,
      platform,
      isEnabled: () => store.read().settings.shortcutEnabled,
      onAsk: (call) => void ask("shortcut", call),
    });
    const tellShortcut = () => publish({ shortcut: registerShortcuts() });
    let before = store.read();
    const signInEnd = createSignInSight(before);
    store.subscribe((state) => {
      const last = before;
      before = state;
      popup?.send(stateChannel, state);
      settings.send(stateChannel, state);
      tray?.render(view());
      const notice = noticeFor(last, state, words());
      if (notice) notifier.show(notice);
      const ended = signInEnd(state, words());
      if (ended) {
        showPopup();
        tellUnlessInFront(ended, { popup, notifier });
      }
      nativeTheme.themeSource = state.settings.theme;
      if (last.settings.shortcutEnabled !== state.settings.shortcutEnabled) tellShortcut();
    });
    tellShortcut();
    tray?.render(view());
  }

  return {
    showPopup,
    hidePopup: () => popup?.hide(),
    isWindow: () => tray === null,
    openSettings: () => settings.show(),
    tellUncaught: () => tell(uncaughtNotice),
    tellRefused: (error) => tell((words) => errorNotice(error, words)),
    isTrusted: (event) => isTrustedSender(event, [popup?.contents() ?? null, settings.contents()]),
    draw,
  };
}

function tellUnlessInFront(
  notice: Notice,
  { popup, notifier }: { readonly popup: Popup | null; readonly notifier: Notifier },
): void {
  const look = () => {
    if (!popup?.hasFocus()) notifier.show(notice);
  };
  setTimeout(look, comingMilliseconds).unref();
}
