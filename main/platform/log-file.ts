import { dirname } from "node:path";

import { ipcMain } from "electron";
import log from "electron-log/main";

import { createLog, type Log } from "../base/log.ts";
import { makePrivate } from "./start/private-files.ts";

/** A rotating file in the folder the operating system has for logs: 1 MB, and one older. */
export function createLogFile(isPackaged: boolean): Log {
  log.transports.file.maxSize = 1024 * 1024;
  log.transports.file.writeOptions = { flag: "a", mode: 0o600, encoding: "utf8" };
  makePrivate(dirname(log.transports.file.getFile().path));
  log.transports.file.level = "info";
  // Windows are told nothing of what main writes down, and write nothing themselves: electron-log would
  // take lines from any page, unredacted, on a channel it opens when it is imported.
  log.transports.ipc.level = false;
  ipcMain.removeAllListeners("__ELECTRON_LOG__");
  ipcMain.removeHandler("__ELECTRON_LOG__");
  log.transports.console.level = isPackaged ? false : "warn";
  return createLog({
    info: (line) => log.info(line),
    warn: (line) => log.warn(line),
    error: (line) => log.error(line),
  });
}

/** Whole paths, of the one that is written and of the older one. */
export function logFiles(): readonly string[] {
  const { path } = log.transports.file.getFile();
  return [path, path.replace(/\.log$/u, ".old.log")];
}
