import type { Clipboard as ElectronClipboard } from "electron";

import type { Clock } from "../../base/clock.ts";
import type { AppState } from "../../contract/state.ts";
import { fail, ok, type Result } from "../../contract/errors.ts";
import type { Clipboard } from "../../meetings/fulfil.ts";

export interface ClipboardDependencies {
  readonly clipboard: Pick<ElectronClipboard, "writeText" | "readText" | "clear">;
  /** One copy in several forms, by MIME type. */
  readonly write: (forms: Record<string, string>) => Promise<void>;
  readonly platform: AppState["platform"];
  /** Null where a text read back is the desktop's own and not remembered by Chromium. */
  readonly wayland: WaylandClipboard | null;
  readonly clock: Pick<Clock, "sleep">;
}

/** Without the focus Wayland drops what is copied, and Chromium reads back what it had in mind itself. */
export interface WaylandClipboard {
  /**
   * A number while one of our windows has the keyboard and was used since: then Chromium reads what the desktop
   * has. Another one each time the focus comes back; null without it.
   */
  readonly focus: () => number | null;
  /**
   * By a program that asks the desktop itself; empty where no text is there, null where it cannot say. On some
   * desktops it has to take the focus for that, so it is asked only while none of our windows has it.
   */
  readonly read: () => Promise<string | null>;
  /** By such a program too. These reject where it could not. */
  readonly write: (text: string) => Promise<void>;
  readonly clear: () => Promise<void>;
}

/** What clipboard histories look for beside a text they shall not keep: a format of that name, with anything in it. */
const secretMarks: Readonly<Record<AppState["platform"], readonly [name: string, value: string]>> =
  {
    // @see https://learn.microsoft.com/windows/win32/dataxchg/clipboard-formats
    win32: ["ExcludeClipboardContentFromMonitorProcessing", "1"],
    // @see http://nspasteboard.org
    darwin: ["org.nspasteboard.ConcealedType", "1"],
    // Klipper reads the value, and those who came after it do the same.
    linux: ["x-kde-passwordManagerHint", "secret"],
  };

/** Another app rarely holds the clipboard for longer than all of these together. */
const tries = 5;
const pauseMilliseconds = 50;

/**
 * Writing resolves whatever happens: Windows drops the text while another app holds the clipboard, Wayland
 * while another window has the focus. So it is done when it is read back, and not before. What was there
 * before is never looked at, but for our own link when it is taken back.
 */
export function createClipboard(dependencies: ClipboardDependencies): Clipboard {
  const { clipboard, write, platform, wayland, clock } = dependencies;
  const [name, value] = secretMarks[platform];

  const focus = () => (wayland ? wayland.focus() : 0);

  /** Null where nobody can say: without the focus, or if it was lost since it was `before`. */
  async function held(before: number | null): Promise<string | null> {
    if (before !== null) {
      const text = await settled(() => clipboard.readText(), null);
      const now = focus();
      if (now !== null) return now === before ? text : null;
    }
    return wayland ? wayland.read() : null;
  }

  /** Until `isDone`; in vain where nobody can say. What a program did, only a program knows. */
  async function insist(
    act: () => Promise<void>,
    isDone: (held: string) => boolean,
    turn: () => number | null = focus,
  ): Promise<boolean> {
    for (let round = 0; round < tries; round += 1) {
      if (round > 0) await clock.sleep(pauseMilliseconds);
      const before = turn();
      const isWritten = await settled(async () => act().then(() => true), false);
      const now = isWritten ? await held(before) : null;
      if (now !== null && isDone(now)) return true;
      if (before === null) return false;
    }
    return false;
  }

  async function put(
    text: string,
    act: () => Promise<void>,
    isPlain: boolean,
  ): Promise<Result<undefined>> {
    const isThere = (now: string) => lines(now) === lines(text);
    if (await insist(act, isThere)) return ok(undefined);
    const isLastWay = wayland !== null && isPlain;
    if (isLastWay && (await insist(() => wayland.write(text), isThere, nobody)))
      return ok(undefined);
    return fail({ kind: "clipboard-busy" });
  }

  return {
    // Text and mark in one write, which Electron commits as one: after each other, histories would see the text alone.
    writeText: (text, how) =>
      how?.isSecret
        ? put(text, () => write(marked(text, name, value)), false)
        : put(text, () => clipboard.writeText(text), true),
    writeRich: ({ text, html }) =>
      put(text, () => write({ "text/plain": text, "text/html": html }), false),
    readText: () => settled(() => clipboard.readText(), ""),
    async clearIfStill(text) {
      const now = await held(focus());
      if (now === null || lines(now) !== lines(text)) return false;
      const isGone = (after: string) => lines(after) !== lines(text);
      const clear = async () => clipboard.clear();
      if (await insist(clear, isGone)) return true;
      // Chromium may have had in mind what never arrived. What is not there cannot be taken off.
      if (wayland === null || isGone((await wayland.read()) ?? "")) return false;
      return insist(() => wayland.clear(), isGone, nobody);
    },
  };
}

const nobody = () => null;

const marked = (text: string, name: string, value: string) => ({
  "text/plain": text,
  [`electron application/osclipboard;format="${name}"`]: value,
});

/** Windows may read back its own line ends. */
const lines = (text: string): string => text.replaceAll("\r\n", "\n");

async function settled<Value, Else>(
  act: () => Promise<Value>,
  otherwise: Else,
): Promise<Value | Else> {
  try {
    return await act();
  } catch {
    return otherwise;
  }
}
