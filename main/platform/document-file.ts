import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

import { fail, ok, type Result } from "../contract/errors.ts";
import type { Log } from "../base/log.ts";
import type { DocumentFile } from "../base/vault.ts";

/** As much of electron-store as a document needs. Each reads its file anew, and throws where it cannot. */
export interface Backing {
  readonly path: string;
  get(key: "document"): unknown;
  set(key: "document", value: unknown): void;
}

export interface BackingOptions {
  readonly name: string;
  readonly configFileMode: number;
  readonly accessPropertiesByDotNotation: false;
  readonly deserialize: (text: string) => Record<string, unknown>;
}

export interface DocumentDependencies {
  readonly name: string;
  /** Reads the file at once: a file that is no JSON object throws a SyntaxError. */
  readonly openBacking: (options: BackingOptions) => Backing;
  readonly log: Log;
}

/**
 * One JSON file, each version of it written to a temporary file, synced and renamed. A file that is
 * something else is moved aside, never wiped; one that the system does not let us read is left alone.
 */
export function createDocument({ name, openBacking, log }: DocumentDependencies): DocumentFile {
  const options = {
    name,
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
    deserialize: parseObject,
  } as const;
  let backing = open();
  if (backing) sweep(backing.path);

  function open(): Backing | null {
    try {
      return openBacking(options);
    } catch (error) {
      log.warn("document-unreadable", { name, code: codeOf(error) });
      if (!(error instanceof SyntaxError)) return null;
    }
    moveAside(openBacking({ ...options, deserialize: () => ({}) }).path);
    return attempt("document-not-opened", () => openBacking(options)) ?? null;
  }

  function attempt<Value>(event: string, act: () => Value): Value | undefined {
    try {
      return act();
    } catch (error) {
      log.error(event, { name, code: codeOf(error) });
      return undefined;
    }
  }

  function change(event: string, act: (current: Backing) => void): Result<undefined> {
    // What could not be opened may be readable by now: a disk that was not there yet, a mode since mended.
    backing ??= open();
    const current = backing;
    const done =
      current &&
      attempt(event, () => {
        act(current);
        return ok(undefined);
      });
    return done ?? fail({ kind: "disk-failed" });
  }

  function moveAside(path: string): void {
    attempt("document-not-set-aside", () => {
      renameSync(path, asideOf(path));
    });
  }

  return {
    read() {
      backing ??= open();
      const current = backing;
      const found = current && attempt("document-not-read", () => ok(current.get("document")));
      return found ?? fail({ kind: "disk-failed" });
    },
    write: (value, { setAside = false } = {}) =>
      change("document-not-written", (current) => {
        const before = bytesOf(current.path);
        if (setAside && before) copyAside(current.path, before);
        try {
          current.set("document", value);
          // A disk that is full may take the first half without an error.
          if (JSON.stringify(current.get("document")) !== JSON.stringify(value)) throw shortWrite();
        } catch (error) {
          restore(current.path, before);
          throw error;
        }
      }),
    remove: () =>
      change("document-not-removed", ({ path }) => {
        rmSync(path, { force: true });
      }),
  };
}

/** What a kill in the middle of a write left: nobody else writes this file, so nobody needs them. */
function sweep(path: string): void {
  const isLeft = (file: string) =>
    file.startsWith(`${basename(path)}.tmp-`) || file === basename(`${asideOf(path)}.new`);
  try {
    for (const file of readdirSync(dirname(path)))
      if (isLeft(file)) rmSync(join(dirname(path), file), { force: true });
  } catch {
    // They cost a little room, no more; the next start tries again.
  }
}

const asideOf = (path: string): string => path.replace(/\.json$/u, ".unreadable.json");

const shortWrite = (): Error => Object.assign(new Error("short write"), { code: "SHORT" });

/** Null where there is no file. */
function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}

const durably = { mode: 0o600, flush: true };

/** The copy is whole before it replaces an older one. */
function copyAside(path: string, bytes: Buffer): void {
  const copy = `${asideOf(path)}.new`;
  try {
    writeFileSync(copy, bytes, durably);
    if (!readFileSync(copy).equals(bytes)) throw shortWrite();
    renameSync(copy, asideOf(path));
  } catch (error) {
    rmSync(copy, { force: true });
    throw error;
  }
}

/** electron-store writes in place where it cannot rename, so a failure may leave half a file. */
function restore(path: string, before: Buffer | null): void {
  if (before === null) rmSync(path, { force: true });
  else if (!bytesOf(path)?.equals(before)) writeFileSync(path, before, durably);
}

function parseObject(text: string): Record<string, unknown> {
  const value: unknown = JSON.parse(text.replace(/^\uFEFF/u, ""));
  if (!isRecord(value)) throw new SyntaxError("no JSON object");
  return value;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const codeOf = (error: unknown): string => {
  if (error instanceof Error && "code" in error) return String(error.code);
  return error instanceof Error ? error.name : "none";
};
