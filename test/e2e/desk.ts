import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type Page, test as base } from "@playwright/test";

import { morningZone } from "../morning-zone.ts";
import { completeSignIn, type SignInChoice } from "../sandbox/browser.ts";
import { type Sandbox, startSandbox } from "../sandbox/sandbox.ts";
import { keepSettings } from "./keep-settings.ts";
import { launchApp, type RunningApp } from "./launch.ts";

export interface StartOptions {
  /** Use the sample organisation at once, or only offer it. */
  readonly offered?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly words?: readonly string[];
  /** What an earlier run had set. Without links made ahead, where a test does not ask for them. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A person's desk: one app with its data, one organisation, and what both of them saw. */
export interface Desk {
  readonly sandbox: Sandbox;
  readonly userData: string;
  start(options?: StartOptions): Promise<{ app: RunningApp; page: Page }>;
  /** Started, and signed in at the sample organisation. */
  startSignedIn(options?: StartOptions & SignInChoice): Promise<{ app: RunningApp; page: Page }>;
  signIn(app: RunningApp, page: Page, choice?: SignInChoice): Promise<void>;
}

/** Where it is morning now: what a test types for the evening is always still to come. */
export const zone = morningZone();

/** A desk that is cleared away with `leave`. */
async function openDesk(): Promise<Desk & { leave(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "desk-"));
  const sandbox = await startSandbox();
  const descriptor = join(folder, "organisation.json");
  writeFileSync(descriptor, JSON.stringify(sandbox.descriptor));
  const userData = join(folder, "data");
  const running: RunningApp[] = [];

  async function start({
    offered = false,
    env = {},
    words = [],
    settings = {},
  }: StartOptions = {}) {
    keepSettings(userData, { keepLinkReady: false, ...settings });
    const variable = offered ? "QUICK_MEETING_SAMPLE" : "QUICK_MEETING_ORGANISATION";
    const app = await launchApp({
      userData,
      words,
      env: { TZ: zone, LANG: "en_GB.UTF-8", [variable]: descriptor, ...env },
    });
    running.push(app);
    return { app, page: await app.popup() };
  }

  async function signIn(app: RunningApp, page: Page, choice?: SignInChoice): Promise<void> {
    const before = (await app.opened()).length;
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await base.expect.poll(async () => (await app.opened()).length).toBeGreaterThan(before);
    await completeSignIn((await app.opened()).at(-1) ?? "", choice);
  }

  async function startSignedIn({
    offered,
    env,
    words,
    settings,
    ...choice
  }: StartOptions & SignInChoice = {}) {
    const started = await start({
      ...(offered === undefined ? {} : { offered }),
      ...(env ? { env } : {}),
      ...(words ? { words } : {}),
      ...(settings ? { settings } : {}),
    });
    await signIn(started.app, started.page, choice);
    await started.page.getByRole("button", { name: /Meet now/u }).waitFor();
    return started;
  }

  async function leave() {
    await Promise.allSettled(running.map((app) => app.kill()));
    await sandbox.close();
    // A killed app's Chromium still writes its last files while the folder is emptied.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
  return { sandbox, userData, start, startSignedIn, signIn, leave };
}

/** An app that is signed in and shared by the tests of a worker: for what needs no start of its own. */
export interface Seat {
  readonly sandbox: Sandbox;
  readonly app: RunningApp;
  readonly page: Page;
  /** Those made since this test began. */
  meetings(): ReturnType<Sandbox["meetings"]>;
}

type Shared = Pick<Seat, "sandbox" | "app" | "page">;

export const test = base.extend<{ desk: Desk; seat: Seat }, { shared: Shared }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants a pattern here
  desk: async ({}, use) => {
    const desk = await openDesk();
    await use(desk);
    await desk.leave();
  },
  shared: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright wants a pattern here
    async ({}, use) => {
      const desk = await openDesk();
      const started = await desk.startSignedIn({ settings: { askBeforeSecond: false } });
      await use({ sandbox: desk.sandbox, ...started });
      await desk.leave();
    },
    { scope: "worker" },
  ],
  seat: async ({ shared }, use) => {
    const { sandbox, app, page } = shared;
    sandbox.faults.clear();
    sandbox.forgetRequests();
    await page.evaluate(() => window.app.dismissCreation());
    await page.evaluate(() => window.app.navigate({ view: "home" }));
    await app.app.evaluate(({ clipboard }) => clipboard.clear());
    // What was typed before is gone with the page it was typed into.
    await page.reload();
    await page.getByRole("button", { name: /Meet now|Needs a connection/u }).waitFor();
    const before = sandbox.meetings().length;
    await use({ sandbox, app, page, meetings: () => sandbox.meetings().slice(before) });
  },
});

export const { expect } = base;

/** Graph calls that make or find a meeting. */
export const creations = (sandbox: Sandbox) =>
  sandbox.requests().filter((request) => request.operation === "createOrGet");
