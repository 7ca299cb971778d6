import { expect, test } from "../stage.ts";
import { appState, meeting } from "../stage-state.ts";

const recent = [meeting({ subject: "Design review" })];
const accounts = appState({ recent });

test("who is asked whether to cancel a meeting stands on what changes nothing", async ({
  open,
}) => {
  const { page, asked } = await open({ state: accounts });
  await page.getByRole("row").first().focus();
  await page.keyboard.press("Delete");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("button", { name: "Keep" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  expect((await asked()).map(({ name }) => name)).not.toContain("cancelMeeting");
});

test("a dialog keeps away from the edges of the window, also of a small one", async ({ open }) => {
  const { page } = await open({ state: accounts, viewport: { width: 300, height: 340 } });
  await page.getByRole("row").first().focus();
  await page.keyboard.press("Delete");
  const box = await page.getByRole("alertdialog").boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(16);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(300 - 16);
  expect(box?.y).toBeGreaterThanOrEqual(16);
});
