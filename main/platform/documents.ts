import { join } from "node:path";

import { app, ipcMain } from "electron";
import ElectronStore from "electron-store";

import type { Log } from "../base/log.ts";
import type { DocumentFile } from "../base/vault.ts";
import { type Backing, type BackingOptions, createDocument } from "./document-file.ts";

interface Stored extends Record<string, unknown> {
  document?: unknown;
}

export const pathOf = (name: string): string => join(app.getPath("userData"), `${name}.json`);

/** One JSON file per name in userData. */
export function createDocumentFile(name: string, log: Log): DocumentFile {
  return createDocument({ name, openBacking, log });
}

function openBacking(options: BackingOptions): Backing {
  try {
    return new ElectronStore<Stored>(options);
  } finally {
    // electron-store answers this channel without asking who sends: https://github.com/sindresorhus/electron-store
    ipcMain.removeAllListeners("electron-store-get-data");
  }
}
