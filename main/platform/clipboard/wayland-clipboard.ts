import type { App, BrowserWindow } from "electron";

import type { AppState } from "../../contract/state.ts";
import type { WaylandClipboard } from "./clipboard.ts";
import { runProgram } from "../run-program.ts";

/** How wl-paste says that nothing is there, or nothing that is text: in its versions before 2.2, and since. */
const saysNothing =
  /^(?:No selection|No suitable type of content copied|Nothing is copied|Clipboard content is not available)/mu;

/**
 * Null where the session is none of Wayland's. An X11 window is no better off there: what it copies is
 * passed on to the desktop while it has the focus.
 */
export function createWaylandClipboard(
  app: Pick<App, "on">,
  platform: AppState["platform"],
  variables: NodeJS.ProcessEnv,
): WaylandClipboard | null {
  const { XDG_SESSION_TYPE, WAYLAND_DISPLAY = "" } = variables;
  if (platform !== "linux") return null;
  if (XDG_SESSION_TYPE !== "wayland" && WAYLAND_DISPLAY === "") return null;
  /** What it copied it serves from the background. */
  async function copy(words: readonly string[], input: { readonly input?: string }): Promise<void> {
    const { code } = await runProgram("wl-copy", words, { variables, ...input, staysBehind: true });
    if (code !== 0) throw new Error("wl-copy did not copy");
  }
  return {
    focus: watchFocus(app),
    async read() {
      const words = ["--no-newline", "--type", "text"];
      const { code, text, complaint } = await runProgram("wl-paste", words, { variables });
      if (code === 0) return text;
      // It could not ask, or nobody knows what it means: that is no answer.
      return code !== null && saysNothing.test(complaint) ? "" : null;
    },
    write: (text) => copy(["--type", "text/plain;charset=utf-8"], { input: text }),
    clear: () => copy(["--clear"], {}),
  };
}

/** A key or a button has to be pressed in a window that has the focus: compositors ask for both. */
function watchFocus(app: Pick<App, "on">): () => number | null {
  let turn = 0;
  let usedWindow: BrowserWindow | null = null;
  app.on("browser-window-created", (_event, window) => {
    const use = () => {
      if (usedWindow === window || !window.isFocused()) return;
      usedWindow = window;
      turn += 1;
    };
    const leave = () => {
      if (usedWindow === window) usedWindow = null;
    };
    const { webContents } = window;
    webContents.on("before-input-event", use);
    webContents.on("before-mouse-event", (_mouse, { type }) => {
      if (type === "mouseDown" || type === "mouseUp") use();
    });
    window.on("blur", leave);
    window.on("hide", leave);
    window.on("closed", leave);
  });
  return () => (usedWindow === null ? null : turn);
}
