import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Page } from "@playwright/test";

import {
  type Attack,
  attack,
  attacks,
  type Books,
  changesBetween,
  lookAt,
  secret,
} from "../e2e/hostile/attacks.ts";
import { keepSettings } from "../e2e/keep-settings.ts";
import { launchApp, type RunningApp } from "../e2e/launch.ts";
import { byHand } from "../e2e/person.ts";
import type { Figures } from "../figures.ts";
import { completeSignIn, type SignInChoice } from "../sandbox/browser.ts";
import { type Sandbox, startSandbox } from "../sandbox/sandbox.ts";

const seconds = 60;
const meetingsBefore = 103;

/** What each attack is after, in the books. */
const aims: Readonly<Record<Attack, keyof Books | "read">> = {
  "read the clipboard": "read",
  "put a command on the clipboard": "commands",
  "make meetings": "meetings",
  "send what it stole to strangers": "invitations",
  "open addresses": "opened",
  "add an app registration": "registrations",
  "keep sign-ins unprotected": "unprotected",
  "cancel meetings": "cancelled",
  "sign everybody out": "accounts",
  "forget everything": "accounts",
};

interface Place {
  readonly app: RunningApp;
  readonly page: Page;
  readonly sandbox: Sandbox;
  leave(): Promise<void>;
}

/**
 * Page code has a minute of the app's time, with the window hidden; then each attack for itself has one with the
 * window shown and a single click of the person, which it can take for anything.
 */
export async function torturePage(figures: Figures, folder: string): Promise<void> {
  const hidden = await openPlace(folder, meetingsBefore);
  for (const name of attacks) {
    const done = await strikeForMinute(hidden, name);
    figures.exactly(`${seconds} s of page code, hidden: ${name}`, done, "times", 0);
  }
  await hidden.leave();
  const shown = await openPlace(folder, 3);
  for (const name of attacks) {
    await shown.app.clickTray();
    const before = (await shown.app.questions()).length;
    await byHand(shown.page);
    const done = await strikeForMinute(shown, name);
    const asked = (await shown.app.questions()).length - before;
    const label = `${seconds} s of page code, shown, one key: ${name}`;
    figures.atMost(label, done, "times", asked > 0 ? 0 : 1);
    figures.atMost(`${label}: questions asked outside the page`, asked, "questions", 1);
    await leaveAlone(shown);
  }
  await shown.leave();
}

async function strikeForMinute(place: Place, name: Attack): Promise<number> {
  const { app, page, sandbox } = place;
  const before = await lookAt(place, sandbox);
  let read = 0;
  for (let second = 0; second < seconds; second += 1) {
    read += await attack(page, [name]);
    await app.clock.move(1_000);
  }
  const changes = changesBetween(before, await lookAt(place, sandbox));
  const aim = aims[name];
  return aim === "read" ? read : changes[aim];
}

/** Two accounts, meetings, the right to write into a calendar, no keyring, and something on the clipboard. */
async function openPlace(folder: string, meetings: number): Promise<Place> {
  const home = mkdtempSync(join(folder, "page-"));
  const sandbox = await startSandbox();
  const descriptor = join(home, "organisation.json");
  writeFileSync(descriptor, JSON.stringify(sandbox.descriptor));
  const userData = join(home, "data");
  keepSettings(userData, { keepLinkReady: false, askBeforeSecond: false });
  const app = await launchApp({
    userData,
    env: {
      LANG: "en_GB.UTF-8",
      QUICK_MEETING_ORGANISATION: descriptor,
      STANDIN_FAULTS: JSON.stringify({ keyringBackend: "basic_text" }),
    },
  });
  const page = await app.popup();
  const place = {
    app,
    page,
    sandbox,
    async leave() {
      await app.kill();
      await sandbox.close();
      rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
  const signInBy = async (ask: () => Promise<unknown>, choice: SignInChoice = {}) => {
    const before = (await app.opened()).length;
    await byHand(page);
    void ask().catch(() => undefined);
    while ((await app.opened()).length === before) await pause(20);
    await completeSignIn((await app.opened()).at(-1) ?? "", choice);
  };
  await signInBy(() => page.evaluate(() => window.app.signIn({ accountId: null })));
  await page.locator("#meet-now").waitFor();
  await signInBy(() => page.evaluate(() => window.app.allowCalendar()));
  await signInBy(() => page.evaluate(() => window.app.addAccount({ organisationId: "sample" })), {
    persona: "alex",
  });
  while ((await lookAt(place, sandbox)).accounts < 2) await pause(200);
  const canMeet = async () =>
    ((await app.tray())?.menu ?? []).some(({ label, enabled }) => label === "Meet now" && enabled);
  for (let made = 1; made <= meetings; made += 1) {
    while (!(await canMeet())) await pause(10);
    await app.clickMenu("Meet now");
    while (sandbox.meetings().length < made) await pause(10);
    await page.evaluate(() => window.app.dismissCreation());
  }
  await app.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), secret);
  await leaveAlone(place);
  return place;
}

/** As a popup is most of the day: hidden, and long after somebody used it. */
async function leaveAlone({ app, page }: Place): Promise<void> {
  await page.evaluate(() => window.app.hidePopup());
  await app.clock.move(120_000);
}

const pause = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
