import type { Page } from "@playwright/test";

import { checkLooks } from "./looks.ts";
import { expect, type Stage, test } from "./stage.ts";
import { appState } from "./stage-state.ts";

const ok = (value: unknown) => ({ ok: true, value });
const failed = (error: object) => ({ ok: false, error });
const adele = { address: "adele@contoso.com", name: "Adele Vance" };
const ken = { address: "ken.sato@contoso.com", name: "佐藤 健" };
const layla = { address: "layla@northwind.example", name: "ليلى حداد" };
const lee = { address: "lee.with.a.rather.long.address@research.fabrikam.example", name: null };

const wall = (date: string, time: string) => ({ date: `2026-11-${date}`, time });
const los = {
  address: adele.address,
  clock: { start: wall("25", "06:30"), end: wall("25", "07:15"), city: "Los Angeles" },
  standing: "outside-hours",
};
const tokyo = {
  address: ken.address,
  clock: { start: wall("25", "23:30"), end: wall("26", "00:15"), city: "Tokyo" },
  standing: "busy",
};
const dubai = {
  address: layla.address,
  clock: { start: wall("25", "18:30"), end: wall("25", "19:15"), city: "Dubai" },
  standing: "free",
};
const unknown = { address: lee.address, clock: null, standing: null };

const startAt = Date.parse("2026-11-25T14:30:00Z");
const fine = ok({ problems: null, startAt, endAt: startAt + 45 * 60_000 });
const state = appState({ view: "schedule", calendarAllowed: true });
const people = (...invitees: readonly object[]) => ok({ people: invitees, rejected: [] });
const answers = {
  checkSchedule: fine,
  searchPeople: ok([]),
  checkInvitees: people(adele),
  readInviteeTimes: ok([los]),
};

const inputs = async ({ asked }: Stage, request: string) =>
  (await asked()).filter(({ name }) => name === request).map(({ input }) => input);
const show = (page: Page) => page.getByRole("button", { name: "Show their times" });
const hide = (page: Page) => page.getByRole("button", { name: "Hide their times" });
const lines = (page: Page) => page.getByRole("list", { name: "Their times" }).getByRole("listitem");

async function invite(page: Page, name = "Adele Vance") {
  await page.getByRole("radio", { name: "Calendar event" }).check();
  await page.locator("#invite").fill("them@contoso.com");
  await page.locator("#invite").press("Enter");
  await page.getByRole("button", { name: `Remove ${name}` }).waitFor();
}

test("the times are asked for on a press, told once, and hidden again, all by keyboard", async ({
  open,
}) => {
  const stage = await open({
    state,
    answers: {
      ...answers,
      checkInvitees: people(adele, ken, lee),
      readInviteeTimes: ok([los, tokyo, unknown]),
    },
  });
  const { page } = stage;
  await page.getByRole("radio", { name: "Calendar event" }).check();
  await page.locator("#invite").waitFor();
  await expect(show(page)).toHaveCount(0);
  await invite(page);
  expect(await inputs(stage, "readInviteeTimes")).toEqual([]);
  await page.keyboard.press("Tab");
  await expect(show(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(lines(page)).toHaveText([
    "Adele Vance06:30 – 07:15 Los Angeles, Wedoutside their working hours",
    "佐藤 健Wed 23:30 – Thu 00:15 Tokyobusy at that time",
    `${lee.address}Their time is not known`,
  ]);
  await expect(hide(page)).toBeFocused();
  expect(await inputs(stage, "readInviteeTimes")).toEqual([
    {
      addresses: [adele.address, ken.address, lee.address],
      times: {
        startDate: "2026-11-23",
        startTime: "14:00",
        endDate: "2026-11-23",
        endTime: "15:00",
        startOccurrence: null,
        endOccurrence: null,
        timeZone: null,
      },
      isFresh: true,
    },
  ]);
  await expect(page.getByRole("status").first()).toHaveText(
    `Adele Vance: 06:30 – 07:15 Los Angeles, Wed, outside their working hours. 佐藤 健: Wed 23:30 – Thu 00:15 Tokyo, busy at that time. ${lee.address}: Their time is not known`,
  );
  await page.keyboard.press("Space");
  await expect(lines(page)).toHaveCount(0);
  await expect(show(page)).toBeFocused();
  // The form was neither sent nor left.
  expect(await inputs(stage, "schedule")).toEqual([]);
  expect(await inputs(stage, "navigate")).toEqual([]);
});

test("they follow the meeting and the people, not every key, and say nothing more", async ({
  open,
}) => {
  const stage = await open({ state, answers });
  const { page, answer } = stage;
  await invite(page);
  await show(page).click();
  await expect(lines(page)).toHaveCount(1);
  const { start, end } = { start: wall("25", "09:00"), end: wall("25", "09:45") };
  await answer("readInviteeTimes", ok([{ ...los, clock: { ...los.clock, start, end } }]));
  await page.getByRole("button", { name: "Date, start and end" }).click();
  await page.locator("#start-time").fill("18:00");
  await page.locator("#end-time").fill("");
  await page.locator("#end-time").pressSequentially("18:45", { delay: 30 });
  const last = async () => (await inputs(stage, "readInviteeTimes")).at(-1);
  await expect.poll(last).toMatchObject({
    addresses: [adele.address],
    times: { startTime: "18:00", endTime: "18:45" },
    isFresh: false,
  });
  // One press and seven changes.
  expect((await inputs(stage, "readInviteeTimes")).length).toBeLessThan(8);
  await expect(lines(page)).toHaveText([/09:00 – 09:45 Los Angeles/u]);
  await expect(page.getByRole("status").first()).not.toHaveText(/09:00/u);
  await answer("checkInvitees", people(ken));
  await answer("readInviteeTimes", ok([los, tokyo]));
  await page.locator("#invite").fill("ken");
  await page.locator("#invite").press("Enter");
  await expect(lines(page)).toHaveText([/Adele/u, /Tokyo/u]);
  await page.getByRole("button", { name: "Remove Adele Vance" }).click();
  await expect(lines(page)).toHaveText([/Tokyo/u]);
  // While the times cannot be told.
  await answer("readInviteeTimes", ok(null));
  await page.locator("#end-time").fill("17:00");
  await expect(page.getByText("once the start and the end are right")).toBeVisible();
  await hide(page).click();
  const { length } = await inputs(stage, "readInviteeTimes");
  await page.locator("#end-time").fill("19:30");
  await page.waitForTimeout(600);
  expect(await inputs(stage, "readInviteeTimes")).toHaveLength(length);
  // Whoever invites nobody is shown nothing, and asks again when there is somebody.
  await page.getByRole("button", { name: "Remove 佐藤 健" }).click();
  await expect(show(page)).toHaveCount(0);
});

test("many people are counted, not read out", async ({ open }) => {
  const some = Array.from({ length: 6 }, (_, index) => ({
    ...adele,
    address: `a${index}@x.example`,
  }));
  const times = some.map(({ address }) => ({ ...los, address }));
  const stage = await open({
    state,
    answers: { ...answers, checkInvitees: people(...some), readInviteeTimes: ok(times) },
  });
  const { page } = stage;
  await page.getByRole("radio", { name: "Calendar event" }).check();
  await page.locator("#invite").fill("all");
  await page.locator("#invite").press("Enter");
  await show(page).click();
  await expect(lines(page)).toHaveCount(6);
  await expect(page.getByRole("status").first()).toHaveText("The times of 6 people are shown");
});

test("without the permission the press asks for it, once", async ({ open }) => {
  const denied = failed({ kind: "calendar-not-allowed", trace: null });
  const stage = await open({ state, answers: { ...answers, readInviteeTimes: denied } });
  const { page, answer } = stage;
  const form = page.locator("form");
  const problem = form.getByText("Microsoft does not let you see their times");
  await invite(page);
  // Allowed, and refused all the same: no loop.
  await show(page).click();
  await expect(problem).toBeVisible();
  expect(await inputs(stage, "allowCalendar")).toHaveLength(1);
  expect(await inputs(stage, "readInviteeTimes")).toHaveLength(2);
  // Whoever turns back from the browser is told nothing.
  await answer("allowCalendar", failed({ kind: "cancelled" }));
  await show(page).click();
  await expect.poll(() => inputs(stage, "allowCalendar")).toHaveLength(2);
  await expect(problem).toHaveCount(0);
  await expect(show(page)).toBeVisible();
  await answer("allowCalendar", failed({ kind: "sign-in-timed-out" }));
  await show(page).click();
  await expect(form.getByText("The sign-in was not finished.")).toBeVisible();
});

const failures = [
  [{ kind: "offline", trace: null }, /check your connection, then show their times again/u],
  [{ kind: "throttled", retryAfterSeconds: 29.2, trace: null }, /again in 30 seconds/u],
  [{ kind: "not-signed-in" }, /sign in again/u],
  [{ kind: "not-allowed", trace: null }, /show them again, or invite them without/u],
] as const;
for (const [error, sentence] of failures)
  test(`a failure is one sentence: ${error.kind}`, async ({ open }) => {
    const stage = await open({ state, answers: { ...answers, readInviteeTimes: failed(error) } });
    const { page, answer } = stage;
    await invite(page);
    await show(page).click();
    await expect(page.getByRole("alert").first()).toHaveText(sentence);
    await answer("readInviteeTimes", ok([los]));
    await show(page).click();
    await expect(lines(page)).toHaveText([/Los Angeles/u]);
    await expect(page.locator("form").getByText(sentence)).toHaveCount(0);
  });

const whole = { width: 380, height: 1_000 };
const screens: Readonly<Record<string, { answer: unknown; text: string }>> = {
  "event-times": { answer: ok([los, tokyo, dubai, unknown]), text: "Tokyo" },
  "event-times-failed": {
    answer: failed({ kind: "offline", trace: null }),
    text: "check your connection",
  },
};
for (const [name, { answer, text }] of Object.entries(screens))
  test(`${name}: accessible, nothing cut off`, async ({ open }) => {
    const checkInvitees = people(adele, ken, layla, lee);
    const stage = await open({
      state,
      viewport: whole,
      answers: { ...answers, checkInvitees, readInviteeTimes: answer },
    });
    await invite(stage.page);
    await show(stage.page).click();
    await stage.page.locator("form").getByText(text).waitFor();
    await stage.page.mouse.move(0, 0);
    await checkLooks(name, stage, { view: "schedule", calendarAllowed: true });
  });
