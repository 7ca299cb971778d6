import type { Page } from "@playwright/test";

import type { AppError, SignInRefusal } from "../../main/contract/errors.ts";
import type { AdminMessage, AppState } from "../../main/contract/state.ts";
import { created, creating, failed } from "../fakes/a-creation.ts";
import { checkLooks, overflow } from "./looks.ts";
import { expect, type StageOptions, test } from "./stage.ts";
import { appState, contoso, meeting, megan, mockNow } from "./stage-state.ts";

const trace = {
  status: 403,
  code: "Forbidden",
  requestId: "r",
  clientRequestId: "c",
  attempts: 1,
  at: "2026-11-23T12:52:00Z",
};
const account = megan;
const alex = { ...megan, id: "alex", name: "Alex Okafor", username: "alex@fabrikam.example" };
const guest = { ...megan, id: "lee", name: "Lee Gu", kind: "guest" } as const;
const fabrikam = { ...contoso, id: "fabrikam", tenant: "fabrikam.example" };
const several = {
  organisations: [contoso, fabrikam],
  accounts: [
    { account: megan, key: "1", problem: null },
    { account: { ...alex, organisationId: "fabrikam" }, key: "2", problem: signInAgain() },
    { account: guest, key: "3", problem: null },
  ],
};
const recent = [
  meeting(),
  meeting({ id: "m-2", subject: "Fabrikam contract call", createdAt: mockNow - 7_200_000 }),
  meeting({ id: "m-3", subject: "Interview: UX writer", createdAt: mockNow - 3 * 86_400_000 }),
];

function signInAgain(): AppError {
  return { kind: "sign-in-again", reason: null, trace };
}
function refusedFor(
  reason: SignInRefusal,
  adminMessage: AdminMessage | null = null,
): Partial<AppState> {
  const error: AppError = { kind: "sign-in-refused", reason, trace };
  return { signIn: { kind: "failed", error, adminMessage } };
}

/** Every screen a person can see. */
const views: Readonly<Record<string, Partial<AppState> & { window?: StageOptions["window"] }>> = {
  home: { recent },
  "home-empty": {},
  creating: {
    creation: creating({ startedAt: mockNow - 5_000 }),
  },
  throttled: {
    creation: creating({
      startedAt: mockNow,
      retryAt: mockNow + 12_000,
      reason: "throttled",
    }),
  },
  created: {
    recent,
    creation: created(meeting()),
  },
  "created-not-copied": {
    recent,
    creation: created(meeting(), { copied: false }),
  },
  undone: { creation: { kind: "ended", clipboardCleared: true } },
  "failed-not-allowed": { recent, creation: failed({ kind: "not-allowed", trace }) },
  "failed-request-refused": { creation: failed({ kind: "request-refused", trace }) },
  "failed-offline": { creation: failed({ kind: "offline", trace: null }) },
  "failed-unsure": {
    creation: failed({ kind: "no-answer", trace }, { outcome: "unsure" }),
  },
  offline: { recent, online: false },
  "memory-only": { recent, protection: "memory-only" },
  expired: {
    recent,
    session: { kind: "expired", account, error: signInAgain() },
  },
  "expired-by-policy": {
    recent,
    session: {
      kind: "expired",
      account,
      error: { kind: "sign-in-again", reason: "blocked-by-policy", trace },
    },
  },
  schedule: { view: "schedule" },
  "account-switcher": { recent, ...several },
  "signed-out": { session: { kind: "signed-out", error: null } },
  "signed-out-locked": { session: { kind: "signed-out", error: { kind: "keyring-locked" } } },
  approval: refusedFor("admin-approval-needed", {
    subject: "Approval request: Quick Meeting",
    body: "Hello,\n\nplease approve the app.\n\nClient ID: 3f2a0f0e-5f0a-4a5e-9d0b-2f0d3a8c1b2c",
  }),
  registration: refusedFor("redirect-missing", { subject: "A change", body: "Hello," }),
  "blocked-by-policy": refusedFor("blocked-by-policy"),
  "account-disabled": refusedFor("account-disabled"),
  "tenant-wrong": refusedFor("app-or-organisation-not-found"),
  "not-this-account": refusedFor("account-not-in-organisation"),
  "personal-account": {
    signIn: {
      kind: "failed",
      adminMessage: null,
      error: { kind: "personal-account", username: "megan.b@outlook.com", trace: null },
    },
  },
  guest: { signIn: { kind: "failed", adminMessage: null, error: { kind: "guest-account" } } },
  "timed-out": {
    signIn: { kind: "failed", adminMessage: null, error: { kind: "sign-in-timed-out" } },
  },
  waiting: {
    signIn: {
      kind: "browser",
      username: "megan@contoso.com",
      deadlineAt: mockNow + 272_000,
      browser: "open",
      redeeming: false,
    },
  },
  "browser-not-opened": {
    signIn: {
      kind: "browser",
      username: null,
      deadlineAt: mockNow + 272_000,
      browser: "not-opened",
      redeeming: false,
    },
  },
  code: {
    signIn: {
      kind: "code",
      username: null,
      deadlineAt: mockNow + 872_000,
      userCode: "G7KQM2XDL",
      page: "https://microsoft.com/devicelogin",
    },
  },
  proxy: { proxyLogin: { host: "proxy.contoso.com", port: 8080, again: true } },
  china: { organisations: [{ ...contoso, cloud: "china" }] },
  "first-run": { organisations: [], accounts: [], session: { kind: "signed-out", error: null } },
  "settings-accounts": { window: "settings", ...several },
  "settings-weak": {
    window: "settings",
    protection: "weak",
    settings: { ...appState().settings, keepWithoutKeyring: true },
  },
  "settings-organisations": { window: "settings", organisations: [{ kind: "sample", id: "s" }] },
  "settings-general": { window: "settings" },
};

/** What is one click away from the first sight of a screen. */
const prepare: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  "account-switcher": (page) => page.locator("#organiser").click(),
  "settings-accounts": (page) => page.getByRole("tab", { name: "Accounts" }).click(),
  "settings-weak": (page) => page.getByRole("tab", { name: "Accounts" }).click(),
};

for (const [name, { window, ...changes }] of Object.entries(views))
  test(`${name}: accessible, nothing cut off`, async ({ open }) => {
    const stage = await open({ state: appState(changes), ...(window ? { window } : {}) });
    await prepare[name]?.(stage.page);
    await checkLooks(name, stage, changes);
  });

test("hostile text of Graph's is text", async ({ open }) => {
  const subject = `<img src=x onerror="document.title='owned'">\u202Emoc.live ${"x".repeat(5_000)}`;
  const hostile = meeting({ subject, passcode: "<script>1</script>" });
  const { page } = await open({
    state: appState({
      recent: [hostile],
      creation: created(hostile),
    }),
  });
  await expect(page.getByText("<script>1</script>")).toBeVisible();
  expect(await page.locator("img").count()).toBe(0);
  expect(await page.title()).not.toBe("owned");
  expect(await overflow(page)).toEqual([]);
});
