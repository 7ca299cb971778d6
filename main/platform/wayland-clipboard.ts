import { spawn } from "node:child_process";

import type { App, BrowserWindow } from "electron";

import type { AppState } from "../contract/state.ts";
import type { WaylandClipboard } from "./clipboard.ts";

/** Whoever hangs longer than this is not waited for. */
const patienceMilliseconds = 2_000;

/**
 * Null where the session is none of Wayland's. An X11 window is no better off there: what it copies is
 * passed on to the desktop while it has the focus.
 */
export function createWaylandClipboard(
  app: Pick<App, "on">,
  platform: AppState["platform"],
  variables: NodeJS.ProcessEnv,
  run: typeof runProgram = runProgram,
): WaylandClipboard | null {
  const { XDG_SESSION_TYPE, WAYLAND_DISPLAY = "" } = variables;
  if (platform !== "linux") return null;
  if (XDG_SESSION_TYPE !== "wayland" && WAYLAND_DISPLAY === "") return null;
  return {
    focus: watchFocus(app),
    async read() {
      const read = await run("wl-paste", ["--no-newline", "--type", "text"], null);
      return read.isFound ? read.text : null;
    },
    async write(text) {
      await run("wl-copy", ["--type", "text/plain;charset=utf-8"], text);
    },
    async clear() {
      await run("wl-copy", ["--clear"], null);
    },
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

interface Ran {
  readonly isFound: boolean;
  readonly text: string;
}

/** What a program of the desktop's says; most desktops have none of that name. */
export function runProgram(name: string, words: readonly string[], input: string | null) {
  return new Promise<Ran>((resolve) => {
    // wl-copy goes on in the background: it must not hold what this one waits for.
    const isReading = input === null && name !== "wl-copy";
    const child = spawn(name, words, {
      stdio: [input === null ? "ignore" : "pipe", isReading ? "pipe" : "ignore", "ignore"],
      timeout: patienceMilliseconds,
    });
    const chunks: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input ?? "");
    child.once("error", () => resolve({ isFound: false, text: "" }));
    child.once("close", () => resolve({ isFound: true, text: Buffer.concat(chunks).toString() }));
  });
}
