import type { Page } from "@playwright/test";

import { adminMessage } from "../../main/auth/sign-in/admin-message.ts";
import { organisationDescriptor } from "../../main/base/clouds.ts";
import type { AppError, SignInRefusal } from "../../main/contract/errors.ts";
import type { AppState } from "../../main/contract/state.ts";
import { createWords } from "../../main/base/words.ts";
import { created, creating, failed } from "../fakes/a-creation.ts";
import { checkLooks, fits } from "./looks.ts";
import { expect, type StageOptions, test } from "./stage.ts";
import { appState, contoso, meeting, megan, mockNow } from "./stage-state.ts";
import { showsData, type Sight, shows, showsRole } from "./stage/sights.ts";

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
const words = await createWords("en");

function signInAgain(): AppError {
  return { kind: "sign-in-again", reason: null, trace };
}
/** With the message that main writes for the admin, where only an admin can help. */
function refusedFor(reason: SignInRefusal): Screen {
  const error: AppError = { kind: "sign-in-refused", reason, trace };
  const message = adminMessage(
    error,
    organisationDescriptor(contoso),
    words,
    new Date(mockNow),
    [],
  );
  return {
    sees: [showsRole("heading", `error.sign-in-refused.${reason}.title`)],
    signIn: { kind: "failed", error, adminMessage: message },
  };
}

const endedIn = (error: AppError): Screen => ({
  sees: [showsRole("heading", `error.${error.kind}.title`)],
  signIn: { kind: "failed", adminMessage: null, error },
});

interface Screen extends Partial<AppState> {
  readonly sees: readonly Sight[];
  readonly window?: StageOptions["window"];
}

/** Every screen a person can see. */
const views: Readonly<Record<string, Screen>> = {
  home: { sees: [shows("home.hint.link"), showsData("Fabrikam contract call")], recent },
  "home-empty": { sees: [shows("home.empty")] },
  creating: {
    sees: [shows("creating.title"), shows("creating.usually")],
    creation: creating({ startedAt: mockNow - 5_000 }),
  },
  throttled: {
    sees: [shows("creating.busy", { seconds: 12 })],
    creation: creating({
      startedAt: mockNow,
      retryAt: mockNow + 12_000,
      reason: "throttled",
    }),
  },
  created: {
    sees: [showsRole("heading", "created.title"), shows("created.meetingId")],
    recent,
    creation: created(meeting()),
  },
  "created-not-copied": {
    sees: [shows("created.notCopied")],
    recent,
    creation: created(meeting(), { copied: false }),
  },
  undone: {
    sees: [shows("created.ended")],
    creation: { kind: "ended", intentId: "m-1", clipboardCleared: true, isShut: true },
  },
  "failed-not-allowed": {
    sees: [showsRole("heading", "error.not-allowed.title")],
    recent,
    creation: failed({ kind: "not-allowed", trace }),
  },
  "failed-request-refused": {
    sees: [showsRole("heading", "error.request-refused.title")],
    creation: failed({ kind: "request-refused", trace }),
  },
  "failed-offline": {
    sees: [showsRole("heading", "error.offline.title")],
    creation: failed({ kind: "offline", trace: null }),
  },
  "failed-unsure": {
    sees: [showsRole("heading", "failed.unsureTitle")],
    creation: failed({ kind: "no-answer", trace }, { outcome: "unsure" }),
  },
  offline: { sees: [shows("notice.offline")], recent, online: false },
  "memory-only": { sees: [shows("notice.memoryTitle")], recent, protection: "memory-only" },
  expired: {
    sees: [shows("error.sign-in-again.title")],
    recent,
    session: { kind: "expired", account, error: signInAgain() },
  },
  "expired-by-policy": {
    sees: [shows("error.sign-in-refused.blocked-by-policy.title")],
    recent,
    session: {
      kind: "expired",
      account,
      error: { kind: "sign-in-again", reason: "blocked-by-policy", trace },
    },
  },
  schedule: {
    sees: [showsRole("heading", "schedule.title"), shows("when.label")],
    view: "schedule",
  },
  "account-switcher": {
    sees: [shows("switcher.title"), showsData("alex@fabrikam.example")],
    recent,
    ...several,
  },
  "signed-out": {
    sees: [showsRole("heading", "signIn.title")],
    session: { kind: "signed-out", error: null },
  },
  "signed-out-locked": {
    sees: [shows("error.keyring-locked.title")],
    session: { kind: "signed-out", error: { kind: "keyring-locked" } },
  },
  approval: refusedFor("admin-approval-needed"),
  registration: refusedFor("redirect-missing"),
  "blocked-by-policy": refusedFor("blocked-by-policy"),
  "account-disabled": refusedFor("account-disabled"),
  "tenant-wrong": refusedFor("app-or-organisation-not-found"),
  "not-this-account": refusedFor("account-not-in-organisation"),
  "personal-account": endedIn({
    kind: "personal-account",
    username: "megan@live.com",
    trace: null,
  }),
  "other-account-came": endedIn({
    kind: "other-account-came",
    asked: megan.username,
    came: { ...megan, username: "alex@contoso.com" },
  }),
  guest: endedIn({ kind: "guest-account" }),
  "timed-out": endedIn({ kind: "sign-in-timed-out" }),
  waiting: {
    sees: [showsRole("heading", "signIn.waitingTitle")],
    signIn: {
      kind: "browser",
      username: "megan@contoso.com",
      deadlineAt: mockNow + 272_000,
      browser: "open",
      redeeming: false,
    },
  },
  "browser-not-opened": {
    sees: [shows("error.browser-not-opened.sentence")],
    signIn: {
      kind: "browser",
      username: null,
      deadlineAt: mockNow + 272_000,
      browser: "not-opened",
      redeeming: false,
    },
  },
  code: {
    sees: [showsRole("heading", "code.heading")],
    signIn: {
      kind: "code",
      username: null,
      deadlineAt: mockNow + 872_000,
      userCode: "G7KQM2XDL",
      page: "https://microsoft.com/devicelogin",
    },
  },
  proxy: {
    sees: [showsRole("heading", "proxy.title")],
    proxyLogin: { host: "proxy.contoso.com", port: 8080, again: true },
  },
  china: { sees: [shows("home.cloudLacks")], organisations: [{ ...contoso, cloud: "china" }] },
  "first-run": {
    sees: [showsRole("heading", "setUp.title")],
    organisations: [],
    accounts: [],
    session: { kind: "signed-out", error: null },
  },
  "settings-accounts": {
    sees: [shows("settings.organiser"), showsData("alex@fabrikam.example")],
    window: "settings",
    ...several,
  },
  "settings-weak": {
    sees: [shows("settings.weakWarning")],
    window: "settings",
    protection: "weak",
    settings: { ...appState().settings, keepWithoutKeyring: true },
  },
  "settings-organisations": {
    sees: [shows("settings.sampleName")],
    window: "settings",
    organisations: [{ kind: "sample", id: "s" }],
  },
  "settings-general": { sees: [shows("settings.theme")], window: "settings" },
};

/** What is one click away from the first sight of a screen. */
const prepare: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  "account-switcher": (page) => page.locator("#organiser").press("Enter"),
  "settings-accounts": (page) => page.getByRole("tab", { name: "Accounts" }).click(),
  "settings-weak": (page) => page.getByRole("tab", { name: "Accounts" }).click(),
};

for (const [name, { window, sees, ...changes }] of Object.entries(views))
  test(`${name}: accessible, nothing cut off`, async ({ open }) => {
    const stage = await open({ state: appState(changes), ...(window ? { window } : {}) });
    await prepare[name]?.(stage.page);
    await checkLooks(name, stage, changes, sees);
  });

test("hostile text of Graph's is text", async ({ open }) => {
  const subject = `<img src=x onerror="document.title='owned'">\u202Emoc.live ${"x".repeat(5_000)}`;
  const hostile = meeting({ subject, passcode: "<script>1</script>" });
  const stage = await open({
    state: appState({
      recent: [hostile],
      creation: created(hostile),
    }),
  });
  const { page } = stage;
  await expect(page.getByText("<script>1</script>")).toBeVisible();
  expect(await page.locator("img").count()).toBe(0);
  expect(await page.title()).not.toBe("owned");
  await fits(stage, "hostile text");
});
