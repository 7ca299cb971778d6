import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";

import { keepSettings } from "../e2e/keep-settings.ts";
import { morningZone } from "../morning-zone.ts";
import { completeSignIn, type SignInChoice } from "../sandbox/browser.ts";
import { type SpawnedSandbox, spawnSandbox } from "../sandbox/spawn.ts";
import type { Desk } from "./desk.ts";

export interface OpenApp {
  readonly sandbox: SpawnedSandbox;
  /** How much had been said on this desk before it opened. */
  readonly speechBefore: number;
  /** The person's part in the browser, without one: the window of the app keeps the focus. */
  finishSignIn(choice?: SignInChoice): Promise<void>;
  /** Lets go on what is held, once it has come. */
  release(): Promise<void>;
  close(): Promise<void>;
}

const root = join(import.meta.dirname, "../..");
const standIn = join(root, "test/stand-in");
const hangMilliseconds = 60_000;

/** The built app in a window of the stand-in, with its sample organisation on offer, on a desk that hears it. */
export async function openApp(desk: Desk, isOffered: boolean): Promise<OpenApp> {
  const speechBefore = desk.speech.all().length;
  const folder = mkdtempSync(join(desk.folder, "app-"));
  const descriptorFile = join(folder, "organisation.json");
  const sandbox = await spawnSandbox({ descriptorFile });
  const userData = join(folder, "data");
  // The same link each time, whether the first press came before or after the spare one was there.
  keepSettings(userData, { keepLinkReady: false });
  const opened = join(folder, "opened");
  const log = openSync(join(folder, "log"), "w");
  const app = spawn(
    process.execPath,
    [
      "--import",
      pathToFileURL(join(standIn, "register.ts")).href,
      join(standIn, "boot.ts"),
      "--force-renderer-accessibility=complete",
      "-r",
      join(import.meta.dirname, "browser-of-the-app.cjs"),
      ".",
      `--user-data-dir=${userData}`,
    ],
    {
      cwd: root,
      stdio: ["ignore", log, log],
      env: {
        ...desk.env,
        STANDIN_HEADLESS: "0",
        STANDIN_FAULTS: '{"noTray":true}',
        [isOffered ? "QUICK_MEETING_SAMPLE" : "QUICK_MEETING_ORGANISATION"]: descriptorFile,
        HEARD_OPENED: opened,
        TZ: morningZone(),
      },
    },
  );
  const end = () => app.kill();
  process.once("exit", end);
  let used = 0;
  return {
    sandbox,
    speechBefore,
    async finishSignIn(choice) {
      const addresses = () =>
        existsSync(opened) ? readFileSync(opened, "utf8").trim().split("\n") : [];
      const latest = Date.now() + hangMilliseconds;
      while (addresses().length <= used && Date.now() < latest) await sleep(40);
      used = addresses().length;
      await completeSignIn(addresses().at(-1) ?? "", choice);
    },
    async release() {
      const isAwaited = async () =>
        (await sandbox.faults.pending()).some(({ kind }) => kind === "hold");
      const latest = Date.now() + hangMilliseconds;
      while ((await isAwaited()) && Date.now() < latest) await sleep(40);
      await sandbox.faults.release();
    },
    async close() {
      process.off("exit", end);
      if (app.exitCode === null && app.signalCode === null) {
        const gone = once(app, "exit");
        app.kill("SIGTERM");
        const patience = setTimeout(() => app.kill("SIGKILL"), hangMilliseconds);
        await gone;
        clearTimeout(patience);
      }
      await sandbox.close();
    },
  };
}
