import type { Page } from "@playwright/test";

import { fail, ok } from "../../../main/contract/errors.ts";
import type { AppState } from "../../../main/contract/state.ts";
import { checkLooks, fits } from "../looks.ts";
import { expect, test } from "../stage.ts";
import { appState, megan } from "../stage-state.ts";
import { showsData, type Sight, shows } from "../stage/sights.ts";

const alex = { ...megan, id: "alex", name: "Alex Okafor", username: "alex@contoso.com" };
const two = {
  accounts: [
    { account: megan, key: "1", problem: null },
    { account: alex, key: "2", problem: null },
  ],
};
const text = "MIT License\n\nPermission is hereby granted, free of charge";
const licences = [
  { name: "@azure/msal-node", version: "7.2.3", licence: "MIT", text },
  { name: "without-words", version: "1.0.0", licence: "ISC", text: "" },
];
const answers = { getLicences: ok(licences) };
const to = (name: string) => (page: Page) => page.getByRole("tab", { name, exact: true }).click();

interface Screen {
  readonly sees: readonly Sight[];
  readonly prepare: (page: Page) => Promise<unknown>;
  readonly changes?: Partial<AppState>;
}
const screens: Readonly<Record<string, Screen>> = {
  "settings-groups": { sees: [shows("settings.group.notifications")], prepare: to("General") },
  "settings-privacy": { sees: [shows("privacy.signIn.sealed")], prepare: to("Privacy") },
  "settings-privacy-memory": {
    sees: [shows("privacy.list.memory")],
    changes: { protection: "memory-only" },
    prepare: to("Privacy"),
  },
  "settings-privacy-weak": {
    sees: [shows("privacy.list.weak")],
    changes: { protection: "weak" },
    prepare: to("Privacy"),
  },
  "settings-about": {
    sees: [shows("settings.licencesSentence"), showsData("Permission is hereby granted")],
    async prepare(page) {
      await to("About")(page);
      await page.getByRole("button", { name: "Open-source licences" }).click();
      await page.getByText("@azure/msal-node").click();
    },
  },
  "settings-sign-out": {
    sees: [shows("settings.signOutEverybody")],
    changes: two,
    async prepare(page) {
      await to("Accounts")(page);
      await page.getByRole("button", { name: `Sign out ${megan.username}` }).click();
    },
  },
};

for (const [name, { sees, prepare, changes = {} }] of Object.entries(screens))
  test(`${name}: accessible, nothing cut off`, async ({ open }) => {
    // All of it: axe takes a label that is scrolled away for none.
    const viewport = { width: 760, height: 1_400 };
    const stage = await open({ state: appState(changes), window: "settings", viewport, answers });
    await prepare(stage.page);
    await checkLooks(name, stage, changes, sees);
    await stage.page.setViewportSize({ width: 480, height: 480 });
    await fits(stage, "narrow");
  });

test("in a low and narrow window the page can be scrolled to, past the list of pages", async ({
  open,
}) => {
  const viewport = { width: 380, height: 290 };
  const { page } = await open({ state: appState(), window: "settings", viewport });
  const last = page.getByRole("combobox", { name: "Theme" });
  await last.scrollIntoViewIfNeeded();
  await expect(last).toBeInViewport({ ratio: 1 });
});

/** By the mouse, or by keys alone. */
const ways: Readonly<Record<string, (page: Page, item: string) => Promise<void>>> = {
  mouse: async (page, item) => {
    await page.getByRole("button", { name: `Sign out ${alex.username}` }).click();
    await page.getByRole("menuitem", { name: item, exact: true }).click();
  },
  keyboard: async (page, item) => {
    await page.getByRole("button", { name: `Sign out ${alex.username}` }).focus();
    await page.keyboard.press("Enter");
    const wanted = page.getByRole("menuitem", { name: item, exact: true });
    const items = page.getByRole("menuitem");
    const place = (await items.allInnerTexts()).indexOf(await wanted.innerText());
    for (let step = 0; step < place; step += 1) await page.keyboard.press("ArrowDown");
    await expect(wanted).toBeFocused();
    await page.keyboard.press("Enter");
  },
};
const outs: Readonly<Record<string, Record<string, unknown>>> = {
  [`Sign out ${alex.username}`]: {
    name: "signOut",
    input: { accountId: "alex", atMicrosoft: false },
  },
  "Sign out of Microsoft in the browser": {
    name: "signOut",
    input: { accountId: "alex", atMicrosoft: true },
  },
  "Sign out all accounts": { name: "signOutEverybody" },
  "Forget everything on this computer…": { name: "forgetEverything" },
};

for (const [way, choose] of Object.entries(ways))
  for (const [item, request] of Object.entries(outs))
    test(`${item}, by ${way}: asked for once, and the focus is back`, async ({ open }) => {
      const { page, asked } = await open({ state: appState(two), window: "settings" });
      await to("Accounts")(page);
      await choose(page, item);
      await expect(page.getByRole("button", { name: `Sign out ${alex.username}` })).toBeFocused();
      expect((await asked()).filter(({ name }) => /^(?:signOut|forget)/u.test(name))).toEqual([
        expect.objectContaining(request),
      ]);
    });

test("whoever is alone is not offered to sign out all", async ({ open }) => {
  const { page } = await open({ state: appState(), window: "settings" });
  await to("Accounts")(page);
  await page.getByRole("button", { name: `Sign out ${megan.username}` }).click();
  await expect(page.getByRole("menuitem").first()).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "Sign out all accounts" })).toHaveCount(0);
});

test("pages are opened by name; why one did not open stands there", async ({ open }) => {
  const { page, asked } = await open({
    state: appState(),
    window: "settings",
    answers: { openNamedPage: fail({ kind: "browser-not-opened" }) },
  });
  await to("Privacy")(page);
  await page.getByRole("button", { name: "Show log files" }).press("Enter");
  await page.getByRole("button", { name: "Microsoft's privacy statement" }).press("Enter");
  await page.getByRole("button", { name: "See app permissions at Microsoft" }).click();
  await expect(page.locator("main").getByText("The browser didn't open")).toBeVisible();
  const named = (await asked()).filter(({ name }) => name === "openNamedPage");
  expect(named.map(({ input }) => input)).toEqual([
    { page: "privacy-statement" },
    { page: "permissions" },
  ]);
  expect((await asked()).map(({ name }) => name)).toContain("showLogs");
});

test("licences are read by keyboard, each by itself; a copy without them says so", async ({
  open,
}) => {
  const stage = await open({ state: appState(), window: "settings", answers });
  const { page } = stage;
  await to("About")(page);
  const button = page.getByRole("button", { name: "Open-source licences" });
  await button.press("Enter");
  await page.getByText("@azure/msal-node 7.2.3, MIT").focus();
  await expect(page.getByText("Permission is hereby granted")).toBeHidden();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Permission is hereby granted")).toBeVisible();
  await expect(page.getByText("without-words 1.0.0, ISC")).toBeVisible();
  await button.press("Enter");
  await stage.answer("getLicences", ok(null));
  await button.press("Enter");
  await expect(page.getByText("This copy came without its list of licences.")).toBeVisible();
});
