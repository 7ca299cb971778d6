import type { Page } from "@playwright/test";

import { fail } from "../../main/contract/errors.ts";
import type { Invitee } from "../../main/contract/event-draft.ts";
import type { Schedule } from "../../main/graph/schedule-answer.ts";
import { checkLooks } from "./looks.ts";
import { type Answers, expect, type Stage, test } from "./stage.ts";
import { appState } from "./stage-state.ts";
import { showsData, type Sight, shows } from "./stage/sights.ts";

const adele = { address: "adele@contoso.com", name: "Adele Vance" };
const ken = { address: "ken.sato@contoso.com", name: "佐藤 健" };
const layla = { address: "layla@northwind.example", name: "ليلى حداد" };
const lee = { address: "lee.with.a.rather.long.address@research.fabrikam.example", name: null };

/** Wed 25 Nov 2026, 15:30 in Berlin. */
const when = "25 nov 15:30 for 45 min";
const startAt = Date.parse("2026-11-25T14:30:00Z");
const busy = { startAt, endAt: startAt + 3_600_000, as: "busy" } as const;
const hours = { weekdays: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" };
/** What Microsoft says of them; of Lee it says nothing. */
const calendars: readonly Schedule[] = [
  { address: adele.address, zone: { name: "America/Los_Angeles" }, hours, taken: [] },
  { address: ken.address, zone: { name: "Tokyo Standard Time" }, hours: null, taken: [busy] },
  { address: layla.address, zone: { name: "Asia/Dubai" }, hours: null, taken: [] },
];
const state = appState({ view: "schedule", calendarAllowed: true });

const inputs = async ({ asked }: Stage, request: string) =>
  (await asked()).filter(({ name }) => name === request).map(({ input }) => input);
const show = (page: Page) =>
  page.getByRole("button", { name: "Show local times and availability" });
const hide = (page: Page) =>
  page.getByRole("button", { name: "Hide local times and availability" });
const lines = (page: Page) =>
  page.getByRole("list", { name: "Local times and availability" }).getByRole("listitem");

const listOf = (people: readonly Invitee[]) =>
  people.map(({ name, address }) => `${name ?? ""} <${address}>`).join("; ");

async function openInvitation(page: Page) {
  await page.getByLabel("When").fill(when);
  await page.locator("[data-reading]").getByText("Wed 25 Nov, 15:30 – 16:15").waitFor();
  // Said a moment later: until then it would be said over what is asked for next.
  await expect(page.getByRole("status").first()).toHaveText(/^Wednesday 25 November/u);
  await page.getByRole("radio", { name: "Calendar event" }).check();
  await page.locator("#invite").waitFor();
}

async function add(page: Page, ...people: readonly Invitee[]) {
  await page.locator("#invite").fill(listOf(people));
  await page.locator("#invite").press("Enter");
  for (const { name, address } of people)
    // What is written the other way round is set apart by marks nobody sees.
    await page
      .getByRole("button", { name: new RegExp(`^Remove \u2068?${name ?? address}`, "u") })
      .waitFor();
}

async function invite(page: Page, ...people: readonly Invitee[]) {
  await openInvitation(page);
  await add(page, ...(people.length > 0 ? people : [adele]));
}

test("the times are asked for on a press, told once, and hidden again, all by keyboard", async ({
  open,
}) => {
  const stage = await open({ state, calendars });
  const { page } = stage;
  await openInvitation(page);
  await expect(show(page)).toHaveCount(0);
  await add(page, adele, ken, lee);
  await stage.settle();
  expect(await inputs(stage, "readInviteeTimes")).toEqual([]);
  await page.keyboard.press("Tab");
  await expect(show(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(lines(page)).toHaveText([
    "Adele Vance06:30 – 07:15 Los Angeles, Wedoutside their working hours",
    "佐藤 健Wed 23:30 – Thu 00:15 Tokyobusy",
    `${lee.address}Local time unknown`,
  ]);
  await expect(hide(page)).toBeFocused();
  expect(await inputs(stage, "readInviteeTimes")).toEqual([
    {
      addresses: [adele.address, ken.address, lee.address],
      times: {
        startDate: "2026-11-25",
        startTime: "15:30",
        endDate: "2026-11-25",
        endTime: "16:15",
        startOccurrence: null,
        endOccurrence: null,
        timeZone: null,
      },
      isFresh: true,
    },
  ]);
  await expect(page.getByRole("status").first()).toHaveText(
    `Adele Vance: 06:30 – 07:15 Los Angeles, Wed, outside their working hours. 佐藤 健: Wed 23:30 – Thu 00:15 Tokyo, busy. ${lee.address}: Local time unknown`,
  );
  await page.keyboard.press("Space");
  await expect(lines(page)).toHaveCount(0);
  await expect(show(page)).toBeFocused();
  // The form was neither sent nor left.
  await stage.settle();
  expect(await inputs(stage, "schedule")).toEqual([]);
  expect(await inputs(stage, "navigate")).toEqual([]);
});

test("they follow the meeting and the people, not every key, and say nothing more", async ({
  open,
}) => {
  const stage = await open({ state, calendars });
  const { page } = stage;
  await invite(page);
  await show(page).click();
  await expect(lines(page)).toHaveText([/06:30 – 07:15 Los Angeles/u]);
  const count = async () => (await inputs(stage, "readInviteeTimes")).length;
  expect(await count()).toBe(1);
  await page.getByRole("button", { name: "Date, start and end" }).click();
  await stage.held(async () => {
    await page.locator("#start-time").fill("18:00");
    await page.locator("#end-time").fill("");
    await page.locator("#end-time").pressSequentially("18:45");
  });
  await expect(lines(page)).toHaveText([/09:00 – 09:45 Los Angeles/u]);
  await stage.settle();
  // One press, and one question for all the keys.
  expect(await count()).toBe(2);
  expect((await inputs(stage, "readInviteeTimes")).at(-1)).toMatchObject({
    addresses: [adele.address],
    times: { startTime: "18:00", endTime: "18:45" },
    isFresh: false,
  });
  await expect(page.getByRole("status").first()).not.toHaveText(/09:00/u);
  await add(page, ken);
  await expect(lines(page)).toHaveText([/Adele/u, /Tokyo/u]);
  await page.getByRole("button", { name: "Remove Adele Vance" }).click();
  await expect(lines(page)).toHaveText([/Tokyo/u]);
  // While the times cannot be told.
  await page.locator("#end-time").fill("17:00");
  await expect(page.getByText("once start and end are right")).toBeVisible();
  await hide(page).click();
  await stage.settle();
  const before = await count();
  await page.locator("#end-time").fill("19:30");
  await stage.settle();
  expect(await count()).toBe(before);
  // Whoever invites nobody is shown nothing, and asks again when there is somebody.
  await page.getByRole("button", { name: "Remove 佐藤 健" }).click();
  await expect(show(page)).toHaveCount(0);
});

test("many people are counted, not read out", async ({ open }) => {
  const some = Array.from({ length: 6 }, (_one, at) => ({ ...adele, address: `a${at}@x.example` }));
  const stage = await open({ state });
  const { page } = stage;
  await openInvitation(page);
  await page.locator("#invite").fill(listOf(some));
  await page.locator("#invite").press("Enter");
  await show(page).click();
  await expect(lines(page)).toHaveCount(6);
  await expect(page.getByRole("status").first()).toHaveText("The times of 6 people are shown");
});

test("without the permission the press asks for it, once", async ({ open }) => {
  const denied = fail({ kind: "calendar-not-allowed", trace: null });
  const stage = await open({ state, answers: { readInviteeTimes: denied } });
  const { page, answer } = stage;
  const form = page.locator("form");
  const problem = form.getByText("Microsoft doesn't let you see their times");
  await invite(page);
  // Allowed, and refused all the same: no loop.
  await show(page).click();
  await expect(problem).toBeVisible();
  expect(await inputs(stage, "allowCalendar")).toHaveLength(1);
  expect(await inputs(stage, "readInviteeTimes")).toHaveLength(2);
  // Whoever turns back from the browser is told nothing.
  await answer("allowCalendar", fail({ kind: "cancelled" }));
  await show(page).click();
  await expect.poll(() => inputs(stage, "allowCalendar")).toHaveLength(2);
  await expect(problem).toHaveCount(0);
  await expect(show(page)).toBeVisible();
  await answer("allowCalendar", fail({ kind: "sign-in-timed-out" }));
  await show(page).click();
  await expect(form.getByText("The sign-in wasn't finished.")).toBeVisible();
});

const failures = [
  [{ kind: "offline", trace: null }, /check your connection, then show their times again/u],
  [{ kind: "throttled", retryAfterSeconds: 29.2, retryAt: 0, trace: null }, /again in 30 seconds/u],
  [{ kind: "not-signed-in" }, /sign in again/u],
  [{ kind: "not-allowed", trace: null }, /show them again, or invite them without/u],
] as const;
for (const [error, sentence] of failures)
  test(`a failure is one sentence: ${error.kind}`, async ({ open }) => {
    const stage = await open({ state, calendars, answers: { readInviteeTimes: fail(error) } });
    const { page, answer } = stage;
    await invite(page);
    await show(page).click();
    await expect(page.getByRole("alert").first()).toHaveText(sentence);
    await answer("readInviteeTimes", undefined);
    await show(page).click();
    await expect(lines(page)).toHaveText([/Los Angeles/u]);
    await expect(page.locator("form").getByText(sentence)).toHaveCount(0);
  });

const whole = { width: 380, height: 1_000 };
const screens: Readonly<Record<string, { answers: Answers; sees: readonly Sight[] }>> = {
  "event-times": {
    answers: {},
    sees: [shows("event.timesUnknown"), shows("event.standing.busy"), showsData("Dubai")],
  },
  "event-times-failed": {
    answers: { readInviteeTimes: fail({ kind: "offline", trace: null }) },
    sees: [shows("event.timesShow"), showsData("check your connection")],
  },
};
for (const [name, { answers, sees }] of Object.entries(screens))
  test(`${name}: accessible, nothing cut off`, async ({ open }) => {
    const stage = await open({ state, calendars, viewport: whole, answers });
    await invite(stage.page, adele, ken, layla, lee);
    await show(stage.page).click();
    await stage.page.mouse.move(0, 0);
    await checkLooks(name, stage, { view: "schedule", calendarAllowed: true }, sees);
  });
