import type { Page } from "@playwright/test";

import { creations, expect, test } from "./desk.ts";
import { byHand } from "./person.ts";

const meetNow = (page: Page) => page.getByRole("button", { name: /Meet now/u });
const moreOf = (page: Page) => page.getByRole("button", { name: "More for Quick meeting" }).first();
const linkIsReady = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(async () => {
        const answer = await window.app.getState();
        return answer.ok && answer.value.linkReady;
      }),
    )
    .toBe(true);

test("a link kept ready is handed over offline, and Teams hears of it afterwards", async ({
  desk,
}) => {
  const settings = { keepLinkReady: true, askBeforeSecond: false };
  const { app, page } = await desk.startSignedIn({ settings });
  await meetNow(page).click();
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
  await linkIsReady(page);
  await page.evaluate(() => window.app.dismissCreation());
  // Else the card of the first one would be taken for that of the next.
  await expect(page.getByRole("heading", { name: "Link copied" })).toHaveCount(0);
  const before = desk.sandbox.meetings().length;
  desk.sandbox.faults.add({ kind: "reset", on: "graph", times: "always" });
  await meetNow(page).click();
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
  const link = await app.clipboardText();
  const spare = desk.sandbox.meetings().find(({ joinWebUrl }) => joinWebUrl === link);
  expect(spare).toBeDefined();
  await app.kill();
  desk.sandbox.faults.clear();
  desk.sandbox.forgetRequests();
  const again = await desk.start();
  await linkIsReady(again.page);
  const told = () =>
    desk.sandbox
      .requests()
      .filter(({ meetingId, method }) => meetingId === spare?.id && method === "PATCH");
  // The one that was handed over got its times; a new one waits.
  await expect.poll(told).not.toEqual([]);
  expect(desk.sandbox.meetings()).toHaveLength(before + 1);
});

test("signed out, no link kept ready is left behind", async ({ seat }) => {
  const { page } = seat;
  await byHand(page);
  await page.evaluate(() => window.app.changeSettings({ keepLinkReady: true }));
  await meetNow(page).click();
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
  await linkIsReady(page);
  const accountId = await page.evaluate(async () => {
    const answer = await window.app.getState();
    return answer.ok ? (answer.value.accounts[0]?.account.id ?? "") : "";
  });
  expect(seat.meetings()).toHaveLength(2);
  await byHand(page);
  await page.evaluate((id) => window.app.signOut({ accountId: id, atMicrosoft: false }), accountId);
  expect(seat.meetings().filter(({ deletedAt }) => deletedAt === null)).toHaveLength(1);
});

test("a second press so soon is asked about; the first link serves", async ({ seat }) => {
  const { app, page, sandbox } = seat;
  await byHand(page);
  await page.evaluate(() => window.app.changeSettings({ askBeforeSecond: true }));
  await app.clock.stop();
  // What an earlier test made is too long ago to be asked about.
  await app.clock.move(130_000);
  // Only who looks at the popup can be asked.
  await app.clickTray();
  await meetNow(page).click();
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
  const link = await app.clipboardText();
  await page.evaluate(() => window.app.dismissCreation());
  await meetNow(page).click();
  await expect(page.getByRole("heading", { name: /You created a link/u })).toBeVisible();
  await page.getByRole("button", { name: "Use that link" }).click();
  await expect.poll(() => app.clipboardText()).toBe(link);
  expect(creations(sandbox)).toHaveLength(1);
  await page.evaluate(() => window.app.dismissCreation());
  await meetNow(page).click();
  await page.getByRole("button", { name: "Create another" }).click();
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
  expect(creations(sandbox)).toHaveLength(2);
});

/** The links of the list: those of earlier tests may be among them. */
const listed = (page: Page) =>
  page.evaluate(async () => {
    const state = await window.app.getState();
    return state.ok ? state.value.recent.map(({ joinUrl }) => joinUrl) : [];
  });

test("from the list: copied as Markdown, extended, cancelled and taken back, cancelled", async ({
  seat,
}) => {
  const { app, page, sandbox } = seat;
  await meetNow(page).click();
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
  await page.evaluate(() => window.app.dismissCreation());
  const [made] = seat.meetings();
  await moreOf(page).click();
  await page.getByRole("menuitem", { name: "More formats" }).click();
  await page.getByRole("menuitem", { name: "Markdown" }).click();
  await expect.poll(() => app.clipboardText()).toContain(`](${made?.joinWebUrl})**`);
  await moreOf(page).click();
  await page.getByRole("menuitem", { name: "Extend" }).click();
  await page.getByRole("menuitem", { name: "30 min" }).click();
  await expect
    .poll(() => sandbox.requests().filter(({ method }) => method === "PATCH"))
    .toHaveLength(1);
  // The eight seconds for second thoughts are the app's; for the window they are still to come.
  await app.clock.stop();
  await app.clock.move(60 * 60_000);
  await moreOf(page).click();
  await page.getByRole("menuitem", { name: "Cancel meeting" }).click();
  await page.getByRole("button", { name: "Cancel meeting" }).click();
  await page.getByRole("button", { name: /Undo/u }).click();
  await expect(moreOf(page)).toBeVisible();
  await app.clock.move(8_000);
  await moreOf(page).click();
  await page.getByRole("menuitem", { name: "Cancel meeting" }).click();
  await page.getByRole("button", { name: "Cancel meeting" }).click();
  await expect(page.getByRole("button", { name: /Undo/u })).toBeVisible();
  expect(sandbox.requests().filter(({ method }) => method === "DELETE")).toEqual([]);
  await app.clock.move(8_000);
  await expect.poll(() => seat.meetings()[0]?.deletedAt).not.toBeNull();
  await expect.poll(() => listed(page)).not.toContain(made?.joinWebUrl);
});

test("a time in words and a guarded lobby, from the form", async ({ seat }) => {
  const { page } = seat;
  await page.getByRole("button", { name: "Schedule" }).click();
  await page.getByLabel("When").fill("tomorrow 14:30 for 45 min");
  await expect(page.getByLabel("Start", { exact: true })).toHaveValue("14:30");
  await page.getByRole("button", { name: /^Options/u }).click();
  await page.getByLabel("Skips the lobby").selectOption({ label: "Only me" });
  await page.getByRole("button", { name: /Create and copy link/u }).click();
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
  const [made] = seat.meetings();
  const graph = seat.sandbox.requests().filter(({ part }) => part === "graph");
  expect(graph.filter(({ method }) => method === "PATCH")).toMatchObject([{ meetingId: made?.id }]);
  await expect(page.getByText("Only me").first()).toBeVisible();
});

test("joined by what was pasted; another host is refused", async ({ seat }) => {
  const { app, page } = seat;
  await page.getByRole("button", { name: "Join with ID" }).click();
  const field = page.getByLabel("Meeting ID, link or invitation text");
  await field.fill("https://teams.microsoft.com.evil.example/meet/1");
  await expect(page.getByText("That isn't a Teams link").last()).toBeVisible();
  await field.fill("Meeting ID: 248 719 335 402 Passcode: Xk4Ru9");
  await expect(page.getByText("Meeting 248 719 335 402").last()).toBeVisible();
  await page.getByRole("button", { name: "Join in browser" }).click();
  await expect
    .poll(async () => (await app.opened()).at(-1))
    .toBe("https://teams.microsoft.com/meet/248719335402?p=Xk4Ru9");
});
