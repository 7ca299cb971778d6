import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { findVisibleChromium } from "./chromium.ts";
import { obtainElectron } from "./e2e/find-electron.ts";
import { type SpawnedSandbox, spawnSandbox } from "./sandbox/spawn.ts";

const root = join(import.meta.dirname, "..");
const home = join(root, "out/home");
const descriptorFile = join(home, "organisation.json");
const standIn = join(root, "test/stand-in");

/** What runs the built app for a person: a program, and what it takes before the app's folder. */
export interface AppHost {
  readonly program: string;
  readonly words: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** Electron wherever it can be had, else the stand-in, saying so; null where nothing can show a window. */
export function findHost(): AppHost | null {
  const electron = obtainElectron(process.env, () =>
    console.log("Fetching Electron's binary. This takes up to two minutes, and is tried once."),
  );
  const { STANDIN_HEADLESS: headless = "0" } = process.env;
  if (!hasDisplay() && headless === "0") return null;
  if (electron !== null) {
    const isRoot = process.getuid?.() === 0;
    return { program: electron, words: isRoot ? ["--no-sandbox"] : [], env: {} };
  }
  if (headless === "0" && findVisibleChromium() === null) return null;
  console.log(
    "Electron's binary cannot be had here: the app opens in the stand-in, a browser window. It has no tray, " +
      "and its shortcut is heard by nobody.",
  );
  return {
    program: process.execPath,
    // Named as the stand-in's own scripts name them, which each want a shell of their system.
    words: ["--import", pathToFileURL(join(standIn, "register.ts")).href, join(standIn, "boot.ts")],
    env: {
      STANDIN_HEADLESS: headless,
      STANDIN_BROWSER: "visible",
      // The stand-in has no tray to click, so the app shows itself as a window.
      STANDIN_FAULTS: process.env["STANDIN_FAULTS"] ?? '{"noTray":true}',
    },
  };
}

const hasDisplay = (): boolean =>
  process.platform !== "linux" || Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);

/** The sample organisation that the app offers, with what was in it the last time. */
export function openSample(): Promise<SpawnedSandbox> {
  mkdirSync(home, { recursive: true });
  return spawnSandbox({ descriptorFile, stateFile: join(home, "sample.json") });
}

/** Starts the built app. `preloaded` runs in it first, and hears what is sent to the process. */
export function startApp({ program, words, env }: AppHost, preloaded?: string): ChildProcess {
  return spawn(
    program,
    [
      ...words,
      ...(preloaded === undefined ? [] : ["-r", preloaded]),
      ".",
      `--user-data-dir=${join(home, "data")}`,
    ],
    {
      cwd: root,
      stdio: [
        "inherit",
        "inherit",
        "inherit",
        ...(preloaded === undefined ? [] : ["ipc" as const]),
      ],
      env: { ...process.env, ...env, QUICK_MEETING_SAMPLE: descriptorFile },
    },
  );
}

/** What it ends with. One that cannot be started ends with 1, and why is said. */
export function endOf(app: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    app.once("exit", (code) => resolve(code ?? 0));
    app.once("error", ({ message }) => {
      console.error(`The app could not be started: ${message}`);
      resolve(1);
    });
  });
}
