import { fail } from "../../../main/contract/errors.ts";
import words from "../../../renderer/i18n/en.json" with { type: "json" };
import { defaultSettings } from "../../../main/contract/settings.ts";
import { expect, test } from "../stage.ts";
import { appState } from "../stage-state.ts";

const broken = fail({ kind: "unexpected", reference: "r", trace: null });

test("what main said of the times stays in sight while it cannot be asked", async ({ open }) => {
  const stage = await open({ state: appState({ view: "schedule" }) });
  const { page } = stage;
  await page.getByLabel("When").fill("tomorrow 10:00");
  await stage.settle();
  await page.locator("#end-time").fill("09:00");
  await page.keyboard.press("Enter");
  await stage.settle();
  const problem = page.getByText(words.schedule.problem["end-before-start"]).first();
  await expect(problem).toBeVisible();
  await stage.lie("checkSchedule", broken);
  await page.getByLabel("Subject").fill("Northwind review");
  await stage.settle();
  await expect(problem).toBeVisible();
});

test("the preview of a copy stays in sight while no newer one can be had", async ({ open }) => {
  const settings = { ...defaultSettings, template: "{subject}" };
  const stage = await open({ state: appState({ settings }), window: "settings" });
  const { page } = stage;
  await page.getByRole("tab", { name: words.settings.copyFormat }).click();
  await stage.settle();
  await expect(page.locator("[data-preview]")).toHaveText(/./u);
  const before = (await page.locator("[data-preview]").textContent()) ?? "";
  await stage.lie("previewCopy", broken);
  await stage.show(appState({ settings: { ...settings, copyFormat: "markdown" } }));
  await stage.settle();
  await expect(page.locator("[data-preview]")).toHaveText(before);
});
