import { claimsOf } from "../../main/contract/offers/creation-offers.ts";
import { fail } from "../../main/contract/errors.ts";
import type { Creation, Failed } from "../../main/contract/meeting.ts";
import type { AppState } from "../../main/contract/state.ts";
import { created, creating, failed } from "../fakes/a-creation.ts";
import { checkLooks } from "./looks.ts";
import { expect, type Stage, test } from "./stage.ts";
import { shows, showsData } from "./stage/sights.ts";
import { appState, meeting, megan, mockNow } from "./stage-state.ts";

const trace = {
  status: 503,
  code: "ServiceUnavailable",
  requestId: "r",
  clientRequestId: "c",
  attempts: 5,
  at: "2026-11-23T12:52:00Z",
};
const noAnswer = { kind: "no-answer", trace } as const;
const busy = {
  kind: "throttled",
  retryAfterSeconds: 3_600,
  retryAt: mockNow + 3_600_000,
  trace,
} as const;
const signInAgain = { kind: "sign-in-again", reason: null, trace } as const;
const blocked = { kind: "sign-in-again", reason: "blocked-by-policy", trace } as const;

const unsure = { outcome: "unsure" } as const;
const ofEvent = { meetingKind: "event", inviteeCount: 3 } as const;
const expired = { session: { kind: "expired", account: megan, error: signInAgain } } as const;

const guarded = meeting({
  lobby: "organization",
  asked: { lobby: "organizer", presenters: "organizer" },
  differences: [
    { option: "lobby", asked: "organizer", got: "organization" },
    { option: "presenters", asked: "organizer", got: null },
  ],
  optionsFailed: true,
});

/** What came of it, and what else is so then: the same on Home and in the form. */
const failures: Readonly<Record<string, { failure: Failed; changes?: Partial<AppState> }>> = {
  "not-created": { failure: failed(noAnswer) },
  "nobody-invited": { failure: failed(noAnswer, ofEvent) },
  unsure: { failure: failed(noAnswer, unsure) },
  "unsure-event": { failure: failed(noAnswer, { ...unsure, ...ofEvent }) },
  "link-not-ready": { failure: failed({ kind: "link-not-ready" }, { ...unsure, ...ofEvent }) },
  "unsure-change": { failure: failed(noAnswer, { outcome: "unsure-change" }) },
  "old-link-cleared": { failure: failed(noAnswer, { clipboard: "old-link-cleared" }) },
  "not-ended": { failure: failed(noAnswer, { outcome: "not-ended" }) },
  busy: { failure: failed(busy) },
  "sign-in": { failure: failed(signInAgain), changes: expired },
  blocked: { failure: failed(blocked) },
  "no-licence": { failure: failed({ kind: "not-allowed", trace }) },
};
/** Whatever else the card says. */
const told = (failure: Failed) => claimsOf(failure).map((claim) => shows(`claim.${claim}`));

const recent = [meeting({ id: "m-2", subject: "Design review", createdAt: mockNow - 7_200_000 })];

for (const [name, { failure, changes }] of Object.entries(failures))
  test(`failure-${name}: accessible, nothing cut off`, async ({ open }) => {
    const shown = { ...changes, creation: failure, recent };
    await checkLooks(
      `failure-${name}`,
      await open({ state: appState(shown) }),
      shown,
      told(failure),
    );
  });

for (const [name, changes] of Object.entries({
  held: { copied: false, isHeld: true, unset: noAnswer },
  "held-copied": { copied: true, isHeld: false, unset: noAnswer },
}))
  test(`failure-${name}: accessible, nothing cut off`, async ({ open }) => {
    const shown = { creation: created(guarded, changes) };
    await checkLooks(`failure-${name}`, await open({ state: appState(shown) }), shown, [
      shows(name === "held" ? "created.heldSentence" : "created.title"),
    ]);
  });

test("failure-details: accessible, nothing cut off", async ({ open }) => {
  const ids = { requestId: crypto.randomUUID(), clientRequestId: crypto.randomUUID() };
  const creation = failed({ kind: "not-allowed", trace: { ...trace, ...ids } });
  const stage = await open({ state: appState({ creation }) });
  await stage.page.getByRole("button", { name: "Details for support" }).click();
  const sees = [showsData(ids.requestId), shows("failed.details.clientRequestId")];
  await checkLooks("failure-details", stage, { creation }, sees);
});

test("details are unfolded, copied and folded by keys; what helps stands above them", async ({
  open,
}) => {
  const creation = failed({ kind: "not-allowed", trace });
  const { page, asked } = await open({ state: appState({ creation }) });
  const fold = page.getByRole("button", { name: "Details for support" });
  await expect(page.getByText("ServiceUnavailable")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Use another account" })).toBeVisible();
  await fold.press("Enter");
  await expect(fold).toHaveAttribute("aria-expanded", "true");
  await expect(page.getByText("503 ServiceUnavailable")).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Copy details" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").first()).toContainText("Details copied");
  await fold.press("Space");
  await expect(page.getByText("503 ServiceUnavailable")).toHaveCount(0);
  expect((await asked()).map(({ name }) => name)).toEqual(["copyErrorDetails"]);
});

test("of an error without a trace there is what it is, and of which app", async ({ open }) => {
  const creation = failed({ kind: "offline", trace: null });
  const { page } = await open({ state: appState({ creation }) });
  await page.getByRole("button", { name: "Details for support" }).click();
  await expect(page.getByRole("definition")).toHaveText(["offline", "Quick Meeting 0.1.0"]);
});

const view = { view: "schedule" } as const;
const answers = { schedule: fail(noAnswer) };

/** The form was sent; `then` says what main made of it. */
async function send({ page, asked, show }: Stage, then: Partial<AppState>): Promise<AppState> {
  await page.getByLabel("Subject").fill("Northwind review");
  await page.locator("footer button[type=submit]").click();
  await expect.poll(async () => sent(await asked())).toHaveLength(1);
  const state = appState({ ...view, ...then, ...ofDraft(then, sent(await asked())[0]) });
  await show(state);
  return state;
}

/** Another failure of the same draft. */
async function again({ asked }: Stage, next: (typeof failures)[string] | undefined) {
  const then = { ...next?.changes, ...(next ? { creation: next.failure } : {}) };
  return appState({ ...view, ...then, ...ofDraft(then, sent(await asked())[0]) });
}

const sent = (asked: readonly { readonly name: string; readonly input: unknown }[]) =>
  asked
    .filter(({ name }) => name === "schedule")
    .map(({ input }) => String(Reflect.get(Object(input), "draftId")));

function ofDraft({ creation }: Partial<AppState>, draftId = ""): { creation?: Creation } {
  if (creation?.kind === "failed" || creation?.kind === "creating")
    return { creation: { ...creation, draftId } };
  return {};
}

for (const [name, { failure, changes }] of Object.entries(failures))
  test(`form-${name}: accessible, nothing cut off`, async ({ open }) => {
    const stage = await open({ state: appState(view), answers });
    const state = await send(stage, { ...changes, creation: failure });
    await expect(stage.page.locator("footer").getByRole("heading")).toBeVisible();
    await checkLooks(`form-${name}`, stage, state, told(failure));
  });

test("form-waiting: accessible, nothing cut off", async ({ open }) => {
  const stage = await open({ state: appState(view), answers });
  const creation = creating({ retryAt: mockNow + 12_000, reason: "throttled" });
  const state = await send(stage, { creation });
  await expect(stage.page.locator("footer")).toContainText("Trying again in 12 s.");
  await checkLooks("form-waiting", stage, state, [shows("creating.busy", { seconds: 12 })]);
});

test("form-changed: accessible, nothing cut off", async ({ open }) => {
  const stage = await open({ state: appState(view), answers });
  const state = await send(stage, { creation: failed(noAnswer, unsure) });
  await stage.page.getByLabel("Subject").fill("Northwind review, second try");
  await expect(stage.page.locator("footer")).toContainText("No second meeting is made.");
  await checkLooks("form-changed", stage, state, [shows("schedule.changesMade")]);
});

test("the form's button sends the same draft again, and says what it does", async ({ open }) => {
  const stage = await open({ state: appState(view), answers });
  await send(stage, { creation: failed(noAnswer, unsure) });
  const button = stage.page.locator("footer button[type=submit]");
  await expect(button).toContainText("Check now");
  await button.click();
  await expect.poll(async () => sent(await stage.asked())).toHaveLength(2);
  await stage.page.getByLabel("Subject").fill("Another");
  await expect(button).toContainText("Create and copy link");
  await button.click();
  await expect.poll(async () => sent(await stage.asked())).toHaveLength(3);
  expect(new Set(sent(await stage.asked())).size).toBe(1);
});

test("what helps is the filled button: to sign in is, where the form's own would fail again", async ({
  open,
}) => {
  const stage = await open({ state: appState(view), answers });
  const filled = stage.page.locator("[data-primary]");
  await send(stage, { creation: failed(noAnswer, unsure) });
  await expect(filled).toContainText(["Check now"]);
  await stage.show(await again(stage, failures["sign-in"]));
  await expect(filled).toHaveText(["Sign in"]);
  await expect(stage.page.locator("footer button[type=submit]")).toBeEnabled();
});

for (const height of [560, 440, 280])
  test(`the form is still there below ${height} pixels, and its last field can be reached`, async ({
    open,
  }) => {
    // As low as the popup is on a small screen, and as with text of 200 %.
    const viewport = { width: height === 280 ? 240 : 380, height };
    const stage = await open({ state: appState(view), answers, viewport });
    const { page } = stage;
    await send(stage, { creation: failed(noAnswer, { ...unsure, ...ofEvent }) });
    await expect(page.locator("footer").getByRole("heading")).toBeVisible();
    const room = await page.locator("main").boundingBox();
    // Two fields with their labels.
    expect(room?.height).toBeGreaterThanOrEqual(120);
    for (const field of [
      page.getByLabel("Time zone"),
      page.getByRole("button", { name: /Options/u }),
    ]) {
      await field.scrollIntoViewIfNeeded();
      await field.click({ trial: true });
    }
    await page.getByRole("button", { name: "Details for support" }).click();
    await page.getByRole("button", { name: "Copy details" }).click();
    await page.locator("footer button[type=submit]").click();
    await expect.poll(async () => sent(await stage.asked())).toHaveLength(2);
  });

test("a failure in the form is told once, and the focus stays where it is", async ({ open }) => {
  const stage = await open({ state: appState(view), answers });
  await send(stage, { creation: failed(noAnswer, { ...unsure, ...ofEvent }) });
  await expect(stage.page.getByRole("alert").first()).toHaveText(
    "We couldn't confirm the event. There may be a meeting. Invitations may have gone out. Your clipboard is unchanged.",
  );
  await expect(stage.page.locator("footer button[type=submit]")).toBeFocused();
});

test("what Microsoft asked to wait for is no button until then", async ({ open }) => {
  const stage = await open({ state: appState({ creation: failed(busy) }) });
  const { page } = stage;
  await expect(page.getByText("Quick Meeting tries again at 14:52.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(0);
  await page.clock.setFixedTime(mockNow + 3_600_000);
  await page.getByRole("button", { name: "Try again" }).click();
  expect((await stage.asked()).map(({ name }) => name)).toContain("retryCreation");
  await page.clock.setFixedTime(mockNow);
});
