import type { Page } from "@playwright/test";

import type { SettingsChange } from "../../main/contract/settings.ts";
import { completeSignIn } from "../sandbox/browser.ts";
import { expect, test } from "./desk.ts";
import type { RunningApp } from "./launch.ts";
import { nextOpened } from "./open-desk.ts";
import { byHand } from "./person.ts";
import type { Seat } from "./seat.ts";

const isShown = (app: RunningApp) =>
  app.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some((one) => one.isVisible()),
  );

/** On another view, with the popup gone. */
async function changeAndLeave(page: Page, change: SettingsChange): Promise<void> {
  await byHand(page);
  await page.evaluate(async (changed) => {
    await window.app.navigate({ view: "join" });
    await window.app.hidePopup();
    await window.app.changeSettings(changed);
  }, change);
}

/** Megan's calendar is shown, with "Design review" next; answers in how many minutes it begins. */
async function openCalendar({ app, page }: Seat): Promise<number> {
  await byHand(page);
  await page.evaluate(() => window.app.changeSettings({ notifyBeforeMinutes: null }));
  await page.getByRole("tab", { name: /Upcoming/u }).click();
  const address = await nextOpened(app, () =>
    page.getByRole("button", { name: "Show my calendar" }).click(),
  );
  await completeSignIn(address);
  await page.getByRole("button", { name: "More for Weekly sales sync" }).click();
  await page.getByRole("menuitem", { name: "Dismiss" }).click();
  await expect(page.getByRole("row").first()).toContainText("Design review");
  // However long the test takes from here on, the next meeting stays as near as it is now.
  await app.clock.stop();
  await page.evaluate(() => window.app.refreshUpcoming());
  const answer = await page.evaluate(() => window.app.getState());
  const upcoming = answer.ok ? answer.value.upcoming : null;
  const next = upcoming?.kind === "shown" ? upcoming.next : null;
  const now = await app.app.evaluate(() => Date.now());
  return Math.ceil(((next?.startAt ?? Number.NaN) - now) / 60_000);
}

test("the next meeting is in the tooltip and in the menu, and is joined from there", async ({
  seat,
}) => {
  const { app } = seat;
  const minutes = await openCalendar(seat);
  const tray = await app.tray();
  expect(tray?.toolTip).toBe(`Quick Meeting: megan@contoso.com, Design review in ${minutes} min`);
  const labels = tray?.menu.map(({ label }) => label) ?? [];
  const item = `Join "Design review" (in ${minutes} min)`;
  const place = labels.indexOf(item);
  expect(labels.slice(place - 1, place + 2)).toEqual(["-", item, "-"]);
  const address = await nextOpened(app, () => app.clickMenu(item));
  expect(address).toMatch(/^https:\/\/teams\.microsoft\.com\//u);
});

test("a reminder leads into the meeting, by its button or by the popup", async ({ seat }) => {
  const { app, page } = seat;
  const minutes = await openCalendar(seat);
  await changeAndLeave(page, { notifyBeforeMinutes: 15 });
  expect(await isShown(app)).toBe(false);
  await expect.poll(() => app.notifications()).toHaveLength(1);
  const [notice] = await app.notifications();
  expect(notice?.title).toBe(`Design review in ${minutes} minutes`);
  expect(notice?.body).toMatch(/^\d\d:\d\d – \d\d:\d\d, Adele Vance$/u);
  expect(notice?.actions).toEqual(["Join", "Snooze 1 min"]);
  const address = await nextOpened(app, () => app.clickNotification("Join"));
  expect(address).toMatch(/^https:\/\/teams\.microsoft\.com\//u);
  expect(await isShown(app)).toBe(false);
  await app.clickNotification();
  await expect.poll(() => isShown(app)).toBe(true);
  await expect(page.getByRole("button", { name: "Join Design review" }).first()).toBeVisible();
});

test("a reminder that is snoozed comes back once, and hides what it is about on wish", async ({
  seat,
}) => {
  const { app, page } = seat;
  const minutes = await openCalendar(seat);
  await changeAndLeave(page, { notifyBeforeMinutes: 15, hideSubjects: true });
  await expect.poll(() => app.notifications()).toHaveLength(1);
  const [notice] = await app.notifications();
  expect(notice?.title).toBe(`Your meeting in ${minutes} minutes`);
  expect(JSON.stringify(notice)).not.toMatch(/Design|Adele/u);
  await app.clickNotification("Snooze 1 min");
  await app.clock.move(59_000);
  expect(await app.notifications()).toHaveLength(1);
  await app.clock.move(1_000);
  await expect.poll(() => app.notifications()).toHaveLength(2);
  const again = (await app.notifications()).at(-1);
  expect(again?.title).toBe(`Your meeting in ${minutes - 1} minutes`);
});
