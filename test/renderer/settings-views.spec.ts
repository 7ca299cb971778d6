import type { Page } from "@playwright/test";

import { ok } from "../../main/contract/errors.ts";
import type { AppState } from "../../main/contract/state.ts";
import { checkLooks, fits } from "./looks.ts";
import { expect, test } from "./stage.ts";
import { appState } from "./stage-state.ts";
import { showsData, type Sight, shows, showsRole } from "./stage/sights.ts";

const { settings } = appState();
const client = {
  id: "0f7b0f0e-5f0a-4a5e-9d0b-2f0d3a8c1b2c",
  name: "Client calls with a rather long name, as people give them",
  options: { lobby: "everyone", recordAutomatically: true },
  subject: "Call {date}",
  copyFormat: "invitation",
  durationMinutes: 25,
} as const;
const html =
  '<div dir="auto" style="color:red"><script>document.title="owned"</script>' +
  '<p onclick="x()"><strong>Design sync with Fabrikam</strong></p>' +
  '<a href="https://teams.microsoft.com/x">Join the Teams meeting</a><img src="https://x.example/i.png">' +
  "<table>\n<tr><td>Meeting ID</td><td>248 719 335 402</td></tr></table></div>";
interface Screen {
  readonly page: string;
  readonly sees: readonly Sight[];
  readonly changes?: Partial<AppState["settings"]>;
  readonly prepare?: (page: Page) => Promise<unknown>;
}

const screens: Readonly<Record<string, Screen>> = {
  "settings-presets": {
    page: "Defaults and presets",
    sees: [showsRole("heading", "presets.guarded"), shows("presets.builtIn")],
    prepare: (page) => page.getByRole("tab", { name: "Guarded" }).click(),
  },
  "settings-preset-own": {
    page: "Defaults and presets",
    sees: [shows("presets.deleteNamed", { name: client.name })],
    changes: { presets: [client] },
    prepare: async (page) => {
      await page.getByRole("tab", { name: client.name }).click();
      await page.getByRole("button", { name: "Delete" }).click();
    },
  },
  "settings-copy": {
    page: "Copy format",
    sees: [shows("copyFormat.sample"), showsData("Dial in by phone")],
    changes: { copyFormat: "link-and-invitation" },
  },
  "settings-template": {
    page: "Copy format",
    sees: [shows("copyFormat.problem.unknown-field", { field: "{foo}" })],
    changes: { copyFormat: "template", template: "{subject}\n{foo}" },
  },
};

for (const [name, { page: pageName, sees, changes, prepare }] of Object.entries(screens))
  test(`${name}: accessible, nothing cut off`, async ({ open }) => {
    const state = { settings: { ...settings, ...changes } };
    // All of it: axe takes a label that is scrolled away for none.
    const viewport = { width: 760, height: 1_100 };
    const stage = await open({ state: appState(state), window: "settings", viewport });
    await stage.page.getByRole("tab", { name: pageName }).click();
    await prepare?.(stage.page);
    await checkLooks(name, stage, state, sees);
    // The nav alone is a list page: everything reflows to one column.
    await stage.page.setViewportSize({ width: 480, height: 480 });
    await fits(stage, "narrow");
  });

test("what others wrote into an invitation is shown without doing anything", async ({ open }) => {
  const { page } = await open({
    state: appState(),
    window: "settings",
    tolerates: /violates the following Content Security Policy/u,
    lies: {
      previewCopy: ok({ text: "Design sync\nhttps://teams.microsoft.com/x", html, problems: [] }),
    },
  });
  const told: string[] = [];
  page.on("console", (message) => told.push(message.text()));
  page.on("request", (request) => told.push(request.url()));
  await page.getByRole("tab", { name: "Copy format" }).click();
  const paper = page.locator("[data-preview]");
  await expect(paper).toContainText("Join the Teams meeting");
  expect(await paper.locator("a, img, script, [style], [onclick]").count()).toBe(0);
  expect(await page.title()).not.toBe("owned");
  // The page's policy says what it blocked; nothing else happened.
  const isExpected = (line: string) =>
    line.includes("/assets/") || line.includes("violates the following Content Security Policy");
  expect(told.filter((line) => !isExpected(line))).toEqual([]);
  await page.getByRole("tab", { name: "Pasted as text" }).click();
  await expect(paper.locator("pre")).toHaveText("Design sync\nhttps://teams.microsoft.com/x");
});

test("a field goes in where the caret is, a problem marks its place, leaving saves", async ({
  open,
}) => {
  const { page, asked } = await open({
    state: appState({ settings: { ...settings, copyFormat: "template", template: "ab {foo}" } }),
    window: "settings",
  });
  await page.getByRole("tab", { name: "Copy format" }).click();
  const area = page.getByRole("textbox", { name: "Template" });
  await page.getByRole("button", { name: "Line 1: There is no field {foo}." }).press("Enter");
  await expect(area).toBeFocused();
  await page.keyboard.type("c");
  await expect(area).toHaveValue("ab c");
  await page.getByRole("button", { name: "Insert url" }).press("Enter");
  await expect(area).toHaveValue("ab c{url}");
  await expect(area).toBeFocused();
  await page.keyboard.type("!");
  await page.keyboard.press("Tab");
  expect((await asked()).filter(({ name }) => name === "changeSettings").at(-1)).toEqual({
    name: "changeSettings",
    input: { template: "ab c{url}!" },
  });
});

test("a preset is made out of another one, changed, and deleted after a question", async ({
  open,
}) => {
  const own = (presets: AppState["settings"]["presets"]) =>
    appState({ settings: { ...settings, presets } });
  const { page, asked, show } = await open({ state: own([client]), window: "settings" });
  const changes = async () =>
    (await asked()).filter(({ name }) => name === "changeSettings").map(({ input }) => input);
  await page.getByRole("tab", { name: "Defaults and presets" }).click();
  await page.getByRole("tab", { name: "External guests" }).click();
  await page.getByRole("button", { name: "Duplicate" }).press("Enter");
  expect(await changes()).toEqual([
    {
      presets: [
        client,
        {
          id: expect.stringMatching(/^[\w-]{36}$/u),
          name: "External guests, copy",
          options: { lobby: "invited", presenters: "organizer" },
        },
      ],
    },
  ]);
  await page.getByRole("tab", { name: client.name }).click();
  await page.getByLabel("Subject").fill("");
  await page.getByLabel("Subject").press("Enter");
  const { subject: _subject, ...without } = client;
  expect((await changes()).at(-1)).toEqual({ presets: [without] });
  await page.getByRole("button", { name: "Delete" }).press("Enter");
  await expect(page.getByRole("button", { name: "Keep" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Delete" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Delete" }).press("Enter");
  expect((await changes()).at(-1)).toEqual({ presets: [] });
  await show(own([]));
  await expect(page.getByRole("heading", { level: 2 })).toHaveText("Standard");
});

test("an account's preset keeps its other defaults; the switches of new links", async ({
  open,
}) => {
  const { page, asked } = await open({
    state: appState({
      settings: { ...settings, accountDefaults: { "0123456789abcdef": { durationMinutes: 30 } } },
    }),
    window: "settings",
  });
  await page.getByRole("switch", { name: "Keep a link ready" }).press("Space");
  await page.getByRole("switch", { name: /^Ask before a second link/u }).press("Space");
  await page.getByRole("tab", { name: "Accounts" }).click();
  await page.getByLabel("Preset for this account").selectOption("guarded");
  expect(await asked()).toEqual([
    { name: "changeSettings", input: { keepLinkReady: false } },
    { name: "changeSettings", input: { askBeforeSecond: false } },
    {
      name: "changeAccountDefaults",
      input: { accountId: "megan", durationMinutes: 30, presetId: "guarded" },
    },
  ]);
});
