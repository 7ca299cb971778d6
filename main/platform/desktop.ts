import { globalShortcut, nativeTheme, type IpcMainInvokeEvent } from "electron";

import type { App } from "../shell/app.ts";
import { type StateChange, stateChannel } from "../contract/ipc.ts";
import type { AppError } from "../contract/errors.ts";
import type { AppState } from "../contract/state.ts";
import type { Log } from "../base/log.ts";
import { changeBetween } from "../base/state-changes.ts";
import { publisherOf } from "../base/store.ts";
import { errorNotice, uncaughtNotice } from "../shell/notices.ts";
import { isSigningIn } from "../doors/tables.ts";
import { isTrustedSender } from "./windows/hardening.ts";
import { createPopup, type Popup } from "./windows/popup.ts";
import { createSettingsWindow } from "./windows/settings-window.ts";
import { createShortcuts } from "./shortcuts.ts";
import { createTeller, type Teller } from "./teller.ts";
import { type AppTray, createAppTray } from "./tray/app-tray.ts";

export interface DesktopDependencies {
  readonly preload: string;
  readonly iconFolder: string;
  /** A question is open in front of the popup. */
  readonly isAsking: () => boolean;
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
  /** Draws the state from now on. */
  readonly draw: (app: App) => Promise<void>;
}

export function createDesktop(dependencies: DesktopDependencies): Desktop {
  const { preload, iconFolder, isAsking, quit, log } = dependencies;
  const settings = createSettingsWindow(preload);
  let popup: Popup | null = null;
  let tray: AppTray | null = null;
  let teller: Teller | null = null;
  const showPopup = () => popup?.show(tray?.bounds() ?? null);

  async function draw(app: App): Promise<void> {
    const { store, words, ask, popupTurned } = app;
    const publish = publisherOf<"presentation" | "shortcut">(store);
    const { platform, settings: choices } = store.read();
    nativeTheme.themeSource = choices.theme;
    tray = await createAppTray({
      app,
      iconFolder,
      onClick: (bounds) => popup?.toggle(bounds),
      onTurn(turned) {
        popup?.present(turned);
        publish({ presentation: turned });
      },
      log,
    });
    const presentation = tray.presentation();
    publish({ presentation });
    teller = createTeller({
      atStart: store.read(),
      words,
      onAsk: (call) => void ask("notification", call),
      showPopup,
      isInFront: () => popup?.hasFocus() ?? false,
    });
    popup = createPopup({
      preload,
      presentation,
      log,
      onClosed: quit,
      isPinned: () => store.read().settings.keepOpen || isSigningIn(store.read()) || isAsking(),
      onShownChange(isShown) {
        if (isShown) teller?.clear();
        popupTurned(isShown);
      },
    });

    const registerShortcuts = createShortcuts({
      system: globalShortcut,
      platform,
      isEnabled: () => store.read().settings.shortcutEnabled,
      onAsk: (call) => void ask("shortcut", call),
    });
    const tellShortcut = () => publish({ shortcut: registerShortcuts() });
    let before = store.read();
    const sendWhatChanged = sender(before, (change) => {
      popup?.send(stateChannel, change);
      settings.send(stateChannel, change);
    });
    store.subscribe((state) => {
      const last = before;
      before = state;
      sendWhatChanged(state);
      tray?.render();
      teller?.look(state);
      if (last.settings.theme !== state.settings.theme)
        nativeTheme.themeSource = state.settings.theme;
      if (last.settings.shortcutEnabled !== state.settings.shortcutEnabled) tellShortcut();
    });
    tellShortcut();
    tray.render();
  }

  return {
    showPopup,
    hidePopup: () => popup?.hide(),
    openSettings: () => settings.show(),
    tellUncaught: () => teller?.tell(uncaughtNotice),
    tellRefused: (error) => teller?.tell((words) => errorNotice(error, words)),
    isTrusted: (event) => isTrustedSender(event, [popup?.contents() ?? null, settings.contents()]),
    draw,
  };
}

function sender(first: AppState, send: (change: StateChange) => void): (state: AppState) => void {
  let sent = first;
  return (state) => {
    const change = changeBetween(sent, state);
    if (!change) return;
    sent = state;
    send(change);
  };
}
