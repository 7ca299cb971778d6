import type { Page } from "@playwright/test";

import { expectCard, formButton, openForm } from "./by-hand.ts";
import { expect, test } from "../desk.ts";
import type { Desk } from "../open-desk.ts";
import { hasten } from "./hasten.ts";
import type { RunningApp } from "../launch.ts";

const held = {
  title: "Not as private as you asked",
  says: [
    "The meeting is there, but these settings couldn't be set. The link wasn't copied.",
    "Skips the lobby: still “My organisation”",
  ],
};

async function choosePreset(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: /Preset for new meetings/u }).click();
  await page.getByRole("menuitemradio", { name }).click();
  await expect(page.getByRole("button", { name: /Preset for new meetings/u })).toContainText(name);
}

/** Signed in, with a preset that lets nobody past the lobby, and Teams does not take that. */
async function startGuarded(desk: Desk): Promise<{ app: RunningApp; page: Page }> {
  const started = await desk.startSignedIn();
  await hasten(started.app);
  await choosePreset(started.page, "Guarded");
  desk.sandbox.faults.add({ on: "updateMeeting", kind: "status", status: 503, times: "always" });
  return started;
}

const link = ({ sandbox }: Desk) => sandbox.meetings()[0]?.joinWebUrl;
const copied = (page: Page) => page.getByRole("heading", { name: "Link copied" });

test("a lobby that could not be set keeps the link off the clipboard; trying again sets it and copies", async ({
  desk,
}) => {
  const { app, page } = await startGuarded(desk);
  await page.getByRole("button", { name: /^Meet now/u }).click();
  await expectCard(page, held);
  expect(await app.clipboardText()).toBe("");
  // Refused once more: still not given out.
  await page.getByRole("button", { name: "Try again" }).click();
  await expect.poll(async () => (await app.log()).split("method=PATCH").length - 1).toBe(2);
  await expectCard(page, held);
  expect(await app.clipboardText()).toBe("");

  desk.sandbox.faults.clear();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(copied(page)).toBeVisible();
  expect(await app.clipboardText()).toBe(link(desk));
  await expect(page.locator("dl")).toContainText("Only me");
  expect(desk.sandbox.meetings()).toHaveLength(1);
});

test("whoever wants the link all the same gets it", async ({ desk }) => {
  const { app, page } = await startGuarded(desk);
  await page.getByRole("button", { name: /^Meet now/u }).click();
  await expectCard(page, held);
  await page.getByRole("button", { name: "Copy link anyway" }).click();
  await expect(copied(page)).toBeVisible();
  expect(await app.clipboardText()).toBe(link(desk));
});

test("from the form it is the same card", async ({ desk }) => {
  const { app, page } = await startGuarded(desk);
  await openForm(page, "Northwind review");
  await formButton(page, "Create and copy link").click();
  await expectCard(page, held);
  expect(await app.clipboardText()).toBe("");
  desk.sandbox.faults.clear();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(copied(page)).toBeVisible();
  expect(await app.clipboardText()).toBe(link(desk));
  expect(desk.sandbox.meetings()).toHaveLength(1);
});

test("with the window hidden the notification says it, and gives the link only when asked", async ({
  desk,
}) => {
  const { app, page } = await startGuarded(desk);
  await page.keyboard.press("Escape");
  await expect.poll(() => isShown(app)).toBe(false);
  await app.clickMenu("Meet now");
  await expect.poll(() => app.notifications()).toHaveLength(1);
  expect(await app.notifications()).toMatchObject([
    {
      title: "Not as private as you asked",
      body: "The meeting is there, but its lobby or presenters couldn't be set. The link wasn't copied.",
      actions: ["Copy link anyway", "Show"],
    },
  ]);
  expect(await app.clipboardText()).toBe("");
  await app.clickNotification("Copy link anyway");
  await expect.poll(() => app.clipboardText()).toBe(link(desk));
  expect(desk.sandbox.meetings()).toHaveLength(1);
});

const isShown = ({ app }: RunningApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((one) => one.isVisible()));
