import type { Clipboard as ElectronClipboard } from "electron";

import type { AppState } from "../contract/state.ts";
import { fail, ok } from "../contract/errors.ts";
import type { Clipboard } from "../meetings/fulfil.ts";

export interface ClipboardDependencies {
  readonly clipboard: Pick<ElectronClipboard, "writeText" | "readText" | "clear">;
  /** One copy in several forms, by MIME type. */
  readonly write: (forms: Record<string, string>) => Promise<void>;
  readonly platform: AppState["platform"];
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

/**
 * Since Electron 44 writing is a promise: not awaited, a failure is silent. What was there before is
 * never looked at, but for our own link when it is taken back.
 */
export function createClipboard({ clipboard, write, platform }: ClipboardDependencies): Clipboard {
  const [name, value] = secretMarks[platform];
  async function tried(writing: () => Promise<void>) {
    try {
      await writing();
      return ok(undefined);
    } catch {
      return fail({ kind: "clipboard-busy" });
    }
  }
  return {
    // Text and mark in one write, which Electron commits as one: after each other, histories would see the text alone.
    writeText: (text, how) =>
      tried(() =>
        how?.isSecret
          ? write({
              "text/plain": text,
              [`electron application/osclipboard;format="${name}"`]: value,
            })
          : clipboard.writeText(text),
      ),
    writeRich: ({ text, html }) => tried(() => write({ "text/plain": text, "text/html": html })),
    async readText() {
      try {
        return await clipboard.readText();
      } catch {
        return "";
      }
    },
    async clearIfStill(text) {
      try {
        if ((await clipboard.readText()) !== text) return false;
        clipboard.clear();
        return true;
      } catch {
        return false;
      }
    },
  };
}
