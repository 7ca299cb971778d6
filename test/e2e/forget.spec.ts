import { readdirSync } from "node:fs";

import type { Page } from "@playwright/test";

import { findLeaks } from "../tour/canary.ts";
import { expect, test } from "./desk.ts";
import { launchApp, type RunningApp } from "./launch.ts";
import { type Desk, signIn } from "./open-desk.ts";
import { byHand } from "./person.ts";

const copied = (page: Page) => page.getByRole("heading", { name: "Link copied" });
const signInButton = (page: Page) => page.getByRole("button", { name: "Sign in", exact: true });
const firstRun = (page: Page) => page.getByRole("heading", { name: "Welcome to Quick Meeting" });
const told = (page: Page) => page.locator("#root").getByText("Everything was forgotten.").last();
const rows = (page: Page, subject: string) =>
  page.getByRole("button", { name: `Copy link to ${subject}` });
const stateOf = (page: Page) => page.evaluate(() => window.app.getState());
const labels = async (app: RunningApp) =>
  (await app.tray())?.menu.map(({ label }) => label).join("\n") ?? "";
/** What the app keeps, in files of its own beside Chromium's. */
const documents = ({ userData }: Desk) =>
  readdirSync(userData).filter((name) => name.includes(".json"));

async function schedule(page: Page, subject: string): Promise<void> {
  await page.evaluate(() => window.app.navigate({ view: "schedule" }));
  await page.getByLabel("Subject").fill(subject);
  await page.getByRole("button", { name: /Create and copy link/u }).click();
  await expect(copied(page)).toBeVisible();
}

async function accountsPage(app: RunningApp): Promise<Page> {
  await app.clickMenu("Settings…");
  const settings = await app.settings();
  await settings.getByRole("tab", { name: "Accounts" }).click();
  return settings;
}

async function privacyPage(app: RunningApp): Promise<Page> {
  const settings = await accountsPage(app);
  await settings.getByRole("tab", { name: "Privacy" }).click();
  return settings;
}

async function signOut(app: RunningApp, page: Page, username: string): Promise<void> {
  const settings = await accountsPage(app);
  await settings.getByRole("button", { name: `Sign out ${username}` }).click();
  await settings.getByRole("menuitem", { name: `Sign out ${username}` }).click();
  await expect(signInButton(page)).toBeVisible();
}

async function forget(app: RunningApp, page: Page): Promise<void> {
  await app.willSay("Forget everything");
  await page.getByRole("button", { name: "Forget everything on this computer" }).click();
}

test("the list of whoever signed out is shown to nobody, and back when they are", async ({
  desk,
}) => {
  const { app, page } = await desk.startSignedIn();
  await app.clickMenu("Copy the link of my room");
  await expect(copied(page)).toBeVisible();
  await page.evaluate(() => window.app.dismissCreation());
  await schedule(page, "Merger talks");
  const made = desk.sandbox.meetings();
  const links = made.map(({ joinWebUrl }) => joinWebUrl);
  const id = made.at(-1)?.externalId ?? "";
  expect(await labels(app)).toContain("Copy latest link");
  await signOut(app, page, "megan@contoso.com");

  async function expectNothing(): Promise<void> {
    const published = JSON.stringify(await stateOf(page));
    const { menu, toolTip } = (await app.tray()) ?? {};
    const drawn = JSON.stringify([menu, toolTip, await page.locator("body").innerText()]);
    for (const secret of ["Merger", "megan@contoso.com", ...links]) {
      expect(published).not.toContain(secret);
      expect(drawn).not.toContain(secret);
    }
    expect(await labels(app)).not.toContain("Copy latest link");
    await byHand(page);
    const named = await page.evaluate((of) => window.app.copyMeeting({ id: of, format: null }), id);
    expect(named).toMatchObject({ ok: false, error: { kind: "unknown-meeting" } });
  }
  await app.app.evaluate(({ clipboard }) => clipboard.clear());
  await expectNothing();
  await signIn({ app, page }, { persona: "alex" });
  await expect(page.getByText("Your links appear here.")).toBeVisible();
  await expectNothing();
  expect(await app.clipboardText()).toBe("");

  // Another start asks for the room of whoever is here.
  await launchApp({ userData: desk.userData, words: ["--copy-room"] }).catch(() => undefined);
  await expect.poll(() => app.clipboardText()).toContain("https://");
  expect(links).not.toContain(await app.clipboardText());
  await page.evaluate(() => window.app.dismissCreation());
  await signOut(app, page, "alex@contoso.com");
  await signIn({ app, page });
  await expect(rows(page, "Merger talks")).toBeVisible();
  await rows(page, "Merger talks").click();
  await expect.poll(() => app.clipboardText()).toBe(links.at(-1));
  expect(await labels(app)).toContain("Copy latest link");
  await app.clickMenu("Copy the link of my room");
  await expect.poll(() => app.clipboardText()).toBe(links[0]);
});

test("forgotten: no file, no secret and no spare is left, and the first run says so", async ({
  desk,
}) => {
  const { sandbox, userData } = desk;
  const started = await desk.start({ offered: true, settings: { keepLinkReady: true } });
  const { app, page } = started;
  await page.getByRole("button", { name: "Try the sample organisation" }).click();
  await signIn({ app, page });
  await expect(page.getByRole("button", { name: /Meet now/u })).toBeVisible();
  await schedule(page, "Merger talks");
  await expect.poll(async () => sandbox.meetings().length).toBe(2);
  const secrets = [
    ...sandbox.secrets(),
    ...sandbox.meetings().map(({ joinWebUrl }) => ({ kind: "link", value: joinWebUrl })),
    ...["Merger talks", "megan@contoso.com"].map((value) => ({ kind: "words", value })),
  ];
  expect(documents(desk)).toEqual(expect.arrayContaining(["history-lines.json", "settings.json"]));

  const settings = await privacyPage(app);
  await forget(app, settings);
  await expect(firstRun(page)).toBeVisible();
  await expect(told(page)).toBeVisible();
  await expect(told(settings)).toBeVisible();
  const [question, ...more] = await app.questions();
  expect([question?.message, more]).toEqual(["Forget everything on this computer?", []]);
  expect(question?.detail).toContain("their links still work");
  expect(documents(desk)).toEqual([]);
  expect(findLeaks(userData, app.output(), secrets)).toEqual([]);
  const published = JSON.stringify(await stateOf(page));
  for (const { value } of secrets) expect(published).not.toContain(value);
  const alive = sandbox.meetings().filter(({ deletedAt }) => deletedAt === null);
  expect(alive.map(({ subject }) => subject)).toEqual(["Merger talks"]);
  await app.kill();

  const again = await desk.start({ offered: true });
  await expect(firstRun(again.page)).toBeVisible();
  await expect(again.page.getByText("Everything was forgotten.")).toHaveCount(0);
});

test("killed while it forgets, the next start finishes it and says so", async ({ desk }) => {
  const { sandbox, userData } = desk;
  const { app, page } = await desk.start({ offered: true, settings: { keepLinkReady: true } });
  await page.getByRole("button", { name: "Try the sample organisation" }).click();
  await signIn({ app, page });
  await page.getByRole("button", { name: /Meet now/u }).click();
  await expect(copied(page)).toBeVisible();
  await expect.poll(async () => sandbox.meetings().length).toBe(2);
  // The spare cannot be ended, so that forgetting waits for it with its patience.
  sandbox.faults.add({ kind: "hang", on: "deleteMeeting", times: "always" });
  await forget(app, await privacyPage(app));
  const isEnding = () => sandbox.requests().some(({ operation }) => operation === "deleteMeeting");
  await expect.poll(isEnding).toBe(true);
  await app.kill();
  // On a very slow computer its patience may have ended before the kill: then all is done, and was told.
  const isLeft = documents(desk).includes("forgetting.json");

  const again = await desk.start({ offered: true });
  await expect(firstRun(again.page)).toBeVisible();
  // The desk's own settings, where they were written again.
  expect(documents(desk)).toEqual(isLeft ? [] : ["settings.json"]);
  expect(findLeaks(userData, again.app.output(), sandbox.secrets())).toEqual([]);
  if (isLeft) await expect(told(again.page)).toBeVisible();
});

test("where nobody is signed in any more, it is a quiet button", async ({ desk }) => {
  const { app, page } = await desk.startSignedIn();
  await schedule(page, "Merger talks");
  await signOut(app, page, "megan@contoso.com");
  expect(documents(desk)).toContain("history-lines.json");
  const button = page.getByRole("button", { name: "Forget everything on this computer" });
  await button.click();
  await expect.poll(async () => (await app.questions()).length).toBe(1);
  await expect(button).toBeEnabled();
  expect(documents(desk)).toContain("history-lines.json");
  await forget(app, page);
  await expect(told(page)).toBeVisible();
  expect(documents(desk)).toEqual([]);
  // The organisation that is plugged in is there at once; its people begin with nothing.
  await signIn({ app, page });
  await expect(page.getByText("Your links appear here.")).toBeVisible();
  await expect(page.getByText("Everything was forgotten.")).toHaveCount(0);
});
