import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { _electron } from "@playwright/test";

import type Electron from "electron";

import { hangMilliseconds } from "../hang-guard.ts";
import { definedEnvironment, hostProgram } from "../launch.ts";
import type { End, FactsApp } from "./fact.ts";

const appPath = join(import.meta.dirname, "app");

/** The facts' own app, on whatever the built app runs on. */
export async function openFactsApp(): Promise<FactsApp & { close(): Promise<void> }> {
  const home = mkdtempSync(join(tmpdir(), "facts-"));
  const wordsFor = (userData: string) => [appPath, `--user-data-dir=${join(home, userData)}`];
  const env = { ...definedEnvironment(), LANG: "en_GB.UTF-8", STANDIN_NODE: process.execPath };
  const start = (userData: string, noted = "") =>
    _electron.launch({
      executablePath: hostProgram(),
      args: wordsFor(userData),
      env: { ...env, FACTS_END: noted },
      timeout: hangMilliseconds,
    });

  const running = await start("data");
  await running.evaluate(() => globalThis.facts.standing);
  const ground = running.windows()[0] ?? (await running.firstWindow());
  return {
    main: running.evaluate.bind(running),
    ground,
    async second(words) {
      const process = spawn(hostProgram(), [...wordsFor("data"), ...words], {
        env,
        stdio: "ignore",
      });
      await once(process, "exit");
    },
    async endOf(end) {
      const file = join(home, `${end}.txt`);
      const app = await start(end, file);
      const ended = once(app.process(), "exit");
      await app.evaluate(bringAbout, end);
      const [code] = await ended;
      const noted = existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
      return { noted, code: Number(code) };
    },
    async close() {
      const gone = once(running.process(), "exit");
      running.process().kill("SIGKILL");
      await gone;
      rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

/** Only after the answer: it would be cut off. */
async function bringAbout({ app }: Pick<typeof Electron, "app">, end: End): Promise<void> {
  await globalThis.facts.standing;
  const exit = () => app.exit(7);
  setImmediate(() => {
    if (end === "quit") return app.quit();
    if (end === "exit") return exit();
    globalThis.facts.ground.once("closed", () => setTimeout(exit, 100));
    return globalThis.facts.ground.destroy();
  });
}
