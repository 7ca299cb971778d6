import { expect, test } from "vitest";

import { limitsOf, namesAt } from "../../../../main/contract/requests/vocabulary.ts";
import { createGuard, type Person } from "../../../../main/shell/guard/guard.ts";
import type { Question, Questions } from "../../../../main/shell/guard/questions.ts";
import { memoryLog } from "../../../fakes/memory-log.ts";

const nobody: Person = {
  isPresent: () => false,
  takeGesture: () => false,
  isAssisted: () => false,
};
const forgetting: Question = { kind: "forget" };
const silent: Questions = {
  schedule: () => null,
  moveMeeting: () => null,
  changeSettings: () => null,
  saveOrganisation: () => null,
  removeOrganisation: () => null,
  signOutEverybody: () => null,
  forgetEverything: () => null,
};

function guarded(person: Partial<Person> | null = {}, questions: Partial<Questions> = {}) {
  const at = { now: 0 };
  const asked: Question[] = [];
  const answers: ((yes: boolean) => void)[] = [];
  const { log, lines } = memoryLog();
  const guard = createGuard<string>({
    personAt: (window) => (window === "popup" && person ? { ...nobody, ...person } : null),
    questions: { ...silent, ...questions },
    ask(question) {
      asked.push(question);
      const { promise, resolve } = Promise.withResolvers<boolean>();
      answers.push(resolve);
      return promise;
    },
    elapsed: () => at.now,
    log,
  });
  return { guard, at, asked, answers, lines };
}

/** As many gestures as were made. */
function hand(gestures: number): Partial<Person> {
  let left = gestures;
  return { isPresent: () => true, takeGesture: () => (left -= 1) >= 0 };
}

const refusal = { kind: "no-gesture" };

test("without a person, what needs one is refused, request by request", async () => {
  const { guard } = guarded();
  for (const name of namesAt("window")) {
    const refused = await guard.refuse(name, undefined, "popup");
    expect(refused, name).toEqual(limitsOf(name).needs === "nothing" ? null : refusal);
  }
});

test("one gesture is one request, whichever it is", async () => {
  const { guard } = guarded(hand(1));
  expect(await guard.refuse("cancelMeeting", { id: "a" }, "popup")).toBeNull();
  expect(await guard.refuse("signOut", { accountId: "a", atMicrosoft: false }, "popup")).toEqual(
    refusal,
  );
});

test("what needs presence takes no gesture, and is not done for somebody who is away", async () => {
  const { guard } = guarded(hand(1));
  expect(await guard.refuse("changeSettings", { theme: "dark" }, "popup")).toBeNull();
  expect(await guard.refuse("copyRoom", undefined, "popup")).toBeNull();
  const away = guarded({ takeGesture: () => true });
  expect(await away.guard.refuse("changeSettings", { theme: "dark" }, "popup")).toEqual(refusal);
});

test("a window main did not see coming has nobody", async () => {
  const { guard } = guarded(hand(9));
  expect(await guard.refuse("copyRoom", undefined, "stranger")).toEqual(refusal);
  expect(await guard.refuse("getState", undefined, "stranger")).toBeNull();
});

test("a question is asked only after a gesture, one at a time, and its answer decides", async () => {
  const { guard, asked, answers } = guarded(hand(3), { forgetEverything: () => forgetting });
  const first = guard.refuse("forgetEverything", undefined, "popup");
  expect(asked).toEqual([forgetting]);
  expect(await guard.refuse("forgetEverything", undefined, "popup")).toEqual({ kind: "cancelled" });
  answers[0]?.(false);
  expect(await first).toEqual({ kind: "cancelled" });
  const second = guard.refuse("forgetEverything", undefined, "popup");
  answers[1]?.(true);
  expect(await second).toBeNull();
  expect(await guard.refuse("forgetEverything", undefined, "popup")).toEqual(refusal);
  expect(asked).toHaveLength(2);
});

test("a question that cannot be shown is not answered with yes, and the next one can be asked", async () => {
  const { guard, asked } = guarded(hand(9), {
    changeSettings({ keepWithoutKeyring }) {
      return keepWithoutKeyring ? { kind: "keep-unprotected" } : null;
    },
  });
  const broken = createGuard<string>({
    personAt: () => ({ ...nobody, ...hand(9) }),
    questions: { ...silent, forgetEverything: () => forgetting },
    ask: () => Promise.reject(new Error("no window")),
    elapsed: () => 0,
    log: memoryLog().log,
  });
  for (let round = 0; round < 2; round += 1)
    await expect(broken.refuse("forgetEverything", undefined, "popup")).rejects.toThrow(
      "no window",
    );
  void guard.refuse("changeSettings", { keepWithoutKeyring: true }, "popup");
  expect(asked).toEqual([{ kind: "keep-unprotected" }]);
});

test("a setting that needs a question needs a gesture too, where others need presence", async () => {
  const { guard, asked } = guarded(
    { isPresent: () => true },
    { changeSettings: () => ({ kind: "keep-unprotected" }) },
  );
  const refused = await guard.refuse("changeSettings", { keepWithoutKeyring: true }, "popup");
  expect([refused, asked]).toEqual([refusal, []]);
});

test("by ear: no key passes main, so the focused window is enough, at the pace of people", async () => {
  const { guard, at } = guarded({ isAssisted: () => true });
  const ask = () => guard.refuse("copyRoom", undefined, "popup");
  const done = async (times: number) => {
    let count = 0;
    for (let round = 0; round < times; round += 1) count += (await ask()) === null ? 1 : 0;
    return count;
  };
  expect(await done(100)).toBe(4);
  let inOneMinute = 0;
  for (let second = 0; second < 60; second += 1) {
    at.now += 1_000;
    inOneMinute += await done(5);
  }
  expect(inOneMinute).toBe(20);
  // Whoever has keys as well is not slowed down by it.
  const both = guarded({ isAssisted: () => true, ...hand(50) });
  for (let count = 0; count < 50; count += 1)
    expect(await both.guard.refuse("copyRoom", undefined, "popup")).toBeNull();
});

test("each request has a bucket of its own, and a flood is written down once", () => {
  const { guard, at, lines } = guarded();
  const allowed = Array.from({ length: 5_000 }, () => guard.hasRoom("getState")).filter(Boolean);
  expect(allowed).toHaveLength(limitsOf("getState").rate.atOnce);
  expect(guard.hasRoom("navigate")).toBe(true);
  expect(lines).toHaveLength(1);
  at.now += 60_000;
  expect(guard.hasRoom("getState")).toBe(true);
});
