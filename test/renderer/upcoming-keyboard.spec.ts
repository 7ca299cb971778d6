import { fail } from "../../main/contract/errors.ts";
import { anEntry } from "../fakes/an-entry.ts";
import { anUpcoming } from "../fakes/an-upcoming.ts";
import { expect, test } from "./stage.ts";
import { appState, meeting, mockNow } from "./stage-state.ts";

const minute = 60_000;
const entries = [
  anEntry({ eventId: "e-1", startAt: mockNow + 2 * minute, subject: "Design review" }),
  anEntry({
    eventId: "e-2",
    startAt: mockNow + 90 * minute,
    subject: "Dentist",
    joinUrl: null,
    webLink: null,
  }),
  anEntry({ eventId: "e-3", startAt: mockNow + 26 * 60 * minute, subject: "Northwind weekly" }),
];
const upcoming = anUpcoming(entries, mockNow);
const recent = [meeting()];
const names = (asked: readonly { name: string }[]) => asked.map(({ name }) => name);

test("Ctrl+1 and Ctrl+2 change the list, arrows move between the tabs", async ({ open }) => {
  const { page } = await open({ state: appState({ recent, upcoming }) });
  const [recentTab, upcomingTab] = [
    page.getByRole("tab", { name: "Recent" }),
    page.getByRole("tab", { name: "Upcoming 2" }),
  ];
  await page.getByRole("row", { name: /Quick meeting/u }).focus();
  await page.keyboard.press("Control+2");
  await expect(upcomingTab).toBeFocused();
  await expect(page.getByRole("tabpanel", { name: "Upcoming" })).toContainText("Dentist");
  await page.keyboard.press("Control+1");
  await expect(recentTab).toBeFocused();
  for (const key of ["ArrowRight", "ArrowRight", "End", "Home", "ArrowLeft"])
    await page.keyboard.press(key);
  await expect(upcomingTab).toBeFocused();
  await expect(upcomingTab).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("row").first()).toBeFocused();
});

test("Ctrl+F looks among the recent meetings, whichever list is shown", async ({ open }) => {
  const { page } = await open({ state: appState({ recent, upcoming }) });
  await page.keyboard.press("Control+2");
  await page.keyboard.press("Control+f");
  await expect(page.getByRole("textbox", { name: "Search meetings" })).toBeFocused();
});

test("the list is one tab stop; a row's keys copy its link and open its menu", async ({ open }) => {
  const { page, asked } = await open({ state: appState({ recent, upcoming }) });
  await page.keyboard.press("Control+2");
  const rows = page.getByRole("row");
  await expect(rows).toHaveCount(3);
  expect(await page.locator("[role=row][tabindex='0']").count()).toBe(1);
  await rows.first().focus();
  await page.keyboard.press("n");
  await expect(rows.nth(2)).toBeFocused();
  await page.keyboard.press("Control+c");
  await expect(page.getByRole("status").first()).toHaveText("Link to Northwind weekly copied");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Control+c");
  await expect(page.getByRole("status").first()).toHaveText("This event has no Teams link");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("button", { name: "Join Design review" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Join" })).toBeFocused();
  await page.keyboard.press("Control+c");
  for (const key of ["ArrowDown", "ArrowDown", "ArrowDown"]) await page.keyboard.press(key);
  await page.keyboard.press("Enter");
  await expect(rows.first()).toBeFocused();
  expect(await asked()).toEqual([
    { name: "copyUpcoming", input: { id: "e-3", format: "link" } },
    { name: "joinUpcoming", input: { id: "e-1" } },
    { name: "copyUpcoming", input: { id: "e-1", format: "link" } },
    { name: "openInOutlook", input: { id: "e-1" } },
  ]);
});

test("what cannot be done says why; Escape gives the focus back and hides nothing", async ({
  open,
}) => {
  const { page, asked } = await open({ state: appState({ upcoming }) });
  await page.keyboard.press("Control+2");
  const row = page.getByRole("row", { name: /Dentist/u });
  await row.focus();
  await page.keyboard.press("Shift+F10");
  const item = page.getByRole("menuitem", { name: "Open in Outlook" });
  await expect(item).toContainText("Can't be opened in Outlook");
  await item.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(row).toBeFocused();
  expect(await asked()).toEqual([]);
});

test("Ctrl+R, F5 and the button read the calendar again", async ({ open }) => {
  const { page, show, asked } = await open({ state: appState({ upcoming }) });
  await page.keyboard.press("Control+2");
  for (const key of ["Control+r", "F5"]) await page.keyboard.press(key);
  await page.getByRole("button", { name: "Updated 13:52" }).press("Enter");
  await expect(page.getByRole("status").first()).toContainText("The calendar is up to date");
  expect(names(await asked())).toEqual(Array.from({ length: 3 }, () => "refreshUpcoming"));
  await show(appState({ upcoming: { kind: "off" } }));
  await page.keyboard.press("F5");
  expect(await asked()).toHaveLength(3);
});

test("the focus stays in the list when a meeting ends, and on Home when its strip goes", async ({
  open,
}) => {
  const { page, show } = await open({ state: appState({ upcoming }) });
  await page.locator("#join-next").focus();
  const later = appState({ upcoming: anUpcoming(entries, mockNow + 60 * minute) });
  await show(later);
  await expect(page.getByRole("tab", { name: "Recent" })).toBeFocused();
  await show(appState({ upcoming }));
  await page.keyboard.press("Control+2");
  await page.getByRole("row", { name: /Design review/u }).focus();
  await show(later);
  await expect(page.getByRole("row", { name: /Dentist/u })).toBeFocused();
});

test("the next meeting can be joined from Home, and is announced once", async ({ open }) => {
  const { page, show, asked } = await open({ state: appState({ recent }) });
  await show(appState({ recent, upcoming }));
  const strip = page.getByRole("region", { name: "Next meeting" });
  await expect(strip).toContainText("Design review13:54 – 14:34 · starts in 2 min");
  await expect(page.getByRole("status").first()).toHaveText("Design review in 2 minutes");
  await strip.getByRole("button", { name: "Join Design review" }).press("Enter");
  expect(await asked()).toEqual([{ name: "joinUpcoming", input: { id: "e-1" } }]);
  await show(appState({ recent, upcoming: anUpcoming(entries, mockNow + 2 * minute) }));
  await expect(strip).toContainText("starts now");
  await show(appState({ recent, upcoming: anUpcoming(entries, mockNow + 5 * minute) }));
  await expect(strip).toContainText("started 3 min ago");
  await show(appState({ recent, upcoming: anUpcoming(entries, mockNow + 12 * minute) }));
  await expect(strip).toHaveCount(0);
});

test("the calendar is shown on wish; why not is told there", async ({ open }) => {
  const error = { kind: "offline", trace: null } as const;
  const { page, show, asked } = await open({
    state: appState(),
    answers: { showUpcoming: fail(error) },
  });
  await page.keyboard.press("Control+2");
  await page.getByRole("button", { name: "Show my calendar" }).press("Enter");
  await expect(page.getByRole("tabpanel")).toContainText("You are offline.");
  await show(appState({ upcoming: { kind: "asking" } }));
  await expect(page.getByRole("tab", { name: "Upcoming" })).toBeFocused();
  await page.getByRole("button", { name: "Cancel" }).press("Enter");
  expect(names(await asked())).toEqual(["showUpcoming", "cancelSignIn"]);
});

test("the switches in Settings ask for the permission, and say what failed", async ({ open }) => {
  const settings = { ...appState().settings, showUpcoming: true };
  const { page, show, asked } = await open({
    state: appState(),
    window: "settings",
    answers: { showUpcoming: fail({ kind: "offline", trace: null }) },
  });
  const shown = page.getByRole("switch", { name: "Show my upcoming meetings" });
  await shown.press("Space");
  await expect(shown).toHaveAccessibleDescription(/You are offline/u);
  await show(appState({ settings }));
  await expect(page.getByText("megan@contoso.com hasn't given permission yet.")).toBeVisible();
  await shown.press("Space");
  const before = page.getByRole("combobox", { name: "Notify me before a meeting" });
  await expect(before).toHaveValue("2");
  await before.selectOption("15 min before");
  await before.selectOption("Never");
  await page.getByRole("switch", { name: "Hide subjects in notifications" }).press("Space");
  await expect
    .poll(asked)
    .toEqual([
      { name: "showUpcoming" },
      { name: "hideUpcoming" },
      { name: "changeSettings", input: { notifyBeforeMinutes: 15 } },
      { name: "changeSettings", input: { notifyBeforeMinutes: null } },
      { name: "changeSettings", input: { hideSubjects: true } },
    ]);
});

test("the countdown beside the icon can be switched off where there is one", async ({ open }) => {
  const name = "Show countdown in the menu bar";
  const { page, show, asked } = await open({
    state: appState({ platform: "darwin" }),
    window: "settings",
  });
  await page.getByRole("switch", { name }).press("Space");
  await expect.poll(asked).toEqual([{ name: "changeSettings", input: { showCountdown: false } }]);
  await show(appState({ platform: "win32" }));
  await expect(page.getByRole("switch", { name })).toHaveCount(0);
});
