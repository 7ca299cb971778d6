import { describe, expect, test } from "vitest";

import type { Command } from "../../../main/doors/command.ts";
import { createRunCommand } from "../../../main/doors/run-command.ts";
import { type AppError, fail, ok, type Result } from "../../../main/contract/errors.ts";
import { type Handlers, requestNames } from "../../../main/contract/ipc.ts";
import { memoryLog } from "../../fakes/memory-log.ts";

/** Handlers that do nothing but say what was asked, and answer all the same. */
function setUp(answer: Result<undefined> = ok(undefined)) {
  const asked: unknown[] = [];
  const { log, lines } = memoryLog();
  const say = (name: string) => async (input?: unknown) => {
    asked.push(input === undefined ? name : [name, input]);
    return answer;
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one function stands for all of them
  const handlers = Object.fromEntries(requestNames.map((name) => [name, say(name)])) as Handlers;
  const runCommand = createRunCommand({
    handlers,
    showPopup: () => void asked.push("popup"),
    copyLatest: say("copyLatest"),
    snoozeReminder(id) {
      asked.push(["snoozeReminder", id]);
      return answer;
    },
    quit: () => void asked.push("quit"),
    log,
  });
  return { runCommand, asked, lines };
}

describe("a command", () => {
  test.each<[Command, unknown]>([
    [{ name: "meetNow" }, ["meetNow", { again: false }]],
    [{ name: "meetNowAgain" }, ["meetNow", { again: true }]],
    [{ name: "copyRoom" }, "copyRoom"],
    [{ name: "cancelCreation" }, "cancelCreation"],
    [{ name: "undoCreation" }, "undoCreation"],
    [{ name: "copyLatest" }, "copyLatest"],
    [{ name: "copyMeeting", id: "m" }, ["copyMeeting", { id: "m", format: null }]],
    [
      { name: "copyMeeting", id: "m", format: "markdown" },
      ["copyMeeting", { id: "m", format: "markdown" }],
    ],
    [{ name: "openMeeting", id: "m" }, ["openMeeting", { id: "m", where: "teams" }]],
    [{ name: "joinUpcoming", id: "e" }, ["joinUpcoming", { id: "e" }]],
    [{ name: "snoozeReminder", id: "e" }, ["snoozeReminder", "e"]],
    [{ name: "signIn" }, ["signIn", { accountId: null }]],
    [{ name: "cancelSignIn" }, "cancelSignIn"],
    [{ name: "addAccount", organisationId: "o" }, ["addAccount", { organisationId: "o" }]],
    [{ name: "chooseAccount", accountId: "a" }, ["chooseAccount", { accountId: "a" }]],
    // From outside the window nobody is asked whether to sign out of everything at Microsoft.
    [{ name: "signOut", accountId: "a" }, ["signOut", { accountId: "a", atMicrosoft: false }]],
    [{ name: "useSample" }, "chooseSampleOrganisation"],
    [{ name: "openSettings" }, "openSettings"],
    [{ name: "openPopup" }, "popup"],
    [{ name: "setUp" }, "popup"],
    [{ name: "quit" }, "quit"],
  ])("%j is %j, and nothing more", async (command, expected) => {
    const { runCommand, asked, lines } = setUp();
    await runCommand(command);
    expect(asked).toEqual([expected]);
    expect(lines).toEqual([]);
  });

  test.each(["schedule", "join"] as const)("to %s shows the form, then the popup", async (name) => {
    const { runCommand, asked } = setUp();
    await runCommand({ name });
    expect(asked).toEqual([["navigate", { view: name }], "popup"]);
  });

  test("to what is above the lists shows Home, then the popup", async () => {
    const { runCommand, asked } = setUp();
    await runCommand({ name: "openHome" });
    expect(asked).toEqual([["navigate", { view: "home" }], "popup"]);
  });
});

describe("a command that fails", () => {
  test.each<AppError["kind"]>(["not-signed-in", "clipboard-busy", "cloud-lacks-meetings"])(
    "by %s opens the popup, which says it",
    async (kind) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- these kinds have no more members
      const { runCommand, asked, lines } = setUp(fail({ kind } as AppError));
      await runCommand({ name: "meetNow" });
      expect(asked).toEqual([["meetNow", { again: false }], "popup"]);
      expect(lines.join()).toContain(kind);
    },
  );

  test("by what a notification tells opens nothing", async () => {
    const { runCommand, asked } = setUp(fail({ kind: "offline", trace: null }));
    await runCommand({ name: "meetNow" });
    expect(asked).toEqual([["meetNow", { again: false }]]);
  });
});
