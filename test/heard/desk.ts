import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

import { type Speech, followSpeech } from "./speech.ts";

export interface Desk {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly speech: Speech;
  leave(): Promise<void>;
}

/** Only what hangs takes this long. */
const hangMilliseconds = 60_000;

/** A desktop of its own, with nothing of the person's: a screen, a session, a window manager, and Orca, heard. */
export async function openDesk(locale: string): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), "heard-"));
  const started: ChildProcess[] = [];
  const env: NodeJS.ProcessEnv = { ...process.env, ...homeIn(folder, locale) };
  // What belongs to the person's own desktop.
  for (const name of ["WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS"])
    delete env[name];

  function run(program: string, words: readonly string[], extra: NodeJS.ProcessEnv = {}): Readable {
    const log = openSync(join(folder, `${program}.log`), "w");
    const child = spawn(program, words, {
      env: { ...env, ...extra },
      stdio: ["ignore", log, log, "pipe"],
    });
    started.push(child);
    const output = child.stdio[3];
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- asked for a pipe above
    return output as Readable;
  }
  // Also where the run is broken off: an Orca that stays keeps the next one from speaking.
  const end = () => started.forEach((child) => child.kill());
  process.once("exit", end);
  async function leave(): Promise<void> {
    process.off("exit", end);
    for (const child of started.toReversed()) await ended(child);
    rmSync(folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
  }

  try {
    makeLocale(folder, locale);
    const display = await firstLine(
      run("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"]),
    );
    env["DISPLAY"] = `:${display}`;
    const bus = run("dbus-daemon", ["--session", "--nofork", "--print-address=3"]);
    env["DBUS_SESSION_BUS_ADDRESS"] = await firstLine(bus);
    run("openbox", ["--sm-disable"]);
    const speech = followSpeech(join(folder, "speech.jsonl"));
    const data = join(folder, "data/orca");
    mkdirSync(data, { recursive: true });
    copyFileSync(
      join(import.meta.dirname, "orca-customizations.py"),
      join(data, "orca-customizations.py"),
    );
    run("orca", [], { HEARD_SPEECH: speech.file });
    const begun = await speech.first(({ kind }) => kind === "said", hangMilliseconds);
    if (begun === null)
      throw new Error(
        "Orca says nothing. It runs once for each person: where you use it yourself, switch it off meanwhile.",
      );
    return { folder, env, speech, leave };
  } catch (error) {
    await leave();
    throw error;
  }
}

const homeIn = (folder: string, locale: string): NodeJS.ProcessEnv => {
  const runtime = join(folder, "run");
  mkdirSync(runtime, { mode: 0o700 });
  return {
    HOME: folder,
    XDG_RUNTIME_DIR: runtime,
    XDG_CONFIG_HOME: join(folder, "config"),
    XDG_DATA_HOME: join(folder, "data"),
    XDG_CACHE_HOME: join(folder, "cache"),
    GSETTINGS_BACKEND: "memory",
    LANG: `${locale}.UTF-8`,
    LC_ALL: `${locale}.UTF-8`,
    LANGUAGE: locale,
    LOCPATH: join(folder, "locales"),
  };
};

/** Most machines have few languages; Orca's names of things are in the one it is started in. */
function makeLocale(folder: string, locale: string): void {
  mkdirSync(join(folder, "locales"));
  const words = ["-i", locale, "-f", "UTF-8", join(folder, "locales", `${locale}.UTF-8`)];
  const { status } = spawnSync("localedef", words, { stdio: "ignore" });
  if (status !== 0) throw new Error(`There is no locale ${locale} on this machine`);
}

async function firstLine(output: Readable): Promise<string> {
  const lines = createInterface({ input: output });
  const [line] = await once(lines, "line", { signal: AbortSignal.timeout(hangMilliseconds) });
  lines.close();
  return String(line);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  const patience = setTimeout(() => child.kill("SIGKILL"), 5_000);
  await gone;
  clearTimeout(patience);
}
