import { created, failed } from "../fakes/a-creation.ts";
import { expect, test } from "./stage.ts";
import { appState, meeting } from "./stage-state.ts";

const recent = [meeting(), meeting({ id: "m-2", subject: "Design review" })];
const names = (asked: readonly { name: string }[]) => asked.map(({ name }) => name);

test("opening puts the focus on Meet now, and Enter presses it", async ({ open }) => {
  const { page, show, asked } = await open({ state: appState({ popupShown: false }) });
  await show(appState({ popupShown: true }));
  await expect(page.getByRole("button", { name: /Meet now/u })).toBeFocused();
  await page.keyboard.press("Enter");
  expect(names(await asked())).toContain("meetNow");
});

test("another language leaves the focus where it is, behind no dialog", async ({ open }) => {
  const { page, show, settle } = await open({ state: appState({ recent }) });
  await page.getByRole("row").first().focus();
  await page.keyboard.press("Delete");
  const focused = page.getByRole("alertdialog").locator(":focus");
  await expect(focused).toHaveCount(1);
  await show(appState({ recent, language: "de", locale: "de-DE" }));
  await page.getByRole("button", { name: "Behalten" }).waitFor();
  await settle();
  await expect(focused).toHaveCount(1);
});

test("Ctrl+Enter, Ctrl+N, Ctrl+comma, Escape", async ({ open }) => {
  const { page, asked } = await open({ state: appState() });
  for (const key of ["Control+Enter", "Control+n", "Control+,", "Escape"])
    await page.keyboard.press(key);
  expect(names(await asked())).toEqual(["meetNow", "navigate", "openSettings", "hidePopup"]);
});

test("Escape in the form goes back, not away", async ({ open }) => {
  const { page, asked } = await open({ state: appState({ view: "schedule" }) });
  await page.getByRole("heading", { name: "Schedule" }).waitFor();
  await page.keyboard.press("Escape");
  const calls = await asked();
  expect(calls.filter(({ name }) => name === "navigate")).toEqual([
    { name: "navigate", input: { view: "home" } },
  ]);
  expect(names(calls)).not.toContain("hidePopup");
});

test("arrows move in the list, which is one tab stop; Ctrl+C copies the row", async ({ open }) => {
  const { page, asked } = await open({ state: appState({ recent }) });
  await page.getByRole("row").first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("row").nth(1)).toBeFocused();
  await page.keyboard.press("Control+c");
  expect(await asked()).toContainEqual({ name: "copyMeeting", input: { id: "m-2", format: null } });
  await expect(page.getByRole("status").first()).toHaveText("Link to Design review copied");
  await page.keyboard.press("Home");
  await expect(page.getByRole("row").first()).toBeFocused();
});

test("Ctrl+C elsewhere copies the latest link, but never takes over a field's own copy", async ({
  open,
}) => {
  const { page, asked } = await open({
    state: appState({
      recent,
      creation: created(meeting()),
    }),
  });
  await page.keyboard.press("Control+c");
  expect(await asked()).toContainEqual({ name: "copyMeeting", input: { id: "m-1", format: null } });
  const before = (await asked()).length;
  await page.getByRole("textbox", { name: "Join link" }).focus();
  await page.keyboard.press("Control+c");
  expect((await asked()).length).toBe(before);
});

test("Ctrl+Z undoes while the card shows", async ({ open }) => {
  const { page, asked } = await open({
    state: appState({
      creation: created(meeting()),
    }),
  });
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeFocused();
  await page.keyboard.press("Control+z");
  expect(names(await asked())).toContain("undoCreation");
});

test("the created card is told to a screen reader once, with its times", async ({ open }) => {
  const { page, show } = await open({ state: appState() });
  await show(
    appState({
      creation: created(meeting()),
    }),
  );
  await expect(page.getByRole("heading", { name: "Link copied" })).toBeFocused();
  await expect(page.getByRole("status").first()).toHaveText(
    "Quick meeting, 13:52 to 14:52. Undo available.",
  );
});

test("a failure takes the focus, and what it means is told with it", async ({ open }) => {
  const { page, show } = await open({ state: appState() });
  const error = { kind: "offline", trace: null } as const;
  await show(appState({ creation: failed(error) }));
  await expect(page.getByRole("heading", { name: "You are offline" })).toBeFocused();
  await expect(page.getByRole("status").first()).toHaveText(
    "No meeting was created. Your clipboard is unchanged.",
  );
});

test("a time that does not exist offers its neighbours; one that exists twice asks which", async ({
  open,
}) => {
  const hour = 3_600_000;
  /** A meeting at 01:30 in Berlin, shortly before the clocks change. */
  const night = (startAt: number) =>
    appState({
      view: "schedule",
      detailsOf: "m-1",
      recent: [meeting({ startAt, endAt: startAt + 4 * hour })],
    });
  const first = await open({ state: night(Date.parse("2027-03-28T00:30:00Z")) });
  await first.page.locator("#start-time").fill("02:30");
  await expect(first.page.getByRole("button", { name: "Use 01:30" })).toBeVisible();
  await first.page.getByRole("button", { name: "Use 03:30" }).click();
  await expect(first.page.locator("#start-time")).toHaveValue("03:30");
  await expect(first.page.getByRole("button", { name: "Use 01:30" })).toHaveCount(0);

  const second = await open({ state: night(Date.parse("2027-10-30T23:30:00Z")) });
  await second.page.locator("#start-time").fill("02:30");
  await second.page.getByRole("button", { name: /^Second .* \(UTC\+1\)$/u }).click();
  await expect
    .poll(async () => JSON.stringify(await second.asked()))
    .toContain('"startOccurrence":"later"');
});

test("the client ID is checked on leaving the field", async ({ open }) => {
  const { page } = await open({
    state: appState({
      organisations: [],
      session: { kind: "signed-out", error: null },
    }),
  });
  await page.getByLabel("Application (client) ID").fill("not a guid");
  await page.getByLabel("Tenant").focus();
  await expect(page.getByText(/An application ID looks like/u)).toBeVisible();
});
