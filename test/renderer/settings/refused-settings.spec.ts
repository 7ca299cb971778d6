import type { Page } from "@playwright/test";

import { fail, ok } from "../../../main/contract/errors.ts";
import { defaultSettings } from "../../../main/contract/settings.ts";
import type { AppState } from "../../../main/contract/state.ts";
import shared from "../../../main/contract/words/en.json" with { type: "json" };
import words from "../../../renderer/i18n/en.json" with { type: "json" };
import { expect, test } from "../stage.ts";
import { appState } from "../stage-state.ts";

const refused = fail({ kind: "disk-failed" });
const answers = { changeSettings: refused, changeAccountDefaults: refused, showUpcoming: refused };
const labels: Readonly<Record<string, unknown>> = words.settings;
const label = (name: string) => String(labels[name]);
const settings = { ...defaultSettings, template: "{subject}\n{url}" };

/** Every way to change a setting: where it is, and the press or the keys. */
const rows: Readonly<Record<string, [tab: string, (page: Page) => Promise<unknown>]>> = {
  "a switch": ["General", (page) => page.getByLabel(label("keepLinkReady")).press(" ")],
  "a choice": ["General", (page) => page.getByLabel(label("theme")).selectOption("dark")],
  "a length": [
    "General",
    (page) => page.getByLabel(label("defaultDurationMinutes")).selectOption("45"),
  ],
  "a line": [
    "General",
    async (page) => {
      await page.getByLabel(label("defaultSubject")).fill("Other");
      await page.getByLabel(label("defaultSubject")).press("Enter");
    },
  ],
  "the language": ["General", (page) => page.getByLabel(label("language")).selectOption("de")],
  "the shortcut": ["General", (page) => page.getByLabel(label("shortcutEnabled")).press(" ")],
  "the calendar": ["General", (page) => page.getByLabel(label("showUpcoming")).press(" ")],
  "the length of an account": [
    "Accounts",
    (page) => page.getByLabel(label("ownDuration")).selectOption("45"),
  ],
  "the subject of an account": [
    "Accounts",
    async (page) => {
      await page.getByLabel(label("ownSubject")).fill("Other");
      await page.getByLabel(label("ownSubject")).press("Enter");
    },
  ],
  "the preset of an account": [
    "Accounts",
    (page) => page.getByLabel(words.presets.account).selectOption("open-door"),
  ],
  "the sign-in without a keyring": [
    "Accounts",
    (page) => page.getByLabel(label("keepWithoutKeyring")).press(" "),
  ],
  "the copy format": [
    words.settings.copyFormat,
    (page) => page.getByLabel(words.copyFormat.name.invitation, { exact: true }).click(),
  ],
  "a part of the invitation": [
    words.settings.copyFormat,
    (page) => page.getByLabel(words.copyFormat.includeDialIn).click(),
  ],
  "the language of the invitation": [
    words.settings.copyFormat,
    (page) => page.getByLabel(words.copyFormat.language).selectOption("fr"),
  ],
  "a new preset": [
    words.settings.presets,
    (page) => page.getByRole("button", { name: words.presets.new }).click(),
  ],
};

for (const [what, [tab, change]] of Object.entries(rows))
  test(`a change that was not saved is seen and heard, until one is: ${what}`, async ({ open }) => {
    const stage = await open({
      state: appState({ settings, protection: "memory-only" }),
      window: "settings",
      answers,
    });
    const { page } = stage;
    await page.getByRole("tab", { name: tab }).click();
    await change(page);
    // Once in sight, at its row; once for the ears, at once.
    const { title } = shared.error["disk-failed"];
    await expect(page.locator("main, [role=tabpanel]").getByText(title).first()).toBeVisible();
    await expect(page.locator(".visually-hidden[role=alert]")).toContainText(title);
    expect(await page.getByRole("alert").filter({ hasText: title }).count()).toBe(1);
  });

test("what was refused is no news any more once a change is saved", async ({ open }) => {
  const stage = await open({ state: appState({ settings }), window: "settings", answers });
  const row = stage.page.getByLabel(label("theme"));
  await row.selectOption("dark");
  const problem = stage.page.locator("main").getByText(shared.error["disk-failed"].title);
  await expect(problem).toHaveCount(1);
  await stage.answer("changeSettings", ok(undefined));
  await row.selectOption("light");
  await expect(problem).toHaveCount(0);
  await expect(stage.page.getByRole("status").first()).toContainText("Saved");
});

const unlisted: Partial<AppState> = {
  settings: {
    ...settings,
    accountDefaults: { "0123456789abcdef": { durationMinutes: 25 } },
    presets: [{ id: "own", name: "Mine", options: {}, durationMinutes: 25 }],
    defaultDurationMinutes: 25,
  },
};

test("every row of a length shows the one that was set in another way", async ({ open }) => {
  const { page } = await open({ state: appState(unlisted), window: "settings" });
  const expected = [
    ["General", label("defaultDurationMinutes")],
    ["Accounts", label("ownDuration")],
    [words.settings.presets, words.presets.duration],
  ] as const;
  for (const [tab, name] of expected) {
    await page.getByRole("tab", { name: tab, exact: true }).click();
    if (tab === words.settings.presets) await page.getByRole("tab", { name: "Mine" }).click();
    await expect(page.getByLabel(name), tab).toHaveValue("25");
  }
});
