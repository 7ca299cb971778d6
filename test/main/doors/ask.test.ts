import { describe, expect, test } from "vitest";

import { type AppError, fail, ok, type Result } from "../../../main/contract/errors.ts";
import type { Call } from "../../../main/contract/requests/vocabulary.ts";
import { createAsk } from "../../../main/doors/ask.ts";
import { defaultSettings } from "../../../main/contract/settings.ts";
import type { AppState } from "../../../main/contract/state.ts";
import { initialState } from "../../../main/shell/initial-state.ts";
import { created } from "../../fakes/a-creation.ts";
import { aMeeting } from "../../fakes/a-meeting.ts";
import { environment } from "../../fakes/environment.ts";
import { memoryLog } from "../../fakes/memory-log.ts";
import { oneHandlerForAll } from "../../fakes/one-handler-for-all.ts";

const before = initialState(environment, defaultSettings);

/** Handlers that do nothing but say what was asked, and answer all the same. */
function setUp(
  answer: Result<undefined> | Error = ok(undefined),
  state: AppState = before,
  after: AppState = state,
) {
  const asked: unknown[] = [];
  const { log, lines } = memoryLog();
  let now = state;
  const handlers = oneHandlerForAll(async (...call) => {
    asked.push(call);
    now = after;
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const ask = createAsk({
    handlers,
    begun: Promise.resolve(),
    state: () => now,
    showPopup: () => void asked.push("popup"),
    tell: (error) => void asked.push(error),
    newReference: () => "reference",
    log,
  });
  return { ask, asked, lines };
}

test("what a door asks for reaches the handler with what it takes, and nothing more", async () => {
  const { ask, asked, lines } = setUp();
  await ask("tray", { name: "copyMeeting", input: { id: "m", format: "markdown" } });
  await ask("commandLine", { name: "copyRoom" });
  await ask("notification", { name: "snoozeReminder", input: { id: "e" } });
  expect(asked).toEqual([
    ["copyMeeting", { id: "m", format: "markdown" }],
    ["copyRoom"],
    ["snoozeReminder", { id: "e" }],
  ]);
  expect(lines).toEqual([]);
});

test("what is not of the door is not done, whatever the types were told", async () => {
  const { ask, asked, lines } = setUp();
  // @ts-expect-error -- only a window forgets everything
  const forgetting: Call<"tray"> = { name: "forgetEverything" };
  await ask("tray", forgetting);
  // @ts-expect-error -- nothing but the tray copies the latest
  await ask("commandLine", { name: "copyLatest" });
  expect(asked).toEqual([]);
  expect(lines.join()).toMatch(/forgetEverything.*copyLatest/u);
});

/** As `error`, with what some kinds have besides. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the kinds asked for here have no other members
const aError = (kind: AppError["kind"]) => ({ kind, trace: null }) as AppError;
const account = {
  id: "megan",
  organisationId: "own",
  name: "Megan Bowen",
  username: "megan@contoso.com",
  kind: "member",
} as const;
const signedIn: AppState = { ...before, session: { kind: "signed-in", account } };
const inChina: AppState = {
  ...signedIn,
  organisations: [{ kind: "own", id: "own", clientId: "", tenant: "", cloud: "china" }],
};
const locked = aError("keyring-locked");
const meetNow = { name: "meetNow", input: { again: false } } as const;

describe("a request that is refused", () => {
  test.each<[AppError["kind"], AppState]>([
    ["not-signed-in", before],
    ["not-set-up", before],
    ["cloud-lacks-meetings", inChina],
    ["files-not-deleted", { ...before, forgotten: "incomplete" }],
    ["keyring-locked", { ...before, session: { kind: "signed-out", error: locked } }],
    [
      "sign-in-again",
      { ...before, session: { kind: "expired", account, error: aError("sign-in-again") } },
    ],
  ])("by %s opens the popup, which says it", async (kind, state) => {
    const { ask, asked, lines } = setUp(fail(aError(kind)), state);
    await ask("shortcut", meetNow);
    expect(asked).toEqual([["meetNow", { again: false }], "popup"]);
    expect(lines.join()).toContain(kind);
  });

  test.each<[AppError["kind"], AppState]>([
    ["browser-not-opened", signedIn],
    ["unknown-meeting", before],
    ["meeting-gone", signedIn],
    ["disk-failed", signedIn],
    ["offline", signedIn],
    // Somebody else is in sight there.
    ["not-signed-in", signedIn],
    ["not-set-up", inChina],
    ["cloud-lacks-meetings", signedIn],
    ["clipboard-busy", signedIn],
    ["browser-not-opened", { ...signedIn, popupShown: true }],
  ])("by %s, which the popup does not say, is told", async (kind, state) => {
    const { ask, asked } = setUp(fail(aError(kind)), state);
    await ask("tray", { name: "joinUpcoming", input: { id: "e" } });
    expect(asked.slice(1)).toEqual([aError(kind)]);
  });

  const failedCard = {
    kind: "failed",
    error: aError("offline"),
    outcome: "not-created",
    intentId: "i",
    draftId: null,
    meetingKind: "link",
    inviteeCount: 0,
    clipboard: "unchanged",
  } as const;
  const pictures: readonly Partial<AppState>[] = [
    { creation: failedCard },
    { signIn: { kind: "failed", error: aError("offline"), adminMessage: null } },
  ];

  test.each(pictures)("is not told twice where the picture has it: %j", async (picture) => {
    const failed = { ...signedIn, ...picture };
    const fresh = setUp(fail(aError("offline")), signedIn, failed);
    await fresh.ask("shortcut", meetNow);
    expect(fresh.asked).toHaveLength(1);
    // What it had before is no news of this one, and another error is not this one.
    const old = setUp(fail(aError("offline")), failed);
    await old.ask("shortcut", meetNow);
    expect(old.asked.slice(1)).toEqual([aError("offline")]);
    const other = setUp(fail(aError("disk-failed")), signedIn, failed);
    await other.ask("shortcut", meetNow);
    expect(other.asked.slice(1)).toEqual([aError("disk-failed")]);
  });

  test("because the person ended it is no news", async () => {
    const { ask, asked } = setUp(fail({ kind: "cancelled" }));
    await ask("tray", meetNow);
    expect(asked).toHaveLength(1);
  });
});

test.each(["tray", "shortcut", "notification", "commandLine"] as const)(
  "a request of the door %s that breaks is told under a reference, and the log has no words of it",
  async (door) => {
    const { ask, asked, lines } = setUp(new TypeError("megan@contoso.com"), signedIn);
    await ask(door, meetNow);
    const reference = { kind: "unexpected", reference: "reference", trace: null };
    expect(asked.slice(1)).toEqual([reference]);
    expect(lines.join()).toMatch(/meetNow.*reference.*TypeError/u);
    expect(lines.join()).not.toContain("contoso");
  },
);

describe("a link that the clipboard did not take", () => {
  const made = { ...created(aMeeting({ id: "m" })), copied: false };

  test("is shown after a press from outside, to be copied by hand", async () => {
    const { ask, asked } = setUp(ok(undefined), { ...before, creation: made });
    await ask("shortcut", meetNow);
    expect(asked).toEqual([["meetNow", { again: false }], "popup"]);
  });

  test("opens nothing while it is held back, or on the clipboard, or in sight", async () => {
    for (const state of [
      { ...before, creation: { ...made, isHeld: true } },
      { ...before, creation: { ...made, copied: true } },
      { ...before, creation: made, popupShown: true },
    ]) {
      const { ask, asked } = setUp(ok(undefined), state);
      await ask("tray", meetNow);
      expect(asked).toEqual([["meetNow", { again: false }]]);
    }
  });

  test("of one's own room that was just made is shown too, but not one of an earlier press", async () => {
    const now = setUp(ok(undefined), signedIn, { ...signedIn, creation: made });
    await now.ask("commandLine", { name: "copyRoom" });
    expect(now.asked).toEqual([["copyRoom"], "popup"]);
    const earlier = setUp(ok(undefined), { ...signedIn, creation: made });
    await earlier.ask("tray", { name: "copyRoom" });
    expect(earlier.asked).toEqual([["copyRoom"]]);
  });

  test.each<[Call<"tray">, string]>([
    [{ name: "copyMeeting", input: { id: "m", format: null } }, "m"],
    [{ name: "copyLatest" }, "latest"],
    [{ name: "copyRoom" }, "room"],
  ])("of %j is shown with its meeting", async (call, meetingId) => {
    const recent = [aMeeting({ id: "leaving" }), aMeeting({ id: "latest" })];
    const leaving = [{ id: "leaving", endsAt: 0 }];
    const state = { ...before, recent, leaving, room: aMeeting({ id: "room" }) };
    const { ask, asked } = setUp(fail({ kind: "clipboard-busy" }), state);
    await ask("tray", call);
    expect(asked.slice(1)).toEqual([["navigate", { view: "details", meetingId }], "popup"]);
  });
});
