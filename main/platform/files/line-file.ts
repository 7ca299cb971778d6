import { closeSync, fdatasync, fstatSync, ftruncateSync, openSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { setImmediate as turn } from "node:timers/promises";
import { promisify } from "node:util";

import type { Log } from "../../base/log.ts";
import type { LineFile } from "../../base/vault.ts";
import { fail, ok, type Result } from "../../contract/errors.ts";
import {
  codeOf,
  copyAside,
  removeQuietly,
  renameOver,
  syncFolderOf,
  unfinishedOf,
  writeWhole,
} from "./whole-file.ts";

const sync = promisify(fdatasync);

/** Written in one go; between two such steps others have their turn. */
const stepLength = 256 * 1024;

export interface LineFileDependencies {
  readonly path: string;
  readonly log: Log;
}

/** What is written reaches the system at once; the wait for the disk is not the main thread's. */
export function createLineFile({ path, log }: LineFileDependencies): LineFile {
  let isClosed = false;
  removeQuietly(unfinishedOf(path));

  async function attempt<Value>(event: string, act: () => Promise<Value>): Promise<Result<Value>> {
    try {
      return ok(await act());
    } catch (error) {
      log.error(event, { code: codeOf(error) });
      return fail({ kind: "disk-failed" });
    }
  }

  /** Never again once everything was forgotten, however long ago it was begun. */
  function checkOpen(): void {
    if (isClosed) throw Object.assign(new Error("closed"), { code: "CLOSED" });
  }

  return {
    read: () => attempt("lines-not-read", () => readLines(path)),
    append: (lines, { survives }) =>
      attempt("lines-not-written", async () => {
        checkOpen();
        // A line of its own begins, whatever a kill left of the last one.
        await append(path, `\n${lines.join("\n")}\n`, survives);
        return undefined;
      }),
    replace: (lines, { setAside = false } = {}) =>
      attempt("lines-not-replaced", async () => {
        checkOpen();
        if (setAside) copyAside(path);
        try {
          await writeAnew(unfinishedOf(path), lines, checkOpen);
          renameOver(unfinishedOf(path), path);
        } catch (error) {
          removeQuietly(unfinishedOf(path));
          throw error;
        }
        syncFolderOf(path);
        return undefined;
      }),
    remove() {
      try {
        rmSync(path, { force: true });
        return ok(undefined);
      } catch (error) {
        log.error("lines-not-removed", { code: codeOf(error) });
        return fail({ kind: "disk-failed" });
      }
    },
    close() {
      isClosed = true;
    },
  };
}

async function readLines(path: string): Promise<readonly string[]> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return "";
    throw error;
  });
  // Whoever wrote it may have died before it was safe from a power cut; what is read is relied on.
  if (text !== "") await makeSafe(path);
  return text.split("\n").filter((line) => line !== "");
}

async function makeSafe(path: string): Promise<void> {
  try {
    const file = openSync(path, "r+");
    try {
      await sync(file);
    } finally {
      closeSync(file);
    }
  } catch {
    // It can be read, which is what was asked for. The next write tells what is wrong.
  }
}

async function append(path: string, text: string, survives: "kill" | "power-cut"): Promise<void> {
  const file = openSync(path, "a", 0o600);
  try {
    const before = fstatSync(file).size;
    try {
      writeWhole(file, text, before);
      if (survives === "power-cut") await sync(file);
    } catch (error) {
      ftruncateSync(file, before);
      throw error;
    }
    if (before === 0) syncFolderOf(path);
  } finally {
    closeSync(file);
  }
}

async function writeAnew(
  path: string,
  lines: readonly string[],
  checkOpen: () => void,
): Promise<void> {
  const file = openSync(path, "w", 0o600);
  try {
    let at = 0;
    let step = "";
    const write = async () => {
      writeWhole(file, step, at);
      at += Buffer.byteLength(step);
      step = "";
      await turn();
      checkOpen();
    };
    for (const line of lines) {
      step += `${line}\n`;
      if (step.length >= stepLength) await write();
    }
    await write();
    await sync(file);
    checkOpen();
  } finally {
    closeSync(file);
  }
}
