import { renameSync, rmSync } from "node:fs";

import { ipcMain } from "electron";
import ElectronStore from "electron-store";

import { fail, ok } from "../contract/errors.ts";
import type { Log } from "../log.ts";
import type { DocumentFile } from "../vault.ts";

/**
 * One JSON file per name in userData, each written to a temporary file, synced and renamed.
 * A file that is no JSON is moved aside, never wiped.
 */
export function createDocumentFile(name: string, log: Log): DocumentFile {
  let store = open(name, log);

  return {
    read: () => store.get("document"),
    write(value) {
      try {
        store.set("document", value);
        return ok(undefined);
      } catch (error) {
        log.error("document-not-written", { name, code: codeOf(error) });
        return fail({ kind: "disk-failed" });
      }
    },
    remove() {
      try {
        rmSync(store.path, { force: true });
        store = open(name, log);
        return ok(undefined);
      } catch (error) {
        log.error("document-not-removed", { name, code: codeOf(error) });
        return fail({ kind: "disk-failed" });
      }
    },
    setAside() {
      moveAside(store.path, log);
      store = open(name, log);
    },
  };
}

interface Stored extends Record<string, unknown> {
  document?: unknown;
}

function open(name: string, log: Log): ElectronStore<Stored> {
  const options = { name, configFileMode: 0o600, accessPropertiesByDotNotation: false } as const;
  try {
    return new ElectronStore<Stored>(options);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    log.warn("document-unreadable", { name });
    const { path } = new ElectronStore<Stored>({ ...options, deserialize: () => ({}) });
    moveAside(path, log);
    return new ElectronStore<Stored>(options);
  } finally {
    // electron-store answers this channel without asking who sends: https://github.com/sindresorhus/electron-store
    ipcMain.removeAllListeners("electron-store-get-data");
  }
}

function moveAside(path: string, log: Log): void {
  try {
    renameSync(path, path.replace(/\.json$/u, ".unreadable.json"));
  } catch (error) {
    log.warn("document-not-set-aside", { code: codeOf(error) });
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "none";
