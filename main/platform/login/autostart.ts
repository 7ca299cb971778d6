import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";

import type { LoginItem } from "../../shell/computer/start-at-login.ts";
import { type AutostartEntry, autostartText, readEntry } from "./autostart-entry.ts";

export interface AutostartDependencies {
  /** The name of the app's own desktop entry. */
  readonly name: string;
  readonly entry: AutostartEntry;
  /** The person's folder of settings: what is there goes before what is there for everybody. */
  readonly configFolder: string;
  readonly variables: NodeJS.ProcessEnv;
}

/** Login item of Linux: a file that the session reads when it begins. */
export function createAutostart(dependencies: AutostartDependencies): LoginItem {
  const { name, entry, configFolder, variables } = dependencies;
  const own = join(configFolder, "autostart", name);
  const desktops = (variables["XDG_CURRENT_DESKTOP"] ?? "").split(":").filter(Boolean);

  /** As the session takes it. */
  function stateOf(text: string) {
    const { isOff, tryExec } = readEntry(text, desktops);
    if (isOff) return "off-in-system";
    return tryExec !== null && !isProgram(tryExec) ? "gone" : "on";
  }

  return {
    mend() {
      const text = textOf(own);
      if (text !== null && stateOf(text) === "gone") writeWhole(own, autostartText(entry));
    },
    read() {
      const text = textOf(own);
      if (text !== null) {
        const state = stateOf(text);
        return state === "gone" ? "off" : state;
      }
      const shared = sharedFolders(variables)
        .map((folder) => textOf(join(folder, "autostart", name)))
        .find((found) => found !== null);
      return shared !== undefined && stateOf(shared) === "on" ? "for-everybody" : "off";
    },
    write(isOn) {
      if (isOn) writeWhole(own, autostartText(entry));
      else rmSync(own, { force: true });
    },
  };
}

/** @see https://specifications.freedesktop.org/basedir-spec/latest/ */
function sharedFolders({ XDG_CONFIG_DIRS = "" }: NodeJS.ProcessEnv): readonly string[] {
  const named = XDG_CONFIG_DIRS.split(":").filter((folder) => folder.startsWith("/"));
  return named.length > 0 ? named : ["/etc/xdg"];
}

/** Null where there is no file. */
function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A session that begins just now finds the old one or the new one, and no half of either. */
function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // Under another ending no session reads it.
  const next = `${path}.new`;
  rmSync(next, { force: true });
  const file = openSync(next, "wx", 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(next, path);
}
