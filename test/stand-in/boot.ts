import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { app } from "./app.ts";
import { startBrowser } from "./browser.ts";
import { watchTargets } from "./other-pages.ts";

/**
 * `electron [switches] [-r module]… <app> [words]`, in Electron's order: modules of -r, then main, then
 * Chromium, then ready. A second instance that quits never starts Chromium.
 */
interface CommandLine {
  readonly switches: readonly string[];
  readonly preloaded: readonly string[];
  readonly appPath: string;
  readonly rest: readonly string[];
}

function readCommandLine(words: readonly string[]): CommandLine {
  const switches: string[] = [];
  const preloaded: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    if (word === "-r") {
      index += 1;
      preloaded.push(resolve(words[index] ?? ""));
    } else if (word.startsWith("-")) switches.push(word);
    else return { switches, preloaded, appPath: word, rest: words.slice(index + 1) };
  }
  throw new Error("stand-in: which app?");
}

interface Manifest {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
  readonly main?: string;
}

const { switches, preloaded, appPath, rest } = readCommandLine(process.argv.slice(2));
const given = resolve(appPath);
const folder = statSync(given).isDirectory() ? given : dirname(given);
const manifest: Manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
const main = folder === given ? join(folder, manifest.main ?? "index.js") : given;

app.describe(
  manifest.productName ?? manifest.name ?? "Electron",
  manifest.version ?? "0.0.0",
  folder,
);
for (const word of switches) {
  const [name = "", ...value] = word.replace(/^--?/u, "").split("=");
  app.commandLine.appendSwitch(name, value.join("="));
}
const isUserData = /^--user-data-dir=(.+)$/u;
for (const word of [...switches, ...rest]) {
  const path = isUserData.exec(word)?.[1];
  if (path !== undefined) app.setPath("userData", resolve(path));
}
process.argv = [process.execPath, appPath, ...rest];
// Electron shows a dialog and lives on; a test must see it, so it is told and remembered.
const uncaught: string[] = [];
Object.defineProperty(globalThis, "__standinUncaught", { value: uncaught });
process.on("uncaughtException", (error) => {
  uncaught.push(String(error.stack));
  process.stderr.write(`uncaught: ${error.stack}\n`);
});

const require = createRequire(import.meta.url);
for (const module of preloaded) require(module);
await import(pathToFileURL(main).href);

if (!app.isQuitting) {
  const url = await startBrowser();
  watchTargets();
  // Playwright calls this once it is connected; it must be there before it is told where to connect.
  const driven = Promise.withResolvers<void>();
  Reflect.set(globalThis, "__playwright_run", () => driven.resolve());
  // A person has no use for the address.
  if (switches.includes("--remote-debugging-port=0")) {
    process.stderr.write(`DevTools listening on ${url}\n`);
    await driven.promise;
  }
  app.becomeReady();
}
