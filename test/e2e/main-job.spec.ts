import { chromium } from "@playwright/test";

import { chromiumSwitches, findChromium } from "../chromium.ts";
import { creations, expect, test } from "./desk.ts";

test("from the first start to a link on the clipboard, with a real browser for the sign-in", async ({
  desk,
}) => {
  const { app, page } = await desk.start({ offered: true });
  await expect(page.getByRole("heading", { name: "Welcome to Quick Meeting" })).toBeVisible();
  await page.getByRole("button", { name: "Try the sample organisation" }).click();
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Waiting for your browser" })).toBeVisible();
  await expect.poll(() => app.opened()).toHaveLength(1);

  const { path, env } = findChromium();
  const browser = await chromium.launch({
    executablePath: path,
    args: chromiumSwitches(),
    env: Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value ?? ""])),
  });
  const tab = await browser.newPage();
  await tab.goto((await app.opened())[0] ?? "");
  await tab.getByText("Megan Bowen").click();
  await expect(tab.getByText("You can close this tab and return to Quick Meeting.")).toBeVisible();
  await browser.close();

  await page.getByRole("button", { name: /Meet now/u }).click();
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeFocused();
  const [meeting] = desk.sandbox.meetings();
  expect(await app.clipboardText()).toBe(meeting?.joinWebUrl);
  await expect(page.getByRole("textbox", { name: "Join link" })).toHaveValue(
    meeting?.joinWebUrl ?? "",
  );
  await expect(page.getByRole("row")).toHaveCount(1);
  await app.close();
});

test("pressed twice, it is one meeting", async ({ seat }) => {
  const { app, page, sandbox } = seat;
  sandbox.faults.add({ kind: "hold", on: "createOrGet" });
  await app.clock.stop();
  // A menu that is open keeps its items, whatever is pressed elsewhere.
  const item = await app.app.evaluateHandle(() =>
    globalThis.__probe.trays.at(-1)?.menu?.items.find(({ label }) => label === "Meet now"),
  );
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => creations(sandbox)).toHaveLength(1);
  await item.evaluate((opened) => opened?.click());
  // Main answers in turn: with this one it has heard of both presses.
  await page.evaluate(() => window.app.getState());
  sandbox.faults.release();
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
  expect(seat.meetings()).toHaveLength(1);
  expect(creations(sandbox)).toHaveLength(1);
});

test("killed between request and answer, it is one meeting after the restart, in the history", async ({
  desk,
}) => {
  const first = await desk.startSignedIn();
  desk.sandbox.faults.add({ kind: "hang", on: "createOrGet", when: "after" });
  await first.page.getByRole("button", { name: /Meet now/u }).click();
  await expect.poll(() => desk.sandbox.meetings().length).toBe(1);
  await first.app.kill();
  desk.sandbox.faults.clear();
  const second = await desk.start();
  await expect(second.page.getByRole("row")).toHaveCount(1);
  expect(desk.sandbox.meetings()).toHaveLength(1);
  const ids = creations(desk.sandbox).map((request) => request.externalId);
  expect(new Set(ids).size).toBe(1);
  await expect.poll(() => second.app.clipboardText()).toBe(desk.sandbox.meetings()[0]?.joinWebUrl);
});

test("a restart needs no new sign-in, and keeps what was made; signed out, no token is left", async ({
  desk,
}) => {
  const first = await desk.startSignedIn();
  await first.page.getByRole("button", { name: /Meet now/u }).click();
  await expect(first.page.getByRole("heading", { name: "Link copied" })).toBeVisible();
  await first.app.close();
  desk.sandbox.forgetRequests();
  const { app, page } = await desk.start();
  await expect(page.getByText("Organiser: megan@contoso.com")).toBeVisible();
  await page.getByRole("button", { name: "Copy link to Quick meeting" }).click();
  await expect.poll(() => app.clipboardText()).toBe(desk.sandbox.meetings()[0]?.joinWebUrl);
  await page.getByRole("button", { name: "More for Quick meeting" }).click();
  await page.getByRole("menuitem", { name: "Open in Teams" }).click();
  await expect.poll(() => app.opened()).toEqual([desk.sandbox.meetings()[0]?.joinWebUrl]);
  expect(desk.sandbox.requests().map((request) => request.operation)).not.toContain("authorize");

  await app.clickMenu("Organiser: megan@contoso.com", "Sign out megan@contoso.com");
  await expect(page.getByRole("heading", { name: "Sign in to Quick Meeting" })).toBeVisible();
  await expect(page.getByRole("row")).toHaveCount(0);
  await expect.poll(() => app.log()).toContain("signed-out ok=true");
  await app.close();
  const again = await desk.start();
  await expect(again.page.getByRole("heading", { name: "Sign in to Quick Meeting" })).toBeVisible();
});

test("undo ends the meeting and takes our link off the clipboard", async ({ seat }) => {
  const { app, page } = seat;
  await page.getByRole("button", { name: /Meet now/u }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(
    page.getByText("Meeting cancelled. Nobody gets in without you.").last(),
  ).toBeVisible();
  expect(seat.meetings()).toMatchObject([{ deletedAt: expect.any(Number) }]);
  expect(await app.clipboardText()).toBe("");
});

test("cancelled while it is on its way, no meeting is left", async ({ seat }) => {
  const { app, page, sandbox } = seat;
  sandbox.faults.add({ kind: "hold", on: "createOrGet", when: "after" });
  await app.clock.stop();
  await page.getByRole("button", { name: /Meet now/u }).click();
  await expect.poll(() => seat.meetings().length).toBe(1);
  await page.getByRole("button", { name: "Cancel" }).click();
  sandbox.faults.release();
  await expect.poll(() => seat.meetings()[0]?.deletedAt ?? null).not.toBeNull();
  expect(seat.meetings()).toHaveLength(1);
  expect(await app.clipboardText()).toBe("");
});
