import words from "../../../main/contract/words/en.json" with { type: "json" };
import { type AppError, fail } from "../../../main/contract/errors.ts";
import type { Account, AppState } from "../../../main/contract/state.ts";
import { expect, test } from "../stage.ts";
import { appState, contoso, megan } from "../stage-state.ts";

const alex: Account = { ...megan, id: "alex", name: "Alex Okafor", username: "alex@contoso.com" };

const failedWith = (error: AppError): AppState =>
  appState({ signIn: { kind: "failed", error, adminMessage: null } });
const cameInstead = (came: Account): AppState =>
  failedWith({ kind: "other-account-came", asked: megan.username, came });
const refused = (reason: "code-expired" | "code-not-allowed" | "blocked-by-policy"): AppState =>
  failedWith({ kind: "sign-in-refused", reason, trace: null });

const waits = (state: Partial<AppState> = {}): AppState =>
  appState({
    signIn: {
      kind: "browser",
      username: null,
      deadlineAt: Date.parse("2026-11-23T12:56:00Z"),
      browser: "open",
      redeeming: false,
    },
    ...state,
  });

test("whoever came instead can come in too, and then the sign-in goes on", async ({ open }) => {
  const { page, asked, show } = await open({ state: cameInstead(alex) });
  await page.getByRole("button", { name: "Use this account too" }).click();
  expect(await asked()).toEqual([{ name: "admitWhoCame", input: undefined }]);
  await show(waits());
  await expect(page.getByRole("button", { name: "Use this account too" })).toHaveCount(0);
});

test("a guest who came instead is not offered, as no guest can organise", async ({ open }) => {
  const { page } = await open({ state: cameInstead({ ...alex, kind: "guest" }) });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("button", { name: "Use this account too" })).toHaveCount(0);
});

test("who was asked for is asked for once more, by keyboard", async ({ open }) => {
  const { page, asked } = await open({ state: cameInstead(alex) });
  await page.locator("[data-primary]").press("Enter");
  expect(await asked()).toEqual([{ name: "retrySignIn", input: { asSomebodyElse: false } }]);
});

test("a refused sign-in is tried again as somebody else", async ({ open }) => {
  const { page, asked } = await open({ state: refused("blocked-by-policy") });
  await page.getByRole("button", { name: "Use another account" }).click();
  expect(await asked()).toEqual([{ name: "retrySignIn", input: { asSomebodyElse: true } }]);
});

test("after a code that ran out, a new code is one press away, and so is the browser", async ({
  open,
}) => {
  const { page, asked } = await open({ state: refused("code-expired") });
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("button", { name: "Use the browser instead" }).click();
  expect(await asked()).toEqual([
    { name: "retrySignIn", input: { asSomebodyElse: false } },
    { name: "signInWithBrowser", input: undefined },
  ]);
});

test("where no codes are allowed, no second code is asked for", async ({ open }) => {
  const { page, asked } = await open({ state: refused("code-not-allowed") });
  await page.locator("[data-primary]").click();
  expect(await asked()).toEqual([{ name: "signInWithBrowser", input: undefined }]);
});

test("nobody was signed in within the time: the same again, or a code", async ({ open }) => {
  const { page, asked } = await open({ state: failedWith({ kind: "sign-in-timed-out" }) });
  await page.locator("[data-primary]").click();
  await page.getByRole("button", { name: "Use a code instead" }).click();
  expect((await asked()).map(({ name }) => name)).toEqual(["retrySignIn", "signInWithCode"]);
});

test("where codes are not offered, none of the two pages names one", async ({ open }) => {
  const settings = { ...appState().settings, offerCode: false };
  const stage = await open({ state: waits({ settings }) });
  const { page } = stage;
  await expect(page.getByRole("button", { name: "Copy the sign-in address" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Use a code instead" })).toHaveCount(0);
  await stage.show({ ...failedWith({ kind: "sign-in-timed-out" }), settings });
  await expect(page.locator("[data-primary]")).toBeVisible();
  await expect(page.getByRole("button", { name: "Use a code instead" })).toHaveCount(0);
});

const code = appState({
  signIn: {
    kind: "code",
    username: null,
    deadlineAt: Date.parse("2026-11-23T13:07:00Z"),
    userCode: "G7KQM2XDL",
    page: "https://microsoft.com/devicelogin",
  },
});
const notOpenedTitle = words.error["browser-not-opened"].title;
const notOpened = fail({ kind: "browser-not-opened" });

test("from a code, the browser is asked for by name", async ({ open }) => {
  const { page, asked } = await open({ state: code });
  await page.getByRole("button", { name: "Use the browser instead" }).click();
  expect(await asked()).toEqual([{ name: "signInWithBrowser", input: undefined }]);
});

test("a page of the code that does not open says so, until it does", async ({ open }) => {
  const { page, answer } = await open({ state: code, answers: { reopenSignInPage: notOpened } });
  const problem = page.locator("main").getByText(notOpenedTitle);
  await page.getByRole("button", { name: "Open the page here" }).click();
  await expect(problem).toBeVisible();
  await expect(page.getByRole("alert").first()).toContainText(notOpenedTitle);
  await answer("reopenSignInPage", { ok: true, value: undefined });
  await page.getByRole("button", { name: "Open the page here" }).click();
  await expect(problem).toHaveCount(0);
});

/** What a press here fails with, which nothing else on the screen says. */
const quiet = {
  "copy the code": [code, "Copy code", "copySignInCode", "clipboard-busy"],
  "copy the address": [waits(), "Copy the sign-in address", "copySignInAddress", "clipboard-busy"],
  "copy the address of a browser that did not open": [
    failedWith({ kind: "browser-not-opened" }),
    "Copy the sign-in address",
    "copySignInAddress",
    "clipboard-busy",
  ],
  "open Teams for personal accounts": [
    failedWith({ kind: "personal-account", username: null, trace: null }),
    "Meet now on teams.live.com",
    "openPersonalTeams",
    "browser-not-opened",
  ],
  "begin with the sample": [
    appState({ organisations: [], accounts: [], session: { kind: "signed-out", error: null } }),
    "Try the sample organisation",
    "chooseSampleOrganisation",
    "disk-failed",
  ],
  "save an organisation": [
    appState({ organisations: [], accounts: [], session: { kind: "signed-out", error: null } }),
    "Continue to sign-in",
    "saveOrganisation",
    "disk-failed",
  ],
  "choose who organises": [
    appState({
      organisations: [contoso],
      accounts: [
        { account: megan, key: "1", problem: null },
        { account: alex, key: "2", problem: null },
      ],
      view: "home",
    }),
    /Alex Okafor/u,
    "chooseAccount",
    "disk-failed",
  ],
} as const;

for (const [what, [state, name, request, kind]] of Object.entries(quiet))
  test(`what fails is seen, and heard at once: ${what}`, async ({ open }) => {
    const { page } = await open({ state, answers: { [request]: fail({ kind }) } });
    if (request === "chooseAccount") {
      await page.locator("#organiser").click();
      await page.getByRole("menuitemradio", { name }).click();
    } else await page.getByRole("button", { name }).click();
    const { title, sentence } = words.error[kind];
    await expect(page.getByText(`${title}. ${sentence}`)).toBeVisible();
    await expect(page.locator(".visually-hidden[role=alert]")).toContainText(title);
  });
