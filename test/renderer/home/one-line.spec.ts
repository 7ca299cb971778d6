import { languages } from "../../../main/contract/languages.ts";
import { expect, test } from "../stage.ts";
import { appState, meeting, mockNow } from "../stage-state.ts";

const highest = 60;

test("the first button is as high as drawn, and says what it does on one line, in every language", async ({
  open,
}) => {
  const { page, show } = await open({ state: appState() });
  const hero = page.locator("#meet-now");
  for (const { tag } of languages) {
    await show(appState({ language: tag }));
    await expect(page.locator("html")).toHaveAttribute("lang", new RegExp(`^${tag}`, "u"));
    const box = await hero.boundingBox();
    expect.soft(box?.height, tag).toBe(highest);
  }
});

test("a line shows where the list goes on above what is seen of it, and only there", async ({
  open,
}) => {
  const recent = Array.from({ length: 12 }, (_, at) =>
    meeting({ id: `m-${at}`, createdAt: mockNow - at * 86_400_000 }),
  );
  const { page } = await open({ state: appState({ recent }) });
  const first = page.getByRole("row").first();
  await expect(first).toBeVisible();
  const line = () =>
    page.evaluate(() => {
      const list = document.querySelector("#home-list > div");
      return list && getComputedStyle(list, "::before").backgroundColor;
    });
  const none = "rgba(0, 0, 0, 0)";
  expect(await line()).toBe(none);
  await page.getByRole("row").last().scrollIntoViewIfNeeded();
  await expect.poll(line).not.toBe(none);
  await first.scrollIntoViewIfNeeded();
  await page.locator("#home-list > div").evaluate((list) => list.scrollTo(0, 0));
  await expect.poll(line).toBe(none);
});
