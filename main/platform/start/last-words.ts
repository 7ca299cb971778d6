import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { App, Dialog } from "electron";

import type { Log } from "../../base/log.ts";
import { createWords } from "../../base/words.ts";
import { chooseLanguage } from "../../contract/languages.ts";

export interface LastWordsDependencies {
  readonly app: Pick<App, "exit" | "getPath" | "getPreferredSystemLanguages">;
  readonly dialog: Pick<Dialog, "showErrorBox">;
  readonly process: Pick<NodeJS.EventEmitter, "on">;
  readonly log: Log;
}

export interface LastWords {
  /** The app did not come up: said, written down, and over, so that the next start can try. */
  startFailed(error: unknown): Promise<void>;
  /** Whether the last run had an error that nobody caught. Says so once; this run's own is for the next. */
  readTrace(): boolean;
}

/** What is left to do when nothing else can be. Nobody may see more of an error than its name: it can hold anything. */
export function createLastWords({ app, dialog, process, log }: LastWordsDependencies): LastWords {
  const trace = join(app.getPath("userData"), "uncaught");
  /** Read before anything of this run can be written there. */
  let isUntold = existsSync(trace);
  let hasBroken = false;
  const note = (error: unknown) => {
    log.error("uncaught", { name: nameOf(error) });
    hasBroken = true;
    try {
      writeFileSync(trace, "");
    } catch {
      // The log has it.
    }
  };
  process.on("uncaughtException", note);
  process.on("unhandledRejection", note);
  return {
    async startFailed(error) {
      log.error("start-failed", { name: nameOf(error) });
      const words = await createWords(chooseLanguage(app.getPreferredSystemLanguages()));
      const logs = app.getPath("logs");
      dialog.showErrorBox(words("startFailed.title"), words("startFailed.body", { logs }));
      // Gives the lock back too.
      app.exit(1);
    },
    readTrace() {
      const isTold = isUntold;
      isUntold = false;
      if (isTold && !hasBroken) forget(trace);
      return isTold;
    },
  };
}

function forget(trace: string): void {
  try {
    rmSync(trace, { force: true });
  } catch {
    // Told twice is better than not at all.
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown");
