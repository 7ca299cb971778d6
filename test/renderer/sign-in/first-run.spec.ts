import type { Page } from "@playwright/test";

import { setUpRequest } from "../../../main/auth/sign-in/set-up-request.ts";
import { createWords } from "../../../main/base/words.ts";
import { languages } from "../../../main/contract/languages.ts";
import { fail, ok } from "../../../main/contract/errors.ts";
import type { AppState } from "../../../main/contract/state.ts";
import shared from "../../../main/contract/words/en.json" with { type: "json" };
import { checkLooks } from "../looks.ts";
import { expect, test } from "../stage.ts";
import { appState, contoso } from "../stage-state.ts";
import { locate, shows, showsRole } from "../stage/sights.ts";

const changes = {
  organisations: [],
  accounts: [],
  session: { kind: "signed-out", error: null },
} as const satisfies Partial<AppState>;
const state = appState(changes);
const message = setUpRequest(await createWords("en"));
const draft = { clientId: contoso.clientId, tenant: "contoso.com", cloud: "us-l4" } as const;
const answers = { getSetUpRequest: ok(message), openSetUpFile: ok(draft) };
const press = (page: Page, name: string) => page.getByRole("button", { name }).press("Enter");

test("first-run-ask-admin: accessible, nothing cut off", async ({ open }) => {
  const stage = await open({ state, answers });
  await press(stage.page, "Ask my admin for these");
  await checkLooks("first-run-ask-admin", stage, changes, [showsRole("heading", "setUp.askTitle")]);
});

for (const { tag } of languages)
  test(`both ways to begin are in sight at once: ${tag}`, async ({ open }) => {
    const { page, show } = await open({ state });
    await show(appState({ ...changes, language: tag }));
    await expect(locate(page, shows("setUp.sample"), tag)).toBeInViewport({ ratio: 1 });
    await expect(locate(page, shows("setUp.sampleHint"), tag)).toBeInViewport({ ratio: 1 });
  });

for (const [way, choose] of Object.entries({
  mouse: (page: Page) => page.getByRole("button", { name: "Open a setup file" }).click(),
  keyboard: (page: Page) => press(page, "Open a setup file"),
}))
  test(`a setup file, by ${way}: read into the form, and added only on the next press`, async ({
    open,
  }) => {
    const { page, asked } = await open({ state, answers });
    await choose(page);
    const go = page.getByRole("button", { name: "Continue to sign-in" });
    await expect(go).toBeFocused();
    await expect(page.getByRole("status").first()).toContainText("Read from the file.");
    await expect(page.getByLabel("Application (client) ID")).toHaveValue(draft.clientId);
    await expect(page.getByLabel("Tenant")).toHaveValue("contoso.com");
    await expect(page.getByRole("combobox")).toHaveValue("us-l4");
    expect((await asked()).map(({ name }) => name)).toEqual(["openSetUpFile"]);
    await page.keyboard.press("Enter");
    expect((await asked()).at(-1)).toEqual({
      name: "saveOrganisation",
      input: { id: null, ...draft },
    });
  });

test("a file that is none says so at once; choosing none changes nothing", async ({ open }) => {
  const stage = await open({
    state,
    answers: { openSetUpFile: fail({ kind: "set-up-file-refused", why: "not-one" }) },
  });
  const { page } = stage;
  await page.getByLabel("Tenant").fill("fabrikam.example");
  await press(page, "Open a setup file");
  const { title } = shared.error["set-up-file-refused"]["not-one"];
  await expect(page.locator("form").getByText(title)).toBeVisible();
  await stage.answer("openSetUpFile", ok(null));
  await press(page, "Open a setup file");
  await expect(page.locator("form").getByText(title)).toHaveCount(0);
  await expect(page.getByLabel("Tenant")).toHaveValue("fabrikam.example");
});

test("the request to the admin is read, copied, mailed and left by keys", async ({ open }) => {
  const { page, asked } = await open({ state, answers });
  await press(page, "Ask my admin for these");
  await expect(page.getByRole("heading", { name: "Ask my admin" })).toBeFocused();
  await expect(page.getByRole("region")).toContainText("Calendars.ReadWrite");
  await press(page, "Copy message");
  await press(page, "Open in mail");
  await page.locator("footer").getByRole("button", { name: "Back" }).press("Enter");
  await expect(page.getByRole("button", { name: "Ask my admin for these" })).toBeFocused();
  const names = (await asked()).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["copySetUpRequest", "mailSetUpRequest"]));
});

test("settings read a setup file, too, and never into an organisation that is there", async ({
  open,
}) => {
  const { page } = await open({ state: appState(), window: "settings", answers });
  await page.getByRole("tab", { name: "Organisations" }).click();
  await press(page, "Change contoso.com");
  await expect(page.getByRole("button", { name: "Open a setup file" })).toHaveCount(0);
  await press(page, "Add an organisation");
  await press(page, "Open a setup file");
  await expect(page.getByLabel("Tenant")).toHaveValue("contoso.com");
});
