import { firstPage } from "../../main/meetings/list-page.ts";
import { created } from "../fakes/a-creation.ts";
import { fail } from "../../main/contract/errors.ts";
import { expect, test } from "./stage.ts";
import { appState, meeting, megan, mockNow } from "./stage-state.ts";

const recent = [
  meeting(),
  meeting({ id: "m-2", subject: "Design review", meetingId: "111222333444" }),
  meeting({ id: "m-3", subject: "Northwind weekly", createdAt: mockNow - 86_400_000 }),
];
const names = (asked: readonly { name: string }[]) => asked.map(({ name }) => name);
const shown = created(meeting());

test("the list is one tab stop over all its days; Left and Right reach a row's buttons", async ({
  open,
}) => {
  const { page } = await open({ state: appState({ recent }) });
  const rows = page.getByRole("row");
  expect(await page.locator("[role=row][tabindex='0']").count()).toBe(1);
  await rows.first().focus();
  await page.keyboard.press("End");
  await expect(rows.nth(2)).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("button", { name: "Copy link to Northwind weekly" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("button", { name: "More for Northwind weekly" })).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(rows.nth(2)).toBeFocused();
  await page.keyboard.press("d");
  await expect(rows.nth(1)).toBeFocused();
});

test("Shift+F10 opens the menu of the row, Escape gives the focus back", async ({ open }) => {
  const { page, asked } = await open({ state: appState({ recent }) });
  const row = page.getByRole("row").nth(1);
  await row.focus();
  await page.keyboard.press("Shift+F10");
  await expect(page.getByRole("menuitem", { name: "Link", exact: true })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(row).toBeFocused();
  expect(names(await asked())).not.toContain("hidePopup");
  const more = page.getByRole("button", { name: "More for Design review" });
  await more.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "More formats" }).press("ArrowRight");
  await page.getByRole("menuitem", { name: "Markdown" }).press("Enter");
  expect(await asked()).toContainEqual({
    name: "copyMeeting",
    input: { id: "m-2", format: "markdown" },
  });
  await expect(more).toBeFocused();
  await expect(page.getByRole("status").first()).toHaveText("Markdown copied");
});

test("what cannot be copied says why, can be reached, and does nothing", async ({ open }) => {
  const { page, asked } = await open({ state: appState({ recent }) });
  await page.getByRole("row").first().focus();
  await page.keyboard.press("ContextMenu");
  const item = page.getByRole("menuitem", { name: "Dial-in details" });
  await expect(item).toContainText("No dial-in number in this organisation");
  await item.focus();
  await page.keyboard.press("Enter");
  expect(names(await asked())).not.toContain("copyMeeting");
});

test("Enter opens the details, F2 edits, Delete asks first", async ({ open }) => {
  const { page, asked } = await open({ state: appState({ recent }) });
  const row = page.getByRole("row").nth(1);
  await row.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("F2");
  await page.keyboard.press("Delete");
  await expect(page.getByText("Cancel “Design review”?")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(row).toBeFocused();
  await page.keyboard.press("Delete");
  await page.getByRole("button", { name: "Cancel meeting" }).click();
  await expect(row).toBeFocused();
  await expect
    .poll(async () => (await asked()).slice(-3))
    .toEqual([
      { name: "navigate", input: { view: "details", meetingId: "m-2" } },
      { name: "navigate", input: { view: "schedule", meetingId: "m-2" } },
      { name: "cancelMeeting", input: { id: "m-2" } },
    ]);
});

test("a cancelled row can be taken back while there is time", async ({ open }) => {
  const leaving = [{ id: "m-2", endsAt: mockNow + 5_000 }];
  const { page, show, asked } = await open({ state: appState({ recent, leaving }) });
  await page.getByRole("row", { name: /Design review.*cancelled/u }).focus();
  await page.keyboard.press("Delete");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  expect(await asked()).toEqual([{ name: "keepMeeting", input: { id: "m-2" } }]);
  await show(appState({ recent, leaving: [{ id: "m-2", endsAt: mockNow - 1 }] }));
  await expect(page.getByText("Cancelling…")).toBeVisible();
  await expect(page.getByRole("button", { name: /Undo cancelling/u })).toHaveCount(0);
});

test("Ctrl+F searches subject, meeting ID and organiser", async ({ open }) => {
  const { page } = await open({ state: appState({ recent }) });
  await page.keyboard.press("Control+f");
  const field = page.getByRole("textbox", { name: "Search meetings" });
  await expect(field).toBeFocused();
  const rows = page.getByRole("row");
  for (const [query, count] of Object.entries({ NORTH: 1, "111 222": 1, "megan@": 3, zzz: 0 })) {
    await field.fill(query);
    await expect(rows).toHaveCount(count);
  }
  await expect(page.getByText("No meeting matches “zzz”.")).toBeVisible();
  await field.fill("design");
  await page.keyboard.press("ArrowDown");
  await expect(rows.first()).toBeFocused();
  await field.focus();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Search meetings" })).toBeFocused();
  await expect(rows).toHaveCount(3);
});

test("Ctrl+Shift+C offers the forms of the focused row, else of the created link", async ({
  open,
}) => {
  const { page, asked } = await open({ state: appState({ recent, creation: shown }) });
  await page.keyboard.press("Control+Shift+C");
  await expect(page.getByRole("menu", { name: "Copy Quick meeting as" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Copy as" })).toBeFocused();
  await page.getByRole("row").nth(1).focus();
  await page.keyboard.press("Control+Shift+C");
  await page.getByRole("menuitem", { name: "Meeting ID and passcode" }).press("Enter");
  expect(await asked()).toContainEqual({
    name: "copyMeeting",
    input: { id: "m-2", format: "id-and-passcode" },
  });
});

test("a failure of a row's action is told at the row", async ({ open }) => {
  const { page } = await open({
    state: appState({ recent }),
    answers: { copyMeeting: fail({ kind: "clipboard-busy" }) },
  });
  await page.getByRole("button", { name: "Copy link to Design review" }).click();
  await expect(page.getByRole("row").nth(1)).toContainText("The clipboard was busy");
  await expect(page.getByRole("alert").first()).toContainText("The clipboard was busy");
});

test("the second link soon after the first: that link, another, never asked again", async ({
  open,
}) => {
  const creation = { kind: "repeat", meeting: recent[0] ?? meeting(), copied: false } as const;
  const { page, asked } = await open({ state: appState({ recent, creation }) });
  await expect(page.getByRole("button", { name: "Use that link" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Create another" }).click();
  await page.getByRole("button", { name: "Don't ask again" }).click();
  await expect
    .poll(asked)
    .toEqual([
      { name: "useRepeat" },
      { name: "meetNow", input: { again: true } },
      { name: "changeSettings", input: { askBeforeSecond: false } },
      { name: "meetNow", input: { again: true } },
    ]);
});

test("the preset of the account is chosen on the home screen; its other defaults stay", async ({
  open,
}) => {
  const settings = {
    ...appState().settings,
    accountDefaults: { "0123456789abcdef": { durationMinutes: 30 } },
  };
  const { page, asked } = await open({ state: appState({ settings }) });
  await page
    .getByRole("button", { name: "Preset for new meetings Standard, 30 min" })
    .press("Enter");
  await page.getByRole("menuitemradio", { name: "Guarded" }).press("Enter");
  expect(await asked()).toEqual([
    {
      name: "changeAccountDefaults",
      input: { accountId: megan.id, presetId: "guarded", durationMinutes: 30 },
    },
  ]);
});

test("my room is copied; Meet now works offline while a link is ready", async ({ open }) => {
  const room = meeting({ id: "room" });
  const { page, show, asked } = await open({
    state: appState({ room, online: false, linkReady: true }),
  });
  const more = page.getByRole("button", { name: "More ways to meet" });
  await more.click();
  await page.getByRole("menuitem", { name: "My room" }).click();
  await expect(page.getByRole("status").first()).toHaveText("Link of your room copied");
  await page.getByRole("button", { name: /Meet now/u }).click();
  await more.press("Enter");
  await page.getByRole("menuitem", { name: "Room details" }).press("Enter");
  expect(await asked()).toEqual([
    { name: "copyRoom" },
    { name: "meetNow", input: { again: false } },
    { name: "navigate", input: { view: "details", meetingId: "room" } },
  ]);
  await show(appState({ online: false }));
  await expect(page.getByRole("button", { name: /Meet now/u })).toContainText("Needs a connection");
});

test("five hundred meetings: sixty rows, and more on wish", async ({ open }) => {
  const many = Array.from({ length: 500 }, (_one, index) =>
    meeting({
      id: `m-${index}`,
      subject: `Meeting ${index}`,
      createdAt: mockNow - index * 3_600_000,
    }),
  );
  const listed = { listed: many.length, listVersion: 1 };
  const state = appState({ recent: many.slice(0, firstPage), ...listed });
  const { page, show } = await open({ state, listed: many });
  await expect(page.getByRole("row")).toHaveCount(60);
  await page.getByRole("button", { name: "Show 60 more" }).click();
  await expect(page.getByRole("row")).toHaveCount(120);
  // One that goes takes its row along and brings the next one; the rest stay as they are.
  await page.evaluate(() => {
    const rows = [...document.querySelectorAll("[data-meeting]")];
    Object.assign(globalThis, { rows });
  });
  const first = many.slice(1, firstPage + 1);
  await show(appState({ recent: first, listed: many.length - 1, listVersion: 2 }));
  await expect(page.getByRole("row").first()).toContainText("Meeting 1");
  const kept = await page.evaluate(() => {
    const rows: Element[] = Reflect.get(globalThis, "rows");
    return rows.filter((row) => row.isConnected).length;
  });
  expect(kept).toBe(119);
});
