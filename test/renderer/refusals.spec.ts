import { fail } from "../../main/contract/errors.ts";
import { checkLooks } from "./looks.ts";
import { expect, test } from "./stage.ts";
import { shows } from "./stage/sights.ts";
import { appState, meeting } from "./stage-state.ts";

const kinds = ["no-gesture", "too-often"] as const;

for (const kind of kinds)
  test(`refused-${kind}: accessible, nothing cut off`, async ({ open }) => {
    const changes = { recent: [meeting()] };
    const answers = { meetNow: fail({ kind }) };
    const stage = await open({ state: appState(changes), answers });
    await stage.page.getByRole("button", { name: /Meet now/u }).click();
    await checkLooks(`refused-${kind}`, stage, changes, [shows(`error.${kind}.title`)]);
  });

test("what main would not begin with is said, seen, and gone with the next key", async ({
  open,
}) => {
  const answers = { meetNow: fail({ kind: "no-gesture" }) };
  const { page } = await open({ state: appState(), answers });
  const said = "Nothing was done";
  await page.getByRole("button", { name: /Meet now/u }).click();
  await expect(page.getByRole("alert").filter({ hasText: said })).toHaveCount(1);
  await expect(page.locator("#root").getByText(said, { exact: true })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.locator("#root").getByText(said, { exact: true })).toHaveCount(0);
});

test("other refusals are told where they happened, and not a second time", async ({ open }) => {
  const answers = { copyRoom: fail({ kind: "clipboard-busy" }) };
  const { page } = await open({ state: appState(), answers, window: "settings" });
  await page.evaluate(() => window.app.copyRoom());
  await expect(page.getByText("The clipboard was busy")).toHaveCount(0);
});
