import type { Page } from "@playwright/test";

import { completeSignIn } from "../sandbox/browser.ts";
import { expect, test } from "./desk.ts";
import { nextOpened, zone } from "./open-desk.ts";
import { typeInto } from "./promise/by-hand.ts";

const time = (page: Page, which: "start" | "end") => page.locator(`#${which}-time`);

async function openForm(page: Page): Promise<void> {
  await page.keyboard.press("Control+n");
  await expect(page.getByRole("heading", { name: "Schedule" })).toBeVisible();
}

test("sends subject, start and end as instants, and copies the link", async ({ seat }) => {
  const { app, page } = seat;
  await openForm(page);
  // Whoever opens it types on.
  await page.keyboard.type("Design review");
  await typeInto(page, time(page, "start"), "23:30");
  await page.getByRole("button", { name: "15 min" }).click();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
  const [meeting] = seat.meetings();
  expect(meeting).toMatchObject({ subject: "Design review" });
  const [start, end] = [
    Date.parse(meeting?.startDateTime ?? ""),
    Date.parse(meeting?.endDateTime ?? ""),
  ];
  expect(end - start).toBe(15 * 60_000);
  const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: zone });
  expect(clock.format(start)).toBe("23:30");
  expect(meeting?.startDateTime).toMatch(/Z$/u);
  expect(await app.clipboardText()).toBe(meeting?.joinWebUrl);
});

test("refuses beside the field, keeps what was typed, sends nothing", async ({ seat }) => {
  const { page } = seat;
  await openForm(page);
  await page.keyboard.type("x".repeat(300));
  await typeInto(page, time(page, "start"), "20:00");
  await typeInto(page, time(page, "end"), "19:00");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("The subject is longer than 255 characters.")).toBeVisible();
  await expect(page.getByText("The end is before the start.")).toBeVisible();
  await expect(page.getByRole("alert").first()).toHaveText("2 fields need attention");
  await expect(page.getByLabel("Subject")).toBeFocused();
  await expect(time(page, "end")).toHaveValue("19:00");
  await expect(time(page, "end")).toHaveAttribute("aria-invalid", "true");
  expect(seat.meetings()).toHaveLength(0);
});

test("the draft outlives going back and hiding", async ({ seat }) => {
  const { page } = seat;
  await openForm(page);
  await page.keyboard.type("Half typed");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Continue draft" }).click();
  await expect(page.getByLabel("Subject")).toHaveValue("Half typed");
});

test("duration chips move the end, and moving the start takes the end along", async ({ seat }) => {
  const { page } = seat;
  await openForm(page);
  await time(page, "start").fill("10:00");
  await page.getByRole("button", { name: "45 min" }).click();
  await expect(time(page, "end")).toHaveValue("10:45");
  await time(page, "start").fill("11:15");
  await expect(time(page, "end")).toHaveValue("12:00");
  await expect(page.getByRole("button", { name: "45 min" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
});

test("an error of Microsoft's keeps the form", async ({ seat }) => {
  const { page } = seat;
  await openForm(page);
  await page.getByLabel("Subject").fill("Kept");
  seat.sandbox.faults.add({ kind: "status", on: "createOrGet", status: 403, times: 2 });
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Teams didn't let you create a meeting").first()).toBeVisible();
  await expect(page.getByLabel("Subject")).toHaveValue("Kept");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeVisible();
  expect(seat.meetings()).toHaveLength(1);
});

test("the local time zone is shown", async ({ seat }) => {
  const { page } = seat;
  await openForm(page);
  const city = zone.split("/")[1]?.replaceAll("_", " ");
  await expect(page.getByLabel("Time zone")).toHaveValue(
    new RegExp(`${city}, this computer$`, "u"),
  );
});

test("shows on request when the meeting is for those invited, and follows it unasked", async ({
  seat,
}) => {
  const { app, page, sandbox } = seat;
  const schedules = () =>
    sandbox.requests().filter(({ operation }) => operation === "getSchedule").length;
  await openForm(page);
  await page.getByRole("radio", { name: "Calendar event" }).check();
  await page.locator("#invite").fill("zoe@contoso.com; lee@fabrikam.example");
  await page.locator("#invite").press("Enter");
  // The permission is asked for as the form asks for it.
  const address = await nextOpened(app, () =>
    page.getByRole("button", { name: "Show local times and availability" }).click(),
  );
  await completeSignIn(address);
  const lines = page
    .getByRole("list", { name: "Local times and availability" })
    .getByRole("listitem");
  await expect(lines).toHaveText([
    /^zoe@contoso\.com.* Kolkata/u,
    "lee@fabrikam.exampleLocal time unknown",
  ]);
  expect(schedules()).toBe(1);
  await page.getByRole("button", { name: "Date, start and end" }).click();
  const before = await lines.first().textContent();
  await time(page, "start").fill("21:00");
  await expect(lines.first()).not.toHaveText(before ?? "");
  expect(schedules()).toBe(1);
  await page.getByRole("button", { name: "Hide local times and availability" }).click();
  await expect(lines).toHaveCount(0);
});
