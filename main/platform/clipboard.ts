import type { Clipboard as ElectronClipboard } from "electron";

import { fail, ok } from "../contract/errors.ts";
import type { Clipboard } from "../meetings/fulfil.ts";

/**
 * Since Electron 44 writing is a promise: not awaited, a failure is silent. What was there before is
 * never looked at, but for our own link when it is taken back.
 */
export function createClipboard(
  clipboard: Pick<ElectronClipboard, "writeText" | "readText" | "clear">,
  /** One copy in several forms, by MIME type. */
  write: (forms: Record<string, string>) => Promise<void>,
): Clipboard {
  return {
    async writeText(text) {
      try {
        await clipboard.writeText(text);
        return ok(undefined);
      } catch {
        return fail({ kind: "clipboard-busy" });
      }
    },
    async writeRich({ text, html }) {
      try {
        await write({ "text/plain": text, "text/html": html });
        return ok(undefined);
      } catch {
        return fail({ kind: "clipboard-busy" });
      }
    },
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
