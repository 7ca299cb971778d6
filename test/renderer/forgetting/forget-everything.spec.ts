import type { Page } from "@playwright/test";

import { fail } from "../../../main/contract/errors.ts";
import type { AppState } from "../../../main/contract/state.ts";
import { checkLooks } from "../looks.ts";
import { type Sight, shows } from "../stage/sights.ts";
import { expect, type Stage, type StageOptions, test } from "../stage.ts";
import { appState, megan, meeting } from "../stage-state.ts";

const signedOut = {
  accounts: [],
  session: { kind: "signed-out", error: null },
} as const satisfies Partial<AppState>;
const firstRun = { ...signedOut, organisations: [] };
const alex = { ...megan, id: "alex", name: "Alex Okafor", username: "alex@contoso.com" };
const notDeleted = fail({ kind: "files-not-deleted" });

const button = (page: Page) =>
  page.getByRole("button", { name: "Forget everything on this computer" });
const asked = async (stage: Stage) =>
  (await stage.asked()).filter(({ name }) => name === "forgetEverything").length;
const toAccounts = (page: Page) => page.getByRole("tab", { name: "Accounts" }).click();
const toPrivacy = (page: Page) => page.getByRole("tab", { name: "Privacy" }).click();

interface Screen {
  readonly sees: Sight;
  readonly changes: Partial<AppState>;
  readonly window?: StageOptions["window"];
  readonly prepare?: (page: Page) => Promise<unknown>;
}
const offer = shows("forget.action");
const done = shows("forget.doneTitle");
const stuck = shows("error.files-not-deleted.title");
const screens: Readonly<Record<string, Screen>> = {
  "forget-signed-out": { sees: offer, changes: signedOut },
  "forget-privacy": { sees: offer, changes: {}, window: "settings", prepare: toPrivacy },
  "forgotten-first-run": { sees: done, changes: { ...firstRun, forgotten: "done" } },
  "forgotten-signed-out": { sees: done, changes: { ...signedOut, forgotten: "done" } },
  "forgotten-accounts": {
    sees: done,
    changes: { ...firstRun, forgotten: "done" },
    window: "settings",
    prepare: toAccounts,
  },
  "not-forgotten-accounts": {
    sees: stuck,
    changes: { ...firstRun, forgotten: "incomplete" },
    window: "settings",
    prepare: toAccounts,
  },
  "not-forgotten": { sees: stuck, changes: { ...firstRun, forgotten: "incomplete" } },
};

for (const [name, { sees, changes, window, prepare }] of Object.entries(screens))
  test(`${name}: accessible, nothing cut off`, async ({ open }) => {
    const state = appState(changes);
    const stage = await open({ state, ...(window ? { window } : {}) });
    await prepare?.(stage.page);
    await checkLooks(name, stage, changes, [sees]);
  });

test("asked by keyboard, then done once and said", async ({ open }) => {
  const stage = await open({ state: appState(signedOut) });
  const { page, show } = stage;
  await button(page).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toHaveText("Everything was forgotten.");
  await show(appState({ ...firstRun, forgotten: "done" }));
  await expect(page.getByText("Everything was forgotten.").last()).toBeVisible();
  expect(await asked(stage)).toBe(1);
});

test("on the page about privacy; a no changes nothing, and is not told as a failure", async ({
  open,
}) => {
  const cancelled = fail({ kind: "cancelled" });
  const answers = { forgetEverything: cancelled };
  const stage = await open({ state: appState(), window: "settings", answers });
  const { page } = stage;
  await toPrivacy(page);
  await button(page).click();
  expect(await asked(stage)).toBe(1);
  await expect(button(page)).toBeFocused();
  await expect(page.getByRole("alert").filter({ hasText: /./u })).toHaveCount(0);
});

test("while the question is open the button asks no second one", async ({ open }) => {
  const stage = await open({ state: appState(), window: "settings" });
  const { page } = stage;
  await page.evaluate(() => {
    const answer = new Promise((resolve) => {
      Reflect.set(globalThis, "finish", () => resolve({ ok: true, value: undefined }));
    });
    Object.assign(Reflect.get(globalThis, "stage").answers, { forgetEverything: answer });
  });
  await toPrivacy(page);
  await button(page).click();
  await expect(button(page)).toBeDisabled();
  await page.keyboard.press("Enter");
  await page.evaluate(() => Reflect.get(globalThis, "finish")());
  await expect(button(page)).toBeEnabled();
  await expect(button(page)).toBeFocused();
  expect(await asked(stage)).toBe(1);
});

test("what could not be deleted is said at once, and tried again from the only button", async ({
  open,
}) => {
  const stage = await open({
    state: appState(signedOut),
    answers: { forgetEverything: notDeleted },
  });
  const { page, show } = stage;
  const title = "Some files couldn't be deleted";
  await button(page).click();
  await expect(page.getByRole("alert").filter({ hasText: title })).toHaveCount(1);
  await show(appState({ ...firstRun, forgotten: "incomplete" }));
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  await expect(page.getByLabel("Application (client) ID")).toHaveCount(0);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect.poll(() => asked(stage)).toBe(2);
});

test("what somebody looked for and was told goes when they do", async ({ open }) => {
  const recent = [meeting({ subject: "Merger" })];
  const { page, show } = await open({ state: appState({ recent }) });
  const search = page.getByRole("textbox", { name: "Search meetings" });
  await page.getByRole("button", { name: "Search meetings" }).click();
  await search.fill("merger");
  await page.getByRole("button", { name: "Copy link to Merger" }).click();
  const status = page.getByRole("status");
  await expect(status).toHaveText("Link to Merger copied");
  await show(appState(signedOut));
  await expect(status).toHaveText("Quick Meeting");
  const others = { account: alex, key: "fedcba9876543210", problem: null };
  const session = { kind: "signed-in", account: alex } as const;
  await show(appState({ accounts: [others], session, recent: [meeting({ subject: "Mine" })] }));
  await expect(page.getByRole("button", { name: "Copy link to Mine" })).toBeVisible();
  await expect(search).toHaveCount(0);
});

test("what somebody typed into the form goes when they do, and stays while they are here", async ({
  open,
}) => {
  const { page, show } = await open({ state: appState({ view: "schedule" }) });
  await page.getByLabel("Subject").fill("Merger");
  await show(appState());
  const schedule = page.getByRole("button", { name: "Schedule" });
  const goOn = page.getByRole("button", { name: "Continue draft" });
  await expect(goOn).toBeVisible();
  const other = { account: alex, key: "fedcba9876543210", problem: null };
  const both = [...appState().accounts, other];
  const ofAlex = { kind: "signed-in", account: alex } as const;
  await show(appState({ accounts: both, recent: [meeting()] }));
  await expect(goOn).toBeVisible();
  await show(appState({ accounts: both, session: ofAlex }));
  await show(appState({ accounts: both }));
  await expect(goOn).toBeVisible();
  await show(appState({ accounts: [other], session: ofAlex }));
  await expect(schedule).toBeVisible();
  await expect(goOn).toHaveCount(0);
  await show(appState({ accounts: [other], session: ofAlex, view: "schedule" }));
  await expect(page.getByLabel("Subject")).toHaveValue("");
});
