import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";

import type { WriteOptions } from "../../base/vault.ts";

/** What is being written lies beside the file until it is whole. A kill leaves it there, for the next start to sweep. */
export const unfinishedOf = (path: string): string => `${path}.tmp-new`;

/** Where what cannot be read is put, out of the way of what can. */
export const asideOf = (path: string): string => path.replace(/\.json$/u, ".unreadable.json");

/**
 * The text takes the place of the file, as a whole or not at all, also where the power goes. Throws what the
 * system throws; the file is then as it was.
 */
export function replaceWhole(
  path: string,
  text: string,
  { mayComeBack = false, mayBeLost = false }: Omit<WriteOptions, "setAside"> = {},
): void {
  const unfinished = unfinishedOf(path);
  try {
    const file = openSync(unfinished, "w", 0o600);
    try {
      writeWhole(file, text);
      if (!mayBeLost) fdatasyncSync(file);
    } finally {
      closeSync(file);
    }
    renameOver(unfinished, path);
  } catch (error) {
    removeQuietly(unfinished);
    throw error;
  }
  if (!mayComeBack && !mayBeLost) syncFolderOf(path);
}

/** The copy is whole before it replaces an older one. Nothing to do where there is no file. */
export function copyAside(path: string): void {
  const bytes = bytesOf(path);
  if (!bytes) return;
  const copy = `${asideOf(path)}.new`;
  try {
    const file = openSync(copy, "w", 0o600);
    try {
      if (writeSync(file, bytes) !== bytes.length) throw shortWrite();
      checkSize(file, bytes.length);
      fdatasyncSync(file);
    } finally {
      closeSync(file);
    }
    renameOver(copy, asideOf(path));
  } catch (error) {
    removeQuietly(copy);
    throw error;
  }
}

/** Null where there is no file. */
export function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}

/** A disk that is full may take the first half without an error. `at` is where in the file it begins. */
export function writeWhole(file: number, text: string, at = 0): void {
  const length = Buffer.byteLength(text);
  if (writeSync(file, text) !== length) throw shortWrite();
  checkSize(file, at + length);
}

function checkSize(file: number, size: number): void {
  if (fstatSync(file).size !== size) throw shortWrite();
}

const shortWrite = (): Error => Object.assign(new Error("short write"), { code: "SHORT" });

/** Windows does not rename over a file that a virus scanner or an indexer is just reading. They are quick. */
const busy = new Set(["EPERM", "EBUSY", "EACCES"]);
const pauses = [1, 2, 5, 10, 20, 50, 100, 200];

interface Renaming {
  readonly rename: (from: string, to: string) => void;
  readonly wait: (milliseconds: number) => void;
}

const renaming: Renaming = {
  rename: renameSync,
  wait: (milliseconds) =>
    void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds),
};

export function renameOver(
  from: string,
  to: string,
  platform: NodeJS.Platform = process.platform,
  { rename, wait }: Renaming = renaming,
): void {
  for (const milliseconds of platform === "win32" ? pauses : []) {
    try {
      rename(from, to);
      return;
    } catch (error) {
      if (!busy.has(codeOf(error))) throw error;
      wait(milliseconds);
    }
  }
  rename(from, to);
}

/**
 * So that the new name outlives a power cut. Windows has no such thing, and some file systems do not either: what
 * is there is whole all the same, and the one before at worst.
 */
export function syncFolderOf(path: string, platform = process.platform): void {
  if (platform === "win32") return;
  try {
    const folder = openSync(dirname(path), "r");
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {
    // Nothing more can be done for it.
  }
}

export function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It costs a little room, no more; the next start tries again.
  }
}

export const codeOf = (error: unknown): string => {
  if (error instanceof Error && "code" in error) return String(error.code);
  return error instanceof Error ? error.name : "none";
};
