import type { Page } from "@playwright/test";

import { completeSignIn } from "../sandbox/browser.ts";
import { type Desk, expect, test } from "./desk.ts";
import type { RunningApp } from "./launch.ts";

const isShown = (app: RunningApp) =>
  app.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some((one) => one.isVisible()),
  );

/** Megan's calendar is shown: "Design review" begins in 12 minutes, now that nothing else is offered. */
async function openCalendar(desk: Desk): Promise<{ app: RunningApp; page: Page }> {
  const { app, page } = await desk.startSignedIn({ settings: { notifyBeforeMinutes: null } });
  const { length } = await app.opened();
  await page.getByRole("tab", { name: /Upcoming/u }).click();
  await page.getByRole("button", { name: "Show my calendar" }).click();
  await expect.poll(async () => (await app.opened()).length).toBeGreaterThan(length);
  await completeSignIn((await app.opened()).at(-1) ?? "");
  await page.getByRole("button", { name: "More for Weekly sales sync" }).click();
  await page.getByRole("menuitem", { name: "Dismiss" }).click();
  await expect(page.getByRole("listitem").first()).toContainText("Design review");
  return { app, page };
}

async function hide(app: RunningApp, page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await expect.poll(() => isShown(app)).toBe(false);
}

test("the next meeting is in the tooltip and in the menu, and is joined from there", async ({
  desk,
}) => {
  const { app } = await openCalendar(desk);
  const tray = await app.tray();
  const minutes = / in (1[012]) min$/u.exec(tray?.toolTip ?? "")?.[1];
  expect(tray?.toolTip).toBe(`Quick Meeting: megan@contoso.com, Design review in ${minutes} min`);
  const labels = tray?.menu.map(({ label }) => label) ?? [];
  const item = `Join "Design review" (in ${minutes} min)`;
  const place = labels.indexOf(item);
  expect(labels.slice(place - 1, place + 2)).toEqual(["-", item, "-"]);
  const before = (await app.opened()).length;
  await app.clickMenu(item);
  await expect.poll(async () => (await app.opened()).length).toBe(before + 1);
  expect((await app.opened()).at(-1)).toMatch(/^https:\/\/teams\.microsoft\.com\//u);
});

test("a reminder leads into the meeting, by its button or by the popup", async ({ desk }) => {
  const { app, page } = await openCalendar(desk);
  await page.evaluate(() => window.app.navigate({ view: "join" }));
  await page.evaluate(() => window.app.hidePopup());
  await expect.poll(() => isShown(app)).toBe(false);
  await page.evaluate(() => window.app.changeSettings({ notifyBeforeMinutes: 15 }));
  await expect.poll(() => app.notifications()).toHaveLength(1);
  const [notice] = await app.notifications();
  expect(notice?.title).toMatch(/^Design review in 1[012] minutes$/u);
  expect(notice?.body).toMatch(/^\d\d:\d\d – \d\d:\d\d, Adele Vance$/u);
  expect(notice?.actions).toEqual(["Join", "Snooze 1 min"]);
  const before = (await app.opened()).length;
  await app.clickNotification("Join");
  await expect.poll(async () => (await app.opened()).length).toBe(before + 1);
  expect((await app.opened()).at(-1)).toMatch(/^https:\/\/teams\.microsoft\.com\//u);
  expect(await isShown(app)).toBe(false);
  await app.clickNotification();
  await expect.poll(() => isShown(app)).toBe(true);
  await expect(page.getByRole("button", { name: "Join Design review" }).first()).toBeVisible();
});

test("a reminder that is snoozed comes back once, and hides what it is about on wish", async ({
  desk,
}) => {
  test.slow();
  const { app, page } = await openCalendar(desk);
  await hide(app, page);
  await page.evaluate(() =>
    window.app.changeSettings({ notifyBeforeMinutes: 15, hideSubjects: true }),
  );
  await expect.poll(() => app.notifications()).toHaveLength(1);
  const [notice] = await app.notifications();
  expect(notice?.title).toMatch(/^Your meeting in 1[012] minutes$/u);
  expect(JSON.stringify(notice)).not.toMatch(/Design|Adele/u);
  await app.clickNotification("Snooze 1 min");
  // The computer sleeps over it and wakes.
  await app.app.evaluate(({ powerMonitor }) => {
    const late = Date.now() + 61_000;
    Date.now = () => late;
    powerMonitor.emit("resume");
  });
  await expect.poll(() => app.notifications()).toHaveLength(2);
  expect((await app.notifications()).at(-1)?.title).toMatch(/^Your meeting in (9|1[01]) minutes$/u);
});
