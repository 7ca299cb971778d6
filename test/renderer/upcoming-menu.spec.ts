import type { Page } from "@playwright/test";

import { anEntry } from "../fakes/an-entry.ts";
import { anUpcoming } from "../fakes/an-upcoming.ts";
import { expect, test } from "./stage.ts";
import { appState, mockNow } from "./stage-state.ts";

const minute = 60_000;
const entries = [
  anEntry({ eventId: "e-1", startAt: mockNow + 12 * minute, subject: "Design review" }),
  anEntry({
    eventId: "e-2",
    startAt: mockNow + 90 * minute,
    subject: "Dentist",
    joinUrl: null,
    webLink: null,
    youOrganise: true,
    organiserAddress: "megan@contoso.com",
    inviteeCount: 0,
  }),
  anEntry({
    eventId: "e-3",
    startAt: mockNow + 26 * 60 * minute,
    subject: "Northwind weekly",
    inviteeAddresses: Array.from({ length: 200 }, (_, id) => `person-${id}@northwind.example`),
  }),
];
const upcoming = anUpcoming(entries, mockNow);

async function openMenu(page: Page, name: string, keys = "Shift+F10"): Promise<void> {
  await page.keyboard.press("Control+2");
  await page.getByRole("row", { name: new RegExp(name, "u") }).focus();
  await page.keyboard.press(keys);
  await expect(page.getByRole("menu").first()).toBeVisible();
}
const item = (page: Page, name: string) => page.getByRole("menuitem", { name });
const said = (page: Page) => page.getByRole("status").first();

test("the menu has everything in order, and each does its own", async ({ open }) => {
  const { page, asked } = await open({ state: appState({ upcoming }) });
  await openMenu(page, "Design review");
  expect(await page.getByRole("menuitem").allInnerTexts()).toEqual([
    "Join",
    expect.stringMatching(/^Copy link/u),
    "Copy as",
    "Open in Outlook",
    "Mail the attendees",
    "Dismiss",
  ]);
  await item(page, "Mail the attendees").press("Enter");
  await openMenu(page, "Design review");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(said(page)).toHaveText("Design review dismissed");
  expect(await asked()).toEqual([
    { name: "mailUpcoming", input: { id: "e-1" } },
    { name: "dismissUpcoming", input: { id: "e-1" } },
  ]);
});

test("Copy as opens to the side; what a calendar does not know says so", async ({ open }) => {
  const { page, asked } = await open({ state: appState({ upcoming }) });
  await openMenu(page, "Design review");
  await item(page, "Copy as").focus();
  await page.keyboard.press("ArrowRight");
  await expect(item(page, "Meeting ID and passcode")).toContainText(
    "No meeting ID in the calendar entry",
  );
  await expect(item(page, "Dial-in details")).toContainText("No dial-in in the calendar entry");
  await item(page, "Markdown").press("Enter");
  await expect(said(page)).toHaveText("Markdown copied");
  expect(await asked()).toEqual([
    { name: "copyUpcoming", input: { id: "e-1", format: "markdown" } },
  ]);
});

test("Ctrl+Shift+C is the forms at once; Escape gives the focus back", async ({ open }) => {
  const { page, asked } = await open({ state: appState({ upcoming }) });
  await openMenu(page, "Design review", "Control+Shift+c");
  await expect(page.getByRole("menu", { name: "Copy Design review as" })).toBeVisible();
  await item(page, "Invitation (rich text)").press("Enter");
  await openMenu(page, "Design review", "Control+Shift+c");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(page.getByRole("row", { name: /Design review/u })).toBeFocused();
  expect(await asked()).toEqual([
    { name: "copyUpcoming", input: { id: "e-1", format: "invitation" } },
  ]);
});

test("what cannot be done stays, with why", async ({ open }) => {
  const { page, asked } = await open({ state: appState({ upcoming }) });
  await openMenu(page, "Dentist");
  for (const name of ["Join", "Copy link", "Copy as"])
    await expect(item(page, name)).toContainText("This event has no Teams link");
  await expect(item(page, "Mail the attendees")).toContainText("Nobody else is invited");
  await item(page, "Mail the attendees").press("Enter");
  await page.keyboard.press("Escape");
  await openMenu(page, "Northwind weekly");
  const mail = item(page, "Mail the attendees");
  await expect(mail).toContainText("Too many people for one message");
  await expect(mail).toHaveAttribute("aria-disabled", "true");
  expect(await asked()).toEqual([]);
});

test("what was dismissed is one press away, and comes back", async ({ open }) => {
  const { page, show, asked } = await open({ state: appState({ upcoming }) });
  await page.keyboard.press("Control+2");
  const toggle = page.getByRole("button", { name: "1 dismissed" });
  await expect(toggle).toHaveCount(0);
  await page.getByRole("row", { name: /Design review/u }).focus();
  await show(appState({ upcoming: anUpcoming(entries, mockNow, ["e-1"]) }));
  await expect(page.getByRole("row", { name: /Dentist/u })).toBeFocused();
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(toggle).toHaveAttribute("aria-expanded", "false");
  await toggle.press("Enter");
  await expect(toggle).toHaveAttribute("aria-expanded", "true");
  const row = page.getByRole("row", { name: "Design review, Today 14:04" });
  await page.getByRole("row", { name: /Northwind/u }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(row).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(item(page, "Show again")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("button", { name: "Show again: Design review" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(said(page)).toHaveText("Design review is shown again");
  await show(appState({ upcoming }));
  await expect(page.getByRole("row", { name: /Design review, 14:04/u })).toBeFocused();
  expect(await asked()).toEqual([{ name: "restoreUpcoming", input: { id: "e-1" } }]);
});

test("where all is dismissed the focus goes to the way back", async ({ open }) => {
  const all = entries.map(({ eventId }) => eventId);
  const { page, show } = await open({ state: appState({ upcoming }) });
  await page.keyboard.press("Control+2");
  await page.getByRole("row", { name: /Design review/u }).focus();
  await show(appState({ upcoming: anUpcoming(entries, mockNow, all) }));
  await expect(page.getByRole("button", { name: "3 dismissed" })).toBeFocused();
  await expect(page.getByText("Nothing in the next 7 days.")).toBeVisible();
});

test("why the calendar could not be read can be sent on", async ({ open }) => {
  const error = { kind: "not-allowed", trace: null } as const;
  const { page, asked } = await open({ state: appState({ upcoming: { kind: "failed", error } }) });
  await page.keyboard.press("Control+2");
  await page.getByRole("button", { name: "Copy details" }).press("Enter");
  await expect(said(page)).toHaveText("Details copied");
  expect(await asked()).toEqual([{ name: "copyErrorDetails", input: { of: "upcoming" } }]);
});
