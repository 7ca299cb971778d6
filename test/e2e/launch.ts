import { readFileSync } from "node:fs";
import { join } from "node:path";

import { _electron, type ElectronApplication, type Page } from "@playwright/test";

import { findElectron } from "./find-electron.ts";
import { hangMilliseconds } from "./hang-guard.ts";
import {
  chooseItem,
  type MenuEntry,
  pressNotification,
  type Question,
  readTray,
} from "./in-main.ts";

export interface LaunchOptions {
  /** The app's data folder: the same again is a restart. */
  readonly userData: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly words?: readonly string[];
  /** Folder of the app; the built one by default. */
  readonly appPath?: string;
}

/** A notification that was shown; `actions` is what its buttons say. */
interface Told {
  readonly title: string;
  readonly body: string;
  readonly actions: readonly string[];
}

/** The time as the main process has it; that of the pages goes on. */
export interface AppClock {
  /** From now on only the test moves it, and nothing of the app's runs out meanwhile. */
  stop(): Promise<void>;
  /** Ahead; what falls due on the way is done. */
  move(milliseconds: number): Promise<void>;
  /** It is the computer's again. */
  run(): Promise<void>;
}

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly host: "electron" | "stand-in";
  /** The popup's page, once it is drawn. */
  popup(): Promise<Page>;
  settings(): Promise<Page>;
  /** Addresses the app opened, oldest first. */
  opened(): Promise<readonly string[]>;
  tray(): Promise<{ toolTip: string; image: string; menu: readonly MenuEntry[] } | null>;
  clickMenu(...labels: string[]): Promise<void>;
  clickTray(): Promise<void>;
  notifications(): Promise<readonly Told[]>;
  /** The last one: its text, or one of its buttons. */
  clickNotification(button?: string): Promise<void>;
  clipboardText(): Promise<string>;
  /** What was asked outside the windows, oldest first. */
  questions(): Promise<readonly Question[]>;
  /** From now on each question is answered with this button; without one it is closed. */
  willSay(button: string | null): Promise<void>;
  /** From now on this file is chosen where one is asked for. */
  willPick(path: string): Promise<void>;
  readonly clock: AppClock;
  /** Everything the process said. */
  output(): string;
  /** What the app wrote into its log file. */
  log(): Promise<string>;
  isRunning(): boolean;
  close(): Promise<void>;
  /** SIGKILL, and gone when it answers. */
  kill(): Promise<void>;
}

const root = join(import.meta.dirname, "../..");

/** Starts the built app, on Electron where its binary is there, else on the stand-in. */
export async function launchApp(options: LaunchOptions): Promise<RunningApp> {
  const app = await _electron.launch({
    executablePath: hostProgram(),
    args: [
      "-r",
      join(import.meta.dirname, "probe.cjs"),
      options.appPath ?? root,
      `--user-data-dir=${options.userData}`,
      ...(options.words ?? []),
    ],
    cwd: root,
    env: { ...definedEnvironment(), STANDIN_NODE: process.execPath, ...options.env },
    timeout: hangMilliseconds,
  });
  app.context().setDefaultTimeout(hangMilliseconds);
  const said: string[] = [];
  const child = app.process();
  child.stdout?.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => said.push(chunk.toString()));

  const isRunning = () => child.exitCode === null && child.signalCode === null;

  return {
    app,
    host: findElectron() === null ? "stand-in" : "electron",
    popup: () => pageWhere(app, (url) => !url.includes("window=settings")),
    settings: () => pageWhere(app, (url) => url.includes("window=settings")),
    opened: () => app.evaluate(() => [...globalThis.__probe.opened]),
    tray: () => app.evaluate(readTray),
    clickMenu: (...labels) => app.evaluate(chooseItem, labels),
    clickTray: () =>
      app.evaluate(() => {
        const { tray } = globalThis.__probe.trays.at(-1) ?? {};
        tray?.emit("click", {}, tray.getBounds());
      }),
    notifications: () =>
      app.evaluate(() =>
        globalThis.__probe.notifications.map(({ title, body, actions }) => ({
          title,
          body,
          actions: actions.map(({ text }) => text),
        })),
      ),
    clickNotification: (button) => app.evaluate(pressNotification, button),
    questions: () => app.evaluate(() => [...globalThis.__probe.questions]),
    willPick: (path) =>
      app.evaluate((_module, picked) => {
        globalThis.__probe.picks = picked;
      }, path),
    willSay: (button) =>
      app.evaluate((_module, label) => {
        globalThis.__probe.says = label;
      }, button),
    clipboardText: () => app.evaluate(({ clipboard }) => clipboard.readText()),
    clock: {
      stop: () => app.evaluate(() => globalThis.__clock.stop()),
      move: (milliseconds) =>
        app.evaluate((_module, step) => globalThis.__clock.move(step), milliseconds),
      run: () => app.evaluate(() => globalThis.__clock.run()),
    },
    output: () => said.join(""),
    async log() {
      const folder = await app.evaluate((electron) => electron.app.getPath("logs"));
      return readFileSync(join(folder, "main.log"), "utf8");
    },
    isRunning,
    close: () => app.close(),
    async kill() {
      if (!isRunning()) return;
      const gone = app.waitForEvent("close");
      child.kill("SIGKILL");
      await gone;
    },
  };
}

/** Electron where its binary is there, else what stands in for it. */
export const hostProgram = (): string => findElectron() ?? join(root, "test/stand-in", standIn);

const standIn = process.platform === "win32" ? "electron.cmd" : "electron";

export const definedEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );

async function hasDrawn(page: Page): Promise<boolean> {
  try {
    await page.waitForSelector("#root > *");
    return true;
  } catch (error) {
    if (page.isClosed()) return false;
    throw error;
  }
}

async function pageWhere(app: ElectronApplication, isIt: (url: string) => boolean): Promise<Page> {
  const gone = new AbortController();
  app.once("close", () => gone.abort());
  while (!gone.signal.aborted) {
    const page = app.windows().find((one) => one.url().includes("index.html") && isIt(one.url()));
    // One that is just being closed for another kind of window gives way to that.
    if (page && (await hasDrawn(page))) return page;
    // A window is told of before it has its address, so it is looked for again, as often as it takes.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("The app ended before it showed this window");
}
