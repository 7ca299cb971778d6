import type { Page } from "@playwright/test";

import { creations, expect, test } from "./desk.ts";
import { zone } from "./open-desk.ts";
import { expectCard, formButton, pressUntilCopied } from "./promise/by-hand.ts";
import { hasten } from "./promise/hasten.ts";
import { lineField as field, typeLine } from "./promise/type-line.ts";
import type { Seat } from "./seat.ts";

const text = "Design review tomorrow 14:30 for 45 min";
const copied = (page: Page) => page.getByRole("heading", { name: "Link copied" });

const typeReview = (page: Page) =>
  typeLine(page, text, ["Design review", /14:30 – 15:15, 45 min$/u]);

/** One meeting, called so, tomorrow at these times. */
function expectReview(seat: Seat): void {
  const made = seat.meetings();
  expect(made).toMatchObject([{ subject: "Design review" }]);
  const [start, end] = [made[0]?.startDateTime ?? "", made[0]?.endDateTime ?? ""];
  expect(Date.parse(end) - Date.parse(start)).toBe(45 * 60_000);
  const wall = (at: number) =>
    new Intl.DateTimeFormat("sv", {
      dateStyle: "short",
      timeStyle: "short",
      timeZone: zone,
    }).format(at);
  expect(wall(Date.parse(start))).toMatch(/ 14:30$/u);
  const day = (at: number) => Date.parse(wall(at).slice(0, 10));
  expect(day(Date.parse(start)) - day(Date.now())).toBe(24 * 60 * 60_000);
}

/** Each time the meeting is made, and the app never hears of it. */
async function loseAnswers(seat: Seat): Promise<void> {
  await hasten(seat.app);
  seat.sandbox.faults.add({ on: "createOrGet", kind: "reset", when: "after", times: "always" });
}

const expectUnsure = (page: Page) =>
  expectCard(page, { title: "We couldn't confirm the meeting", says: ["There may be a meeting."] });

const expectOneAsked = ({ sandbox }: Seat) =>
  expect(new Set(creations(sandbox).map(({ externalId }) => externalId)).size).toBe(1);

test("a letter on Home begins a meeting, and Enter makes it; Undo takes it back", async ({
  seat,
}) => {
  const { app, page } = seat;
  await typeReview(page);
  await page.keyboard.press("Enter");
  await expect(copied(page)).toBeVisible();
  await expect(field(page)).toHaveCount(0);
  expectReview(seat);
  expect(await app.clipboardText()).toBe(seat.meetings()[0]?.joinWebUrl);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => seat.meetings()[0]?.deletedAt ?? null).not.toBeNull();
  await expect.poll(() => app.clipboardText()).toBe("");
  expect(seat.meetings()).toHaveLength(1);
});

test("Enter again after lost answers finds the one meeting", async ({ seat }) => {
  const { app, page, sandbox } = seat;
  await loseAnswers(seat);
  await typeReview(page);
  await page.keyboard.press("Enter");
  await expectUnsure(page);
  await expect(field(page)).toHaveValue(text);
  sandbox.faults.clear();
  // Each minute the app looks by itself: then the line is gone before it is pressed.
  await expect(async () => {
    if (await copied(page).isVisible()) return;
    await field(page).click({ timeout: 2_000 });
    await page.keyboard.press("Enter");
  }).toPass();
  await expect(copied(page)).toBeVisible();
  await expect(field(page)).toHaveCount(0);
  expectReview(seat);
  expectOneAsked(seat);
  expect(await app.clipboardText()).toBe(seat.meetings()[0]?.joinWebUrl);
});

test("Tab opens it in the form, and what was sent before is the same meeting there", async ({
  seat,
}) => {
  const { app, page, sandbox } = seat;
  await loseAnswers(seat);
  await typeReview(page);
  await page.keyboard.press("Enter");
  await expectUnsure(page);
  await field(page).click();
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Subject")).toHaveValue("Design review");
  await expect(page.getByLabel("When")).toHaveValue("tomorrow 14:30 for 45 min");
  await expect(page.getByText("No second meeting is made.")).toBeVisible();
  sandbox.faults.clear();
  await pressUntilCopied(page, formButton(page, "Create and copy link"));
  expectReview(seat);
  expectOneAsked(seat);
  expect(await app.clipboardText()).toBe(seat.meetings()[0]?.joinWebUrl);
});

test("F1 lists the keys, and Esc goes back to what was typed", async ({ seat }) => {
  const { page } = seat;
  await page.keyboard.type("x");
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("F1");
  const keys = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(keys).toContainText("Type a whole meeting");
  await expect(keys.getByRole("button", { name: "Close" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(keys).toHaveCount(0);
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue("x");
});
