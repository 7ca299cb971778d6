import type { Page } from "@playwright/test";

import type { AppError } from "../../main/contract/errors.ts";
import type { AppState } from "../../main/contract/state.ts";
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

function signInAgain(): AppError {
  return { kind: "sign-in-again", reason: null, trace };
}
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
  "not-saved": {
    sees: [shows("notice.unsavedTitle"), shows("notice.unsavedDisk")],
    recent,
    unsaved: { kind: "disk-failed" },
  },
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
  china: { sees: [shows("home.cloudLacks")], organisations: [{ ...contoso, cloud: "china" }] },
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
