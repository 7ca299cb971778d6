import { spawnSync } from "node:child_process";
import { join } from "node:path";

import { type AppHost, endOf, findHost, openSample, startApp } from "./app-host.ts";

/**
 * `npm start`: builds the app and opens it, with the sample organisation on offer. On Electron where its
 * binary is; else in the stand-in; and where nothing can show a window, the tour performs the main job.
 */
const root = join(import.meta.dirname, "..");

function runNode(...words: string[]): number {
  const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: "inherit" });
  return status ?? 1;
}

async function openApp(host: AppHost): Promise<number> {
  const sample = await openSample();
  const end = endOf(startApp(host));
  console.log("Quick Meeting is open. Quit it from its menu, or with Ctrl+C here.");
  const code = await end;
  await sample.close();
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
  const host = findHost();
  if (host !== null) return openApp(host);
  console.log("There is no display, so the tour performs the main job:\n");
  return runNode("test/tour/tour.ts");
}

process.exitCode = await start();
