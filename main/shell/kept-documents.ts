import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

import { fail, ok, type Result } from "../contract/errors.ts";
import type { Log } from "../base/log.ts";
import type { DocumentFile, LineFile } from "../base/vault.ts";

/** All the files in which the app keeps something, so that all of it can be forgotten. */
export interface KeptDocuments {
  readonly file: (name: string) => DocumentFile;
  readonly lines: (name: string) => LineFile;
  /** Forgetting was asked for and is not done: the app was killed meanwhile, or a file would not go. */
  isForgetting(): boolean;
  /** From now on each start of the app goes on with it. Errors: disk-failed. */
  beginForgetting(): Result<undefined>;
  /**
   * The files go, set-aside copies among them, and what was opened before is never written again. Errors:
   * files-not-deleted.
   */
  forget(): Result<undefined>;
}

export interface KeptDocumentsDependencies {
  /** Where the documents are; nobody else puts JSON files there. */
  readonly folder: string;
  readonly open: (name: string) => DocumentFile;
  readonly openLines: (name: string) => LineFile;
  /** Whole paths of what else is to be forgotten. */
  readonly otherFiles: () => readonly string[];
  readonly log: Log;
}

const markerName = "forgetting";
/** Documents, their set-aside copies, and what a kill in the middle of a write left of either. */
const keptFile = /^[\w-]+(?:\.unreadable)?\.json(?:\.new|\.tmp-[^/\\]*)?$/u;

export function createKeptDocuments(dependencies: KeptDocumentsDependencies): KeptDocuments {
  const { folder, open, openLines, otherFiles, log } = dependencies;
  const marker = open(markerName);
  /** Counts how often everything was forgotten. */
  let era = 0;
  const opened = new Set<LineFile>();

  function file(name: string): DocumentFile {
    const mine = era;
    const document = open(name);
    const gone = fail({ kind: "disk-failed" });
    return {
      read: () => (mine === era ? document.read() : gone),
      write: (...value) => (mine === era ? document.write(...value) : gone),
      remove: () => (mine === era ? document.remove() : gone),
    };
  }

  function lines(name: string): LineFile {
    const one = openLines(name);
    opened.add(one);
    return one;
  }

  function forget(): Result<undefined> {
    era += 1;
    for (const one of opened) one.close();
    opened.clear();
    try {
      const left = [...keptFiles(folder), ...otherFiles()].filter((path) => !isGone(path));
      // The marker goes last: until then a start of the app goes on here.
      if (left.length === 0 && marker.remove().ok) return ok(undefined);
      log.error("not-forgotten", { files: left.length });
    } catch (error) {
      log.error("not-forgotten", { name: error instanceof Error ? error.name : typeof error });
    }
    return fail({ kind: "files-not-deleted" });
  }

  return {
    file,
    lines,
    isForgetting() {
      const read = marker.read();
      return read.ok && read.value !== undefined;
    },
    beginForgetting: () => marker.write({ version: 1 }),
    forget,
  };
}

/** Tokens first: where nobody is signed in, nobody's list is shown. The settings, which lead to the others, last. */
function keptFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && keptFile.test(entry.name))
    .map(({ name }) => name)
    .filter((name) => name !== `${markerName}.json`)
    .toSorted((one, other) => orderOf(one) - orderOf(other))
    .map((name) => join(folder, name));
}

const orderOf = (name: string): number =>
  name.startsWith("tokens-") ? 0 : name.startsWith("settings") ? 2 : 1;

function isGone(path: string): boolean {
  try {
    rmSync(path, { force: true });
    return true;
  } catch {
    return false;
  }
}
