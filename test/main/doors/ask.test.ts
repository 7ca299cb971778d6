import { describe, expect, test } from "vitest";

import { type AppError, fail, ok, type Result } from "../../../main/contract/errors.ts";
import {
  type Call,
  type Handlers,
  requestNames,
} from "../../../main/contract/requests/vocabulary.ts";
import { createAsk } from "../../../main/doors/ask.ts";
import { memoryLog } from "../../fakes/memory-log.ts";

/** Handlers that do nothing but say what was asked, and answer all the same. */
function setUp(answer: Result<undefined> = ok(undefined)) {
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
  const ask = createAsk({ handlers, showPopup: () => void asked.push("popup"), log });
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
