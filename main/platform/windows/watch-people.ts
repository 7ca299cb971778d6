import type { App, BrowserWindow, Input, MouseInputEvent, WebContents } from "electron";

import { type Act, createAttention } from "../../shell/guard/attention.ts";
import type { Person } from "../../shell/guard/guard.ts";

/**
 * Sees what a person does in each window, before its page does. Chromium tells the main process of input that came
 * from the system on its way to the page; what a page dispatches itself never passes here.
 * @see https://www.electronjs.org/docs/latest/api/web-contents#event-before-mouse-event
 */
export function watchPeople(
  app: Pick<App, "on" | "getAccessibilitySupportFeatures">,
  elapsed: () => number,
): (contents: WebContents) => Person | null {
  const people = new WeakMap<WebContents, Person>();

  function watch(window: BrowserWindow): Person {
    const { webContents } = window;
    const isThere = () => !window.isDestroyed() && window.isVisible() && !window.isMinimized();
    const attention = createAttention({ isVisible: isThere, elapsed });
    const look = () => attention.look();
    const note = (act: Act | null) => {
      if (act) attention.saw(act);
    };
    webContents.on("before-input-event", (_event, key) => note(actOfKey(key)));
    // Of every surface of the page, lists that hang out of it too.
    webContents.on("before-mouse-event", (_event, mouse) => note(actOfMouse(mouse)));
    webContents.on("input-event", (_event, { type }) => note(actOfFinger(type)));
    window.on("show", look);
    window.on("restore", look);
    window.on("hide", look);
    window.on("minimize", look);
    return {
      isPresent: () => attention.isPresent(),
      takeGesture: () => attention.takeGesture(),
      isAssisted: () => isThere() && window.isFocused() && canPressPages(app),
    };
  }

  app.on("browser-window-created", (_event, window) => {
    people.set(window.webContents, watch(window));
  });
  return (contents) => people.get(contents) ?? null;
}

/**
 * A screen reader has the page itself do what a button does: no key and no click passes through main. It can do so
 * only while Chromium shows it what is in the page.
 */
const canPressPages = (app: Pick<App, "getAccessibilitySupportFeatures">): boolean =>
  app.getAccessibilitySupportFeatures().includes("webContents");

/** What is typed presses nothing; Space does, wherever it is. */
const pressingKeys = new Set(["Enter", " "]);
/** They only hold others down, or close what is open. */
const silentKeys = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "Escape"]);

type Key = Pick<
  Input,
  "type" | "key" | "isAutoRepeat" | "isComposing" | "control" | "meta" | "alt"
>;

export function actOfKey(input: Key): Act | null {
  const { type, key, isAutoRepeat, isComposing, control, meta, alt } = input;
  if (silentKeys.has(key)) return null;
  // With Alt as well it is AltGr, which types.
  const isPress = pressingKeys.has(key) || ((control || meta) && !alt);
  if (!isPress || isComposing || isAutoRepeat) return "use";
  return type === "keyUp" ? "release" : "press";
}

export function actOfMouse({ type, button }: Pick<MouseInputEvent, "type" | "button">): Act | null {
  if (type === "mouseDown") return button === "left" ? "press" : "use";
  return type === "mouseUp" && button === "left" ? "release" : null;
}

/** A tap is known when the finger is gone again; to scroll is none. */
export function actOfFinger(type: string): Act | null {
  if (type === "gestureTap") return "press";
  return type === "touchStart" ? "use" : null;
}
