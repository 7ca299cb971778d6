import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

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

const bundle = readFileSync(join(root, "out/main/main.js"), "utf8");
for (const trace of ["QUICK_MEETING_ORGANISATION", "QUICK_MEETING_SAMPLE"])
  if (bundle.includes(trace)) {
    process.stderr.write(`The packaged build still knows ${trace}.\n`);
    process.exit(1);
  }

if (process.argv.includes("--check")) process.exit(0);
run(
  "node_modules/electron-builder/cli.js",
  "--config",
  "electron-builder.yml",
  ...process.argv.slice(2),
);
