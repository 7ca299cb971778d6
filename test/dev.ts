import type { ChildProcess } from "node:child_process";
import { join } from "node:path";

import { resolveConfig } from "electron-vite";
import { build, mergeConfig, type UserConfig } from "vite";

import { endOf, findHost, openSample, startApp } from "./app-host.ts";

/**
 * `npm run dev`: `npm start`, and what is changed is built again at once. A window is loaded anew, the app
 * is started anew where main or the preload changed. Windows come from `app://` as ever, under the app's own
 * policy, so nothing works here that a package would refuse.
 */
const reloader = join(import.meta.dirname, "dev-reloader.cjs");

type Part = "main" | "preload" | "renderer";

/** Builds a part whenever a file of it changes; resolves when it was built once, and tells of each time after. */
async function keepBuilt(part: Part, config: UserConfig, onBuilt: (part: Part) => void) {
  const readable = { minify: false, sourcemap: "inline", watch: {} } as const;
  const watcher = await build(mergeConfig(config, { logLevel: "warn", build: readable }));
  if (!("on" in watcher)) throw new Error("The files cannot be watched");
  const first = Promise.withResolvers<void>();
  let isFirst = true;
  watcher.on("event", (event) => {
    if (event.code === "ERROR") console.error(`${part}: ${event.error.message}`);
    if (event.code !== "END") return;
    if (isFirst) first.resolve();
    else onBuilt(part);
    isFirst = false;
  });
  await first.promise;
  return watcher;
}

async function develop(): Promise<number> {
  const { config } = await resolveConfig(
    { configFile: "main/electron.vite.config.ts" },
    "build",
    "production",
  );
  if (!config) throw new Error("main/electron.vite.config.ts says nothing");
  const host = findHost();
  if (host === null) {
    console.error("There is no display to show a window on.");
    return 1;
  }
  let app: ChildProcess | null = null;
  let isToComeBack = false;
  const built = (part: Part) => {
    console.log(`Built: ${part}`);
    if (part === "renderer") return void app?.send("reload");
    isToComeBack = true;
    app?.kill();
  };
  const watchers = [];
  for (const part of ["main", "preload", "renderer"] as const)
    watchers.push(await keepBuilt(part, config[part] ?? {}, built));
  const sample = await openSample();
  console.log("Quick Meeting is open, and follows your changes. End it with Ctrl+C here.");
  let code = 0;
  do {
    isToComeBack = false;
    app = startApp(host, reloader);
    code = await endOf(app);
  } while (isToComeBack);
  await Promise.all([sample.close(), ...watchers.map((watcher) => watcher.close())]);
  return code;
}

process.exitCode = await develop();
