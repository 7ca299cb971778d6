import { BrowserWindow, dialog } from "electron";

import { fail, ok, type Result } from "../contract/errors.ts";
import { readSmallFile } from "./files/small-file.ts";
import type { OpenBoxes } from "./windows/open-boxes.ts";

/** A setup file is three short lines. */
const mostBytes = 16 * 1024;

/** The person chooses a file in a box of the system's, which no page can answer. Null where they choose none. */
export async function pickSetUpFile(boxes: OpenBoxes): Promise<Result<string | null>> {
  const window = BrowserWindow.getFocusedWindow();
  const filters = [{ name: "JSON", extensions: ["json"] }];
  const options = { properties: ["openFile" as const], filters };
  const { filePaths } = await boxes.during(() =>
    window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options),
  );
  const [path] = filePaths;
  if (path === undefined) return ok(null);
  const text = await readSmallFile(path, mostBytes);
  return text === null ? fail({ kind: "set-up-file-refused", why: "unreadable" }) : ok(text);
}
