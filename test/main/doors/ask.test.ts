import { describe, expect, test } from "vitest";

import { type AppError, fail, ok, type Result } from "../../../main/contract/errors.ts";
import {
  type Call,
  type Handlers,
  requestNames,
} from "../../../main/contract/requests/vocabulary.ts";
import { createAsk } from "../../../main/doors/ask.ts";
import { defaultSettings } from "../../../main/contract/settings.ts";
import type { AppState } from "../../../main/contract/state.ts";
import { initialState } from "../../../main/shell/initial-state.ts";
import { created } from "../../fakes/a-creation.ts";
import { aMeeting } from "../../fakes/a-meeting.ts";
import { environment } from "../../fakes/environment.ts";
import { memoryLog } from "../../fakes/memory-log.ts";

const before = initialState(environment, defaultSettings);

/** Handlers that do nothing but say what was asked, and answer all the same. */
function setUp(answer: Result<undefined> = ok(undefined), state: AppState = before) {
  const asked: unknown[] = [];
  const { log, lines } = memoryLog();
  const say =
    (name: string) =>
    async (...input: unknown[]) => {
      asked.push([name, ...input]);
      return answer;
    };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one function stands for all of them
  const handlers = Object.fromEntries(requestNames.map((name) => [name, say(name)])) as Handlers;
  const ask = createAsk({
    handlers,
    state: () => state,
    showPopup: () => void asked.push("popup"),
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

describe("a request that fails", () => {
  test.each<AppError["kind"]>(["not-signed-in", "clipboard-busy", "cloud-lacks-meetings"])(
    "by %s opens the popup, which says it",
    async (kind) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- these kinds have no more members
      const { ask, asked, lines } = setUp(fail({ kind } as AppError));
      await ask("shortcut", { name: "meetNow", input: { again: false } });
      expect(asked).toEqual([["meetNow", { again: false }], "popup"]);
      expect(lines.join()).toContain(kind);
    },
  );

  test("by what a notification tells opens nothing", async () => {
    const { ask, asked } = setUp(fail({ kind: "offline", trace: null }));
    await ask("shortcut", { name: "meetNow", input: { again: false } });
    expect(asked).toEqual([["meetNow", { again: false }]]);
  });
});

describe("a link that the clipboard did not take", () => {
  const made = { ...created(aMeeting({ id: "m" })), copied: false };
  const meetNow = { name: "meetNow", input: { again: false } } as const;

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

  test.each<[Call<"tray">, string]>([
    [{ name: "copyMeeting", input: { id: "m", format: null } }, "m"],
    [{ name: "copyLatest" }, "latest"],
    [{ name: "copyRoom" }, "room"],
  ])("of %j is shown with its meeting", async (call, meetingId) => {
    const recent = [aMeeting({ id: "latest" })];
    const state = { ...before, recent, room: aMeeting({ id: "room" }) };
    const { ask, asked } = setUp(fail({ kind: "clipboard-busy" }), state);
    await ask("tray", call);
    expect(asked.slice(1)).toEqual([["navigate", { view: "details", meetingId }], "popup"]);
  });
});
