import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";

import { tracesIn } from "./traces.ts";

/** `npm run dist`: builds without the sample organisation, checks that it is gone, and packages. */
const root = join(import.meta.dirname, "..");
const env = { ...process.env, QUICK_MEETING_BUILD: "packaged" };

function run(...words: string[]): void {
  const { status } = spawnSync(process.execPath, words, { cwd: root, env, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

run(
  "node_modules/electron-vite/bin/electron-vite.js",
  "build",
  "--config",
  "main/electron.vite.config.ts",
);

const problems = tracesIn(resolve(root, process.env["QUICK_MEETING_OUT"] ?? "out"));
if (problems.length > 0) {
  process.stderr.write(`This build is not fit to be packaged:\n${problems.join("\n")}\n`);
  process.exit(1);
}

if (process.argv.includes("--check")) process.exit(0);
run(
  "node_modules/electron-builder/cli.js",
  "--config",
  "electron-builder.yml",
  ...process.argv.slice(2),
);
