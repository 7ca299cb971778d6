import { languages } from "../../../main/contract/languages.ts";
import { fail } from "../../../main/contract/errors.ts";
import { expect, type Stage, test } from "../stage.ts";
import { created } from "../../fakes/a-creation.ts";
import { appState, meeting } from "../stage-state.ts";

async function choose({ page }: Stage): Promise<void> {
  await page.locator("#more-ways").click();
  await page.locator("#my-room").click();
}

test("the first press says that it is the room", async ({ open }) => {
  const room = meeting();
  const stage = await open({ state: appState() });
  await stage.show(appState({ room, creation: created(room) }));
  await expect(
    stage.page.getByRole("heading", { name: "Your room is ready. Link copied" }),
  ).toBeFocused();
  // Heard with the focus, and so not told besides.
  await expect(stage.page.getByRole("status").first()).not.toContainText("Link copied");
  await stage.show(appState({ room, creation: created(meeting({ id: "another" })) }));
  await expect(stage.page.getByRole("heading", { name: "Link copied", exact: true })).toBeVisible();
});

test("a room whose making was cancelled is no failure", async ({ open }) => {
  const stage = await open({
    state: appState(),
    answers: { copyRoom: fail({ kind: "cancelled" }) },
  });
  await choose(stage);
  expect((await stage.asked()).map(({ name }) => name)).toEqual(["copyRoom"]);
  await expect(stage.page.getByText("cancelled")).toHaveCount(0);
  for (const alert of await stage.page.getByRole("alert").all()) await expect(alert).toHaveText("");
});

test("a room that could not be copied says why, and no more once it was", async ({ open }) => {
  const stage = await open({
    state: appState(),
    answers: { copyRoom: fail({ kind: "clipboard-busy" }) },
  });
  const problem = stage.page.locator("main").getByText(/clipboard/iu);
  await choose(stage);
  await expect(problem.first()).toBeVisible();
  await stage.answer("copyRoom", { ok: true, value: undefined });
  const before = await problem.count();
  await choose(stage);
  await expect(problem).toHaveCount(before - 1);
});

test("why the next link comes at once is read in the menu, by keys, and set in the settings", async ({
  open,
}) => {
  const { page, asked } = await open({ state: appState({ linkReady: true }) });
  await page.locator("#more-ways").press("Enter");
  await page.keyboard.press("End");
  await expect(page.getByRole("menuitem", { name: /^Next link: instant/u })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#more-ways")).toBeFocused();
  expect((await asked()).map(({ name }) => name)).toEqual(["openSettings"]);
});

for (const { tag } of languages)
  test(`three recent meetings are in sight: ${tag}`, async ({ open }) => {
    const recent = ["a", "b", "c"].map((id) => meeting({ id }));
    const { page, show } = await open({ state: appState({ recent }) });
    await show(appState({ recent, linkReady: true, language: tag }));
    const rows = page.locator("main [data-meeting]");
    await expect(rows).toHaveCount(3);
    await expect(rows.nth(2)).toBeInViewport({ ratio: 1 });
  });
