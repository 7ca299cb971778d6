import { join } from "node:path";

import { app, ipcMain } from "electron";
import ElectronStore from "electron-store";

import type { Log } from "../base/log.ts";
import type { DocumentFile } from "../base/vault.ts";
import { createDurableDocument } from "./files/durable-document.ts";
import { type Backing, type BackingOptions, createDocument } from "./document-file.ts";

interface Stored extends Record<string, unknown> {
  document?: unknown;
}

export const pathOf = (name: string): string => join(app.getPath("userData"), `${name}.json`);

/** One JSON file per name in userData: the settings as electron-store has them, and the rest so that it lasts. */
export function createDocumentFile(name: string, log: Log): DocumentFile {
  return name === "settings"
    ? createDocument({ name, openBacking, log })
    : createDurableDocument({ path: pathOf(name), log });
}

function openBacking(options: BackingOptions): Backing {
  try {
    return new ElectronStore<Stored>(options);
  } finally {
    // electron-store answers this channel without asking who sends: https://github.com/sindresorhus/electron-store
    ipcMain.removeAllListeners("electron-store-get-data");
  }
}
