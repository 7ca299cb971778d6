import { createClipboard, type WaylandClipboard } from "../../main/platform/clipboard/clipboard.ts";
import { hastyClock } from "./hasty-clock.ts";

/** How a desktop takes what is copied at this moment. */
export type Mood =
  | "fine"
  /** Another app holds it: writing resolves all the same, and nothing changes. */
  | "held"
  /** Writing rejects. */
  | "refuses"
  /** Reading does too. */
  | "silent"
  /** The session is Wayland's, and another window has the focus: Chromium reads back what it had in mind. */
  | "unfocused";

/** The app's own clipboard, over a desktop that is not always willing. */
export function aDesktopClipboard(moodNow: () => Mood, programs: "none" | "wl-clipboard" = "none") {
  const desktop = { text: "before" };
  /** Chromium's own, which only a desktop that took it shares. */
  let remembered: string | null = null;
  let turn = 0;
  let wasFocused = true;
  function mood(): Mood {
    const now = moodNow();
    const isFocused = now !== "unfocused";
    if (isFocused && !wasFocused) turn += 1;
    wasFocused = isFocused;
    return now;
  }
  function put(text: string): void {
    const now = mood();
    if (now === "refuses" || now === "silent") throw new Error("OpenClipboard failed");
    if (now === "held") return;
    if (now === "unfocused") remembered = text;
    else {
      remembered = null;
      desktop.text = text;
    }
  }
  const hasPrograms = programs === "wl-clipboard";
  const wayland: WaylandClipboard = {
    focus: () => (mood() === "unfocused" ? null : turn),
    read: async () => (hasPrograms ? desktop.text : null),
    async write(text) {
      if (hasPrograms && mood() === "unfocused") desktop.text = text;
    },
    async clear() {
      if (hasPrograms && mood() === "unfocused") desktop.text = "";
    },
  };
  const over = (isWayland: boolean) =>
    createClipboard({
      platform: "linux",
      clock: hastyClock,
      wayland: isWayland ? wayland : null,
      clipboard: {
        writeText: async (text) => put(text),
        async readText() {
          if (mood() === "silent") throw new Error("OpenClipboard failed");
          return remembered ?? desktop.text;
        },
        clear: () => put(""),
      },
      write: async (forms) => put(forms["text/plain"] ?? ""),
    });
  return { desktop, x11: over(false), wayland: over(true) };
}
