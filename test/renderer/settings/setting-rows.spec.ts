import type { Page } from "@playwright/test";

import { catalogue, defaultSettings, settingNames } from "../../../main/contract/settings.ts";
import type { Choice } from "../../../main/contract/settings/kinds.ts";
import words from "../../../renderer/i18n/en.json" with { type: "json" };
import { expect, test } from "../stage.ts";
import { appState } from "../stage-state.ts";

const labels: Readonly<Record<string, unknown>> = words.settings;
const plain = settingNames.filter((name) => !("row" in catalogue[name]));

/** Sets the row to something else, and says to what. */
async function changeRow(page: Page, name: (typeof plain)[number]): Promise<unknown> {
  const setting = catalogue[name];
  const row = page.getByLabel(String(labels[name]), { exact: true });
  switch (setting.kind) {
    case "switch":
      await row.press(" ");
      return !setting.byDefault;
    case "line":
      await row.fill("Other");
      await row.press("Enter");
      return "Other";
    default: {
      const other = valuesOf(setting).find((value) => value !== setting.byDefault) ?? null;
      await row.selectOption(String(other ?? ""));
      return other;
    }
  }
}

const valuesOf = (setting: (typeof catalogue)[(typeof plain)[number]]): readonly Choice[] =>
  setting.kind === "choice" ? setting.choices : setting.kind === "minutes" ? setting.offered : [];

/** Where the row is, as some are of one system alone. */
function systemOf(name: (typeof plain)[number]) {
  const setting = catalogue[name];
  return "only" in setting ? setting.only : "linux";
}

const pageOf = (name: (typeof plain)[number]): string =>
  catalogue[name].section === "accounts" ? "Accounts" : "General";

for (const name of plain)
  test(`${name} has a row, and asks for what is set there`, async ({ open }) => {
    const { page, asked } = await open({
      state: appState({ platform: systemOf(name), settings: defaultSettings }),
      window: "settings",
    });
    await page.getByRole("tab", { name: pageOf(name) }).click();
    const wanted = await changeRow(page, name);
    const changes = (await asked()).filter((request) => request.name === "changeSettings");
    expect(changes.map(({ input }) => input)).toEqual([{ [name]: wanted }]);
  });

test("a line follows what is saved, until somebody types", async ({ open }) => {
  const { page, show, asked } = await open({
    state: appState({ settings: defaultSettings }),
    window: "settings",
  });
  const row = page.getByLabel(String(labels["defaultSubject"]));
  await row.focus();
  await show(appState({ settings: { ...defaultSettings, defaultSubject: "Kurzbesprechung" } }));
  await expect(row).toHaveValue("Kurzbesprechung");
  await row.blur();
  expect((await asked()).map(({ name }) => name)).not.toContain("changeSettings");
});

test("a duration that is not among those offered is shown all the same", async ({ open }) => {
  const settings = { ...defaultSettings, defaultDurationMinutes: 25 };
  const { page } = await open({ state: appState({ settings }), window: "settings" });
  await page.getByRole("tab", { name: "General" }).click();
  await expect(page.getByLabel(String(labels["defaultDurationMinutes"]))).toHaveValue("25");
});
