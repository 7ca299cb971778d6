import { spawn, spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { findVisibleChromium } from "./chromium.ts";
import { obtainElectron } from "./e2e/find-electron.ts";
import { spawnSandbox } from "./sandbox/spawn.ts";

/**
 * `npm start`: builds the app and opens it, with the sample organisation on offer. On Electron where its
 * binary is; else in the stand-in; and where nothing can show a window, the tour performs the main job.
 */
const root = join(import.meta.dirname, "..");
const home = join(root, "out/home");

function runNode(...words: string[]): number {
  const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: "inherit" });
  return status ?? 1;
}

const hasDisplay = (): boolean =>
  process.platform !== "linux" || Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);

async function openApp(electron: string | null): Promise<number> {
  mkdirSync(home, { recursive: true });
  const descriptorFile = join(home, "organisation.json");
  const sandbox = await spawnSandbox({ descriptorFile, stateFile: join(home, "sample.json") });
  const host = electron ?? join(root, "test/stand-in/electron");
  const isRoot = process.getuid?.() === 0;
  const child = spawn(
    host,
    [
      ...(electron !== null && isRoot ? ["--no-sandbox"] : []),
      ".",
      `--user-data-dir=${join(home, "data")}`,
    ],
    {
      cwd: root,
      stdio: "inherit",
      env: {
        ...process.env,
        STANDIN_NODE: process.execPath,
        STANDIN_HEADLESS: "0",
        STANDIN_BROWSER: "visible",
        // The stand-in has no tray to click, so the app shows itself as a window.
        ...(electron === null ? { STANDIN_FAULTS: '{"noTray":true}' } : {}),
        QUICK_MEETING_SAMPLE: descriptorFile,
      },
    },
  );
  console.log("Quick Meeting is open. Quit it from its menu, or with Ctrl+C here.");
  const code = await new Promise<number>((resolve) => {
    child.once("exit", (exit) => resolve(exit ?? 0));
    child.once("error", ({ message }) => {
      console.error(`The app could not be started: ${message}`);
      resolve(1);
    });
  });
  await sandbox.close();
  return code;
}

async function start(): Promise<number> {
  const built = runNode(
    join(root, "node_modules/electron-vite/bin/electron-vite.js"),
    "build",
    "--config",
    "main/electron.vite.config.ts",
    "--logLevel",
    "error",
  );
  if (built !== 0) return built;
  const electron = obtainElectron(process.env, () =>
    console.log("Fetching Electron's binary. This takes up to two minutes, and is tried once."),
  );
  if (hasDisplay() && electron !== null) return openApp(electron);
  if (hasDisplay() && findVisibleChromium() !== null) {
    console.log(
      "Electron's binary cannot be had here: the app opens in the stand-in, a browser window. It has no tray, " +
        "and its shortcut is heard by nobody.",
    );
    return openApp(null);
  }
  console.log("There is no display, so the tour performs the main job:\n");
  return runNode("test/tour/tour.ts");
}

process.exitCode = await start();
