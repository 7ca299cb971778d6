import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import { app, shell } from "electron";

import { fail, ok, type Result } from "../contract/errors.ts";

const mostCopies = 100;

/** Never over a file that is there: a second one gets a number, as browsers do it. */
export async function saveDownload(name: string, text: string): Promise<Result<undefined>> {
  const dot = name.lastIndexOf(".");
  for (let copy = 0; copy < mostCopies; copy += 1) {
    const numbered = copy === 0 ? name : `${name.slice(0, dot)} (${copy})${name.slice(dot)}`;
    const path = join(app.getPath("downloads"), numbered);
    try {
      await writeFile(path, text, { flag: "wx" });
      shell.showItemInFolder(path);
      return ok(undefined);
    } catch (error) {
      const isTaken = error instanceof Error && "code" in error && error.code === "EEXIST";
      if (!isTaken) return fail({ kind: "disk-failed" });
    }
  }
  return fail({ kind: "disk-failed" });
}
