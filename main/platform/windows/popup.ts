import { app, BrowserWindow, nativeTheme, screen, type WebContents } from "electron";

import type { Log } from "../../base/log.ts";
import type { AppState } from "../../contract/state.ts";
import { comeForward } from "./come-forward.ts";
import { type Box, placePopup, popupSize } from "./placement.ts";
import { rendererOrigin } from "./renderer-files.ts";
import { backgroundOf, safeWebPreferences } from "./window-options.ts";

export interface PopupDependencies {
  readonly preload: string;
  /** A normal window where no tray can be had; at the start. */
  readonly presentation: AppState["presentation"];
  readonly onShownChange: (isShown: boolean) => void;
  /** It stays although another window has the focus. */
  readonly isPinned: () => boolean;
  /** The person closed the window that stands for the tray. */
  readonly onClosed: () => void;
  readonly log: Log;
}

export interface Popup {
  show(tray?: Box | null): void;
  hide(): void;
  /** A click on the icon: closes what is open, opens what is not. */
  toggle(tray: Box | null): void;
  hasFocus(): boolean;
  contents(): WebContents | null;
  send(channel: string, value: unknown): void;
  /** Another one from now on, or as soon as nobody looks: what is in sight stays. */
  present(presentation: AppState["presentation"]): void;
}

/** On Windows a click on the icon takes the focus first, so the popup is already hidden when it arrives. */
const clickAfterBlurMilliseconds = 250;

/** A page that dies again this soon would only die once more: the next one waits until it is asked for. */
const livedTooShortMilliseconds = 10_000;

/** Created hidden at the start, so that showing it costs no load. */
export function createPopup(dependencies: PopupDependencies): Popup {
  const { preload, onShownChange, isPinned, onClosed, log } = dependencies;
  let { presentation, presentation: wanted } = dependencies;
  let window = open();
  let hiddenAt = 0;
  const isQuitting = watchQuit();

  function open(): BrowserWindow {
    const created = newWindow(preload, presentation);
    tellShown(created, onShownChange);
    // Not while it is still being put away.
    tellShown(created, (isInSight) => void (isInSight || setImmediate(turn)));
    if (presentation === "popup") created.on("blur", hideUnlessInspected);
    created.on("close", (event) => {
      if (isQuitting()) return;
      event.preventDefault();
      (presentation === "window" ? onClosed : hide)();
    });
    onGone(created, (reason, waits) => {
      if (isQuitting()) return;
      log.error("popup-gone", { reason });
      replace(created, waits);
    });
    void created.loadURL(`${rendererOrigin}/index.html`);
    return created;
  }

  function replace(dead: BrowserWindow, waits: boolean): void {
    const bounds = dead.getBounds();
    const wasVisible = dead.isVisible();
    dead.destroy();
    if (wasVisible) onShownChange(false);
    if (waits) return;
    window = open();
    if (wasVisible) showOnceReady(window, bounds);
  }

  function turn(): void {
    if (wanted === presentation || isShown() || isQuitting()) return;
    presentation = wanted;
    const before = window;
    window = open();
    if (!before.isDestroyed()) before.destroy();
  }

  function hideUnlessInspected(): void {
    if (!isPinned() && !window.webContents.isDevToolsFocused()) hide();
  }

  const isShown = () => !window.isDestroyed() && window.isVisible() && !window.isMinimized();

  function hide(): void {
    if (!isShown()) return;
    hiddenAt = Date.now();
    // Without a tray nothing brings back what is hidden; the taskbar does.
    if (presentation === "window") window.minimize();
    else window.hide();
  }

  function show(tray: Box | null = null): void {
    if (window.isDestroyed()) window = open();
    if (presentation === "popup") place(window, tray);
    comeForward(window);
  }

  return {
    show,
    hide,
    toggle(tray) {
      const justHidden = Date.now() - hiddenAt < clickAfterBlurMilliseconds;
      if (isShown()) hide();
      else if (!justHidden) show(tray);
    },
    present(next) {
      wanted = next;
      turn();
    },
    ...whileItLives(() => window),
  };
}

const whileItLives = (
  current: () => BrowserWindow,
): Pick<Popup, "hasFocus" | "contents" | "send"> => ({
  hasFocus: () => !current().isDestroyed() && current().isFocused(),
  contents: () => (current().isDestroyed() ? null : current().webContents),
  send(channel, value) {
    if (!current().isDestroyed()) current().webContents.send(channel, value);
  },
});

function watchQuit(): () => boolean {
  let isQuitting = false;
  app.once("before-quit", () => {
    isQuitting = true;
  });
  return () => isQuitting;
}

function newWindow(preload: string, presentation: AppState["presentation"]): BrowserWindow {
  const window = new BrowserWindow({
    ...(presentation === "popup" ? popupOptions : windowOptions),
    show: false,
    title: "Quick Meeting",
    backgroundColor: backgroundOf(nativeTheme.shouldUseDarkColors),
    webPreferences: safeWebPreferences(preload),
  });
  window.removeMenu();
  return window;
}

function showOnceReady(window: BrowserWindow, bounds: Box): void {
  window.once("ready-to-show", () => {
    window.setBounds(bounds);
    window.show();
  });
}

/** `waits`: its page died too soon after it was opened for another one to be opened at once. */
function onGone(window: BrowserWindow, tell: (reason: string, waits: boolean) => void): void {
  const openedAt = Date.now();
  window.webContents.on("render-process-gone", (_event, { reason }) =>
    tell(reason, Date.now() - openedAt < livedTooShortMilliseconds),
  );
}

/** By the tray, on the screen where that or the pointer is. */
function place(window: BrowserWindow, tray: Box | null): void {
  const pointer = screen.getCursorScreenPoint();
  const { workArea } = screen.getDisplayNearestPoint(tray && tray.width > 0 ? tray : pointer);
  const size = popupSize(workArea);
  window.setBounds({ ...size, ...placePopup(tray, workArea, size, pointer) });
}

function tellShown(window: BrowserWindow, tell: (isShown: boolean) => void): void {
  window.on("show", () => tell(true));
  window.on("restore", () => tell(true));
  window.on("hide", () => tell(false));
  window.on("minimize", () => tell(false));
}

const popupOptions = {
  width: 380,
  height: 560,
  frame: false,
  resizable: false,
  minimizable: false,
  maximizable: false,
  fullscreenable: false,
  skipTaskbar: true,
  alwaysOnTop: true,
};

const windowOptions = {
  width: 380,
  height: 592,
  minWidth: 340,
  minHeight: 440,
  useContentSize: true,
};
