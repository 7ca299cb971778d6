import type { Page } from "@playwright/test";

import { expect, test } from "../desk.ts";
import type { Desk, Started } from "../open-desk.ts";
import { signInBy } from "../promise/by-hand.ts";
import { attack, attacks, changesBetween, lookAt, secret } from "./attacks.ts";

const nothing = {
  commands: 0,
  meetings: 0,
  invitations: 0,
  opened: 0,
  registrations: 0,
  unprotected: 0,
  cancelled: 0,
  accounts: 0,
};
const unprotected = { STANDIN_FAULTS: JSON.stringify({ keyringBackend: "basic_text" }) };
const copied = (page: Page) => page.getByRole("heading", { name: "Link copied" });
const pressingNothing = { x: 2, y: 2 };

/** Two accounts, some meetings, the right to write into a calendar, and something on the clipboard. */
async function openPlace(desk: Desk): Promise<Started> {
  const started = await desk.startSignedIn({
    env: unprotected,
    settings: { askBeforeSecond: false },
  });
  const { app, page } = started;
  await page.getByRole("button", { name: "Schedule", exact: true }).click();
  await page.getByText("Calendar event", { exact: true }).click();
  await signInBy(app, page.getByRole("button", { name: "Allow" }));
  await expect(page.getByRole("button", { name: "Allow" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /Meet now/u })).toBeVisible();
  for (let made = 1; made <= 3; made += 1) {
    await app.clickMenu("Meet now");
    await expect(copied(page)).toBeVisible();
    await page.evaluate(() => window.app.dismissCreation());
    await expect(copied(page)).toHaveCount(0);
  }
  await app.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), secret);
  return started;
}

/** Hidden as a popup is most of the day, and long after somebody used it. */
async function leave({ app, page }: Started): Promise<void> {
  await page.evaluate(() => window.app.hidePopup());
  await app.clock.move(120_000);
}

test("page code with the window hidden gets nothing done @stand-in", async ({ desk }) => {
  const started = await openPlace(desk);
  const { app, page } = started;
  await leave(started);
  const before = await lookAt(started, desk.sandbox);
  let read = 0;
  for (let second = 0; second < 3; second += 1) {
    read += await attack(page, attacks);
    await app.clock.move(1_000);
  }
  const after = await lookAt(started, desk.sandbox);
  expect(changesBetween(before, after)).toEqual(nothing);
  expect([read, await app.questions()]).toEqual([0, []]);
  expect(await app.clipboardText()).toBe(secret);
});

test("events that a page makes up are no person's @stand-in", async ({ desk }) => {
  const started = await openPlace(desk);
  const { app, page } = started;
  await leave(started);
  await app.clickTray();
  const before = await lookAt(started, desk.sandbox);
  await page.evaluate(() => {
    const target = document.querySelector("button") ?? document.body;
    const bubbles = { bubbles: true, cancelable: true, composed: true };
    for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"])
      target.dispatchEvent(new PointerEvent(type, { ...bubbles, button: 0, pointerType: "touch" }));
    for (const type of ["keydown", "keyup"])
      target.dispatchEvent(new KeyboardEvent(type, { ...bubbles, key: "Enter", code: "Enter" }));
    document.body.click();
  });
  const read = await attack(page, attacks);
  const after = await lookAt(started, desk.sandbox);
  expect([read, changesBetween(before, after)]).toEqual([0, nothing]);
});

test("one click in a window that is shown is one thing done, and no question answered @stand-in", async ({
  desk,
}) => {
  const started = await openPlace(desk);
  const { app, page } = started;
  await leave(started);
  await app.clickTray();
  const before = await lookAt(started, desk.sandbox);
  await page.mouse.click(pressingNothing.x, pressingNothing.y);
  let read = 0;
  for (let second = 0; second < 3; second += 1) {
    read += await attack(page, attacks.toReversed());
    await app.clock.move(1_000);
  }
  const changes = changesBetween(before, await lookAt(started, desk.sandbox));
  const done = read + Object.values(changes).reduce((sum, count) => sum + count, 0);
  expect(done).toBeLessThanOrEqual(1);
  // It was spent on a question, which no page can answer.
  expect(await app.questions()).toHaveLength(1);
  expect(changes).toEqual(nothing);
});

test("whoever presses nothing but by a screen reader gets there all the same @stand-in", async ({
  desk,
}) => {
  const env = { STANDIN_FAULTS: JSON.stringify({ screenReader: true }) };
  const started = await desk.startSignedIn({ env });
  const { app, page } = started;
  await leave(started);
  await app.clickTray();
  // The page does what the button does: no key and no mouse passes through main.
  await page.getByRole("button", { name: /Meet now/u }).evaluate((button: HTMLElement) => {
    button.click();
  });
  await expect(copied(page)).toBeVisible();
});
