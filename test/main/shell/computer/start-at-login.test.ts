import { describe, expect, test } from "vitest";

import { ok } from "../../../../main/contract/errors.ts";
import type { AppState } from "../../../../main/contract/state.ts";
import { createStartAtLogin } from "../../../../main/shell/computer/start-at-login.ts";
import { aLoginItem } from "../../../fakes/a-login-item.ts";
import { memoryLog } from "../../../fakes/memory-log.ts";

type State = AppState["startAtLogin"];
const refused = { ok: false, error: { kind: "start-at-login-refused" } };

function open(state: State) {
  const loginItem = aLoginItem(state);
  const shown: (State | undefined)[] = [];
  const { log, lines } = memoryLog();
  const publish = (facts: Partial<Pick<AppState, "startAtLogin">>) =>
    void shown.push(facts.startAtLogin);
  return { ...createStartAtLogin({ loginItem, publish, log }), loginItem, shown, lines };
}

test("what the system says is shown, each time anew", () => {
  const { start, look, loginItem, shown } = open("off");
  start();
  expect(loginItem.mends).toBe(1);
  loginItem.state = "off-in-system";
  look();
  expect(shown).toEqual(["off", "off-in-system"]);
});

test("it is switched on and off", () => {
  const { set, shown } = open("off");
  expect(set(true)).toEqual(ok(undefined));
  expect(set(false)).toEqual(ok(undefined));
  expect(shown.at(-1)).toBe("off");
});

describe("a system that decides itself", () => {
  test.each<State>(["off-in-system", "for-everybody", "unavailable"])(
    "and says %s is not overruled, whatever a window asks for",
    (state) => {
      const { set, loginItem } = open(state);
      expect([set(true), set(false)]).toEqual([refused, refused]);
      expect(loginItem.state).toBe(state);
    },
  );

  test("and takes nothing is told from one that does", () => {
    const { set, loginItem, shown } = open("off");
    loginItem.isStubborn = true;
    expect(set(true)).toEqual(refused);
    expect(shown.at(-1)).toBe("off");
  });

  test("and waits for the person has done what it could", () => {
    const { set, loginItem } = open("needs-approval");
    loginItem.isStubborn = true;
    expect(set(true)).toEqual(ok(undefined));
    loginItem.isStubborn = false;
    expect(set(false)).toEqual(ok(undefined));
  });

  test("and cannot be asked is told, and the log has no path", () => {
    const { start, set, loginItem, shown, lines } = open("on");
    loginItem.fails = true;
    start();
    expect(shown).toEqual(["unavailable"]);
    expect(set(false)).toEqual(refused);
    expect(lines.join()).toContain("login-item-not-read");
    expect(lines.join()).not.toContain("megan");
  });
});
