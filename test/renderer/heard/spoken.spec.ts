import { created } from "../../fakes/a-creation.ts";
import { anEntry } from "../../fakes/an-entry.ts";
import { anUpcoming } from "../../fakes/an-upcoming.ts";
import { expect, test } from "../stage.ts";
import { appState, meeting, mockNow } from "../stage-state.ts";

const recent = [meeting({ passcode: "Xk4Ru9" }), meeting({ id: "m-2", subject: "Design review" })];

const upcoming = anUpcoming(
  ["e-1", "e-2"].map((eventId) => anEntry({ eventId, startAt: mockNow + 7_200_000 })),
  mockNow,
);

test("rows are those of a grid: there a screen reader hands the arrows to the app", async ({
  open,
}) => {
  const { page } = await open({ state: appState({ recent }) });
  const grid = page.getByRole("grid", { name: "Today" });
  const row = grid.getByRole("row", { name: /^Design review, Today 13:52/u });
  await row.focus();
  await expect(row.getByRole("gridcell")).toHaveCount(2);
  await page.keyboard.press("ArrowRight");
  await expect(
    row.getByRole("gridcell").getByRole("button", { name: "Copy link to Design review" }),
  ).toBeFocused();
});

test("tabs tell how much is behind them", async ({ open }) => {
  const { page } = await open({ state: appState({ recent, upcoming }) });
  await expect(page.getByRole("tab", { name: "Recent, 2 meetings" })).toBeVisible();
  await expect(page.getByRole("tab", { name: "Upcoming" })).toHaveAccessibleDescription(
    "2 to join",
  );
});

test("keys are told with the buttons they press", async ({ open }) => {
  const { page, show } = await open({ state: appState({ recent }) });
  const keys: Readonly<Record<string, string>> = {
    "#meet-now": "Alt+Shift+M",
    "#schedule": "Control+N",
    "#join": "Control+J",
    "#organiser": "Control+O",
    "#tab-recent": "Control+1",
    "#tab-upcoming": "Control+2",
    "#search-meetings": "Control+F",
  };
  for (const [id, value] of Object.entries(keys))
    await expect(page.locator(id)).toHaveAttribute("aria-keyshortcuts", value);
  await show(appState({ recent, platform: "darwin" }));
  await expect(page.locator("#schedule")).toHaveAttribute("aria-keyshortcuts", "Meta+N");
});

test("a button that names its setting names it once", async ({ open }) => {
  const { page } = await open({ state: appState({ recent }) });
  await expect(page.locator("#preset")).toHaveAccessibleName(
    /^Preset for new meetings (?!Preset)/u,
  );
});

test("an item of a menu is named without its keys, which are told as keys", async ({ open }) => {
  const { page } = await open({ state: appState({ recent }) });
  await page.getByRole("row", { name: /^Design review/u }).focus();
  await page.keyboard.press("Shift+F10");
  const item = page.getByRole("menuitem", { name: "Link", exact: true });
  await expect(item).toHaveAttribute("aria-keyshortcuts", "Control+C");
  const refused = page.getByRole("menuitem", { name: "Dial-in details", exact: true });
  await expect(refused).toHaveAccessibleDescription(/./u);
});

test("an ID and a passcode are spelt, and nobody has to hear the whole link", async ({ open }) => {
  const creation = created(meeting({ meetingId: "248719335402", passcode: "Xk4Ru9" }));
  const { page } = await open({ state: appState({ creation }) });
  const fact = page.getByRole("definition").filter({ hasText: "Passcode" });
  await expect(fact).toMatchAriaSnapshot(
    `- definition: 2 4 8 7 1 9 3 3 5 4 0 2 Passcode X k 4 R u 9`,
  );
  await expect(page.getByRole("button", { name: "Close" })).toBeVisible();
  await page.getByRole("button", { name: "Close" }).focus();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Copy link", exact: true })).toBeFocused();
});
