import { languages } from "../../../main/contract/languages.ts";
import { anEntry } from "../../fakes/an-entry.ts";
import { anUpcoming } from "../../fakes/an-upcoming.ts";
import { expect, test } from "../stage.ts";
import { appState, meeting, mockNow } from "../stage-state.ts";
import { chooseTab } from "../stage/choose-tab.ts";

test("the whole menu of a row is in sight in the smallest room it usually has, in every language", async ({
  open,
}) => {
  // As much as can be said beneath items that cannot be chosen.
  const poor = meeting({ hasOptionsPage: false, dialIn: null });
  const { page, show } = await open({ state: appState({ recent: [poor] }) });
  for (const { tag } of languages) {
    await show(appState({ recent: [poor], language: tag }));
    await page.getByRole("row").first().focus();
    await page.keyboard.press("Shift+F10");
    const menu = page.getByRole("menu");
    await expect(menu.getByRole("menuitem")).toHaveCount(14);
    await expect(menu.getByRole("menuitem").first()).toBeFocused();
    await expect(menu.getByRole("menuitem").first()).toBeInViewport({ ratio: 1 });
    await expect(menu.getByRole("menuitem").last()).toBeInViewport({ ratio: 1 });
    await page.keyboard.press("Escape");
    await expect(menu).toHaveCount(0);
  }
});

test("the menu of what no longer exists says so once, and offers what is left", async ({
  open,
}) => {
  const { page } = await open({ state: appState({ recent: [meeting({ isGone: true })] }) });
  await page.getByRole("row").first().focus();
  await page.keyboard.press("Shift+F10");
  await expect(page.getByRole("menu")).toContainText("This meeting no longer exists");
  expect(await page.getByRole("menuitem").allInnerTexts()).toEqual([
    "Meeting details\nEnter",
    "Remove from this list",
  ]);
});

test("what stands behind an item is reached with the mouse too", async ({ open }) => {
  const { page, asked } = await open({ state: appState({ recent: [meeting()] }) });
  await page.getByRole("button", { name: /^More for/u }).click();
  await page.getByRole("menuitem", { name: "More formats" }).click();
  await page.getByRole("menuitem", { name: "Markdown" }).click();
  await expect
    .poll(asked)
    .toContainEqual({ name: "copyMeeting", input: { id: "m-1", format: "markdown" } });
});

test("of a meeting to come too", async ({ open }) => {
  const entry = anEntry({ eventId: "e-1", startAt: mockNow + 600_000, subject: "Design review" });
  const { page, asked } = await open({
    state: appState({ upcoming: anUpcoming([entry], mockNow) }),
  });
  await chooseTab(page, "Upcoming");
  await page.getByRole("button", { name: "More for Design review" }).click();
  await page.getByRole("menuitem", { name: "Copy as" }).click();
  await page.getByRole("menuitem", { name: "Markdown" }).click();
  await expect
    .poll(asked)
    .toContainEqual({ name: "copyUpcoming", input: { id: "e-1", format: "markdown" } });
});
