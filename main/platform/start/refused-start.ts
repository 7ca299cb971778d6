import { accessSync, constants, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";

import type { App, CommandLine, Dialog } from "electron";

import { createWords } from "../../base/words.ts";
import { chooseLanguage } from "../../contract/languages.ts";
import { appImageOf } from "./app-image.ts";
import { refusedSwitches } from "./start-switches.ts";

/** Why the app does not start, before it has done anything. */
export type Refusal =
  /** As given: "--no-sandbox". */
  | { readonly kind: "switches"; readonly switches: readonly string[] }
  /** AppRun added the one switch there is, because the system lets no AppImage have a sandbox. */
  | { readonly kind: "sandbox"; readonly switches: readonly string[] }
  | { readonly kind: "folder"; readonly folder: string }
  /** Another computer has the same home folder. */
  | { readonly kind: "elsewhere"; readonly host: string };

export interface StartedWith {
  readonly isPackaged: boolean;
  readonly words: readonly string[];
  readonly variables: NodeJS.ProcessEnv;
  readonly userData: string;
  /** Whole path of the program that runs. */
  readonly program: string;
}

/** Null where it may start. An AppImage changes what is said, and not what is allowed: anybody can set its variables. */
export function refusalOf(started: StartedWith): Refusal | null {
  const { isPackaged, words, variables, userData, program } = started;
  const switches = isPackaged ? refusedSwitches(words) : [];
  const isAppRuns = switches.join() === "--no-sandbox" && appImageOf(variables, program) !== null;
  if (switches.length > 0) return { kind: isAppRuns ? "sandbox" : "switches", switches };
  return isWritable(userData) ? null : { kind: "folder", folder: userData };
}

/**
 * Why another copy of the app has the lock where that one cannot answer for this one; null where it comes to the
 * front instead. Chromium keeps the lock as a link to "host-process".
 */
export function lockRefusal(userData: string, here: string = hostname()): Refusal | null {
  try {
    const host = readlinkSync(join(userData, "SingletonLock")).replace(/-\d+$/u, "");
    return host === here ? null : { kind: "elsewhere", host };
  } catch {
    return null;
  }
}

export interface RefuseDependencies {
  readonly app: Pick<App, "whenReady" | "exit" | "getPreferredSystemLanguages"> & {
    readonly commandLine: Pick<CommandLine, "removeSwitch">;
  };
  readonly dialog: Pick<Dialog, "showErrorBox">;
  readonly report: (line: string) => void;
}

/** Said on the terminal and in a dialog, and over. What was refused is without effect meanwhile. */
export async function refuseStart(
  refusal: Refusal,
  { app, dialog, report }: RefuseDependencies,
): Promise<void> {
  for (const name of "switches" in refusal ? refusal.switches : [])
    app.commandLine.removeSwitch(name.slice(2));
  const words = await createWords(chooseLanguage(app.getPreferredSystemLanguages()));
  const title = words("startRefused.title");
  const sentence = words(`startRefused.${refusal.kind}`, valuesOf(refusal));
  report(`${title}: ${sentence}`);
  // Linux has no dialogs before.
  await app.whenReady();
  dialog.showErrorBox(title, sentence);
  app.exit(1);
}

function valuesOf(refusal: Refusal): Record<string, string> {
  switch (refusal.kind) {
    case "switches":
    case "sandbox":
      return { switches: refusal.switches.join(", ") };
    case "folder":
      return { folder: refusal.folder };
    case "elsewhere":
      return { host: refusal.host };
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
