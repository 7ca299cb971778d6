import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, type Page } from "@playwright/test";

import { morningZone } from "../morning-zone.ts";
import { completeSignIn, type SignInChoice } from "../sandbox/browser.ts";
import { type Sandbox, startSandbox } from "../sandbox/sandbox.ts";
import { keepSettings } from "./keep-settings.ts";
import { launchApp, type RunningApp } from "./launch.ts";
import { beginTrace, tracedToItsEnd } from "./trace.ts";

export interface StartOptions {
  /** Use the sample organisation at once, or only offer it. */
  readonly offered?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly words?: readonly string[];
  /** What an earlier run had set. Without links made ahead, where a test does not ask for them. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

export type SignedInOptions = StartOptions & Pick<SignInChoice, "persona">;

export interface Started {
  readonly app: RunningApp;
  readonly page: Page;
}

/** A person's desk: one app with its data, one organisation, and what both of them saw. */
export interface Desk {
  readonly sandbox: Sandbox;
  readonly userData: string;
  /** Where everything of it is until it is left. */
  readonly folder: string;
  /** Every app that was started, the ended ones too, oldest first. */
  readonly apps: readonly RunningApp[];
  start(options?: StartOptions): Promise<Started>;
  /** Started, and signed in at the sample organisation. */
  startSignedIn(options?: SignedInOptions): Promise<Started>;
}

/** Where it is morning now: what a test types for the evening is always still to come. */
export const zone = morningZone();

const root = join(import.meta.dirname, "../..");

/** A desk that is cleared away with `leave`. */
export async function openDesk(): Promise<Desk & { leave(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "desk-"));
  const sandbox = await startSandbox();
  const descriptor = join(folder, "organisation.json");
  writeFileSync(descriptor, JSON.stringify(sandbox.descriptor));
  const userData = join(folder, "data");
  const apps: RunningApp[] = [];

  async function start({
    offered = false,
    env = {},
    words = [],
    settings = {},
  }: StartOptions = {}): Promise<Started> {
    keepSettings(userData, { keepLinkReady: false, ...settings });
    const variable = offered ? "QUICK_MEETING_SAMPLE" : "QUICK_MEETING_ORGANISATION";
    const app = await launchApp({
      userData,
      words,
      env: {
        // A bundle that was read once starts in half the time.
        NODE_COMPILE_CACHE: join(root, "out/compile-cache"),
        TZ: zone,
        LANG: "en_GB.UTF-8",
        [variable]: descriptor,
        ...env,
      },
    });
    apps.push(app);
    await beginTrace(app);
    return {
      app: tracedToItsEnd(app, join(folder, `trace-${apps.length}.zip`)),
      page: await app.popup(),
    };
  }

  async function startSignedIn({
    persona = "megan",
    ...options
  }: SignedInOptions = {}): Promise<Started> {
    const started = await start(options);
    await signIn(started, { persona });
    await started.page.getByRole("button", { name: /Meet now/u }).waitFor();
    await putPopupAway(started);
    return started;
  }

  async function leave() {
    await Promise.allSettled(apps.map((app) => app.kill()));
    await sandbox.close();
    // A killed app's Chromium still writes its last files while the folder is emptied.
    rmSync(folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
  }
  return { sandbox, folder, userData, apps, start, startSignedIn, leave };
}

/** It came to the front when the sign-in ended; a window that stands for the tray stays. */
export async function putPopupAway({ app, page }: Started): Promise<void> {
  const isPut = () =>
    page.evaluate(async () => {
      const state = await window.app.getState();
      if (!state.ok || state.value.presentation === "window") return true;
      await window.app.hidePopup();
      return !state.value.popupShown;
    });
  await expect.poll(isPut).toBe(true);
  // So long ago that a click on the tray is a new one.
  await app.clock.move(300);
}

/** Presses "Sign in", and does in a browser what `choice` says. */
export async function signIn({ app, page }: Started, choice?: SignInChoice): Promise<void> {
  const address = await nextOpened(app, () =>
    page.getByRole("button", { name: "Sign in", exact: true }).click(),
  );
  await completeSignIn(address, choice);
}

/** The address that the app opens because of `press`. */
export async function nextOpened(app: RunningApp, press: () => Promise<unknown>): Promise<string> {
  const { length } = await app.opened();
  await press();
  await expect.poll(async () => (await app.opened()).length).toBeGreaterThan(length);
  return (await app.opened()).at(-1) ?? "";
}
