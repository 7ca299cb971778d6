import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Locator, Page } from "@playwright/test";

import { keepSettings } from "../../e2e/keep-settings.ts";
import { launchApp, type RunningApp } from "../../e2e/launch.ts";
import { hasten } from "../../e2e/promise/hasten.ts";
import { morningZone } from "../../morning-zone.ts";
import { completeSignIn } from "../../sandbox/browser.ts";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox.ts";
import type { Facts } from "./truths.ts";

export const guest = "zoe@contoso.com";

/** One computer with the built app, signed in, and the organisation it talks to. */
export interface Desk {
  readonly sandbox: Sandbox;
  readonly app: RunningApp;
  readonly page: Page;
  /** Pressed, and the sign-in that opens is done. */
  signInBy(button: Locator): Promise<void>;
  /** What somebody copied elsewhere is on the clipboard. */
  copyMark(): Promise<void>;
  facts(): Promise<Facts>;
  /** Whether every intent is settled, as the disk has it. */
  isSettled(): boolean;
  leave(): Promise<void>;
}

export async function openDesk(folder: string): Promise<Desk> {
  const place = mkdtempSync(join(folder, "windows-"));
  const sandbox = await startSandbox();
  const descriptor = join(place, "organisation.json");
  writeFileSync(descriptor, JSON.stringify(sandbox.descriptor));
  const userData = join(place, "data");
  keepSettings(userData, { keepLinkReady: false, askBeforeSecond: false });
  const app = await launchApp({
    userData,
    env: { TZ: morningZone(), LANG: "en_GB.UTF-8", QUICK_MEETING_ORGANISATION: descriptor },
  });
  const page = await app.popup();
  let marks = 0;
  let lastId = "";

  async function signInBy(button: Locator): Promise<void> {
    const before = (await app.opened()).length;
    await button.click();
    while ((await app.opened()).length === before) await pause(20);
    await completeSignIn((await app.opened()).at(-1) ?? "");
  }

  const mark = () => `Copied elsewhere, number ${marks}`;

  async function facts(): Promise<Facts> {
    lastId = (await page.evaluate(shownIntent)) ?? lastId;
    const links = sandbox.meetings().filter(({ externalId }) => externalId === lastId);
    const events = sandbox.events().filter(({ transactionId }) => transactionId === lastId);
    const living = [...links, ...events].filter(({ deletedAt }) => deletedAt === null);
    const clipboard = await app.clipboardText();
    return {
      meetings: living.length,
      events: events.filter(({ deletedAt }) => deletedAt === null).length,
      invitations: events.filter(({ attendees }) => attendees.length > 0).length,
      isClipboardUntouched: clipboard === mark(),
      isLinkCopied: living.some(({ joinWebUrl }) => joinWebUrl === clipboard),
    };
  }

  await signInBy(page.getByRole("button", { name: "Sign in", exact: true }));
  await page.locator("#meet-now").waitFor();
  await hasten(app);
  return {
    sandbox,
    app,
    page,
    signInBy,
    facts,
    async copyMark() {
      marks += 1;
      await app.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), mark());
    },
    isSettled: () => /"wishes":\s*\[\]/u.test(readFileSync(join(userData, "wishes.json"), "utf8")),
    async leave() {
      await app.kill();
      await sandbox.close();
      rmSync(place, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

/** Runs in the page: which intent the screen is about, so that its books can be opened. Nothing is decided by it. */
async function shownIntent(): Promise<string | null> {
  const state = await window.app.getState();
  if (!state.ok) return null;
  const { creation } = state.value;
  if (creation.kind === "failed") return creation.intentId;
  return creation.kind === "created" ? creation.meeting.id : null;
}

export const pause = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
