import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { type Act, createAttention } from "../../../../main/shell/guard/attention.ts";

function watched() {
  const at = { now: 0, isVisible: true };
  const attention = createAttention({ isVisible: () => at.isVisible, elapsed: () => at.now });
  return {
    ...attention,
    pass: (milliseconds: number) => void (at.now += milliseconds),
    turn(isVisible: boolean) {
      at.isVisible = isVisible;
      attention.look();
    },
    /** As the system hides a window without a word. */
    vanish: () => void (at.isVisible = false),
  };
}

test("nobody was seen: nothing is there to be taken", () => {
  const { isPresent, takeGesture } = watched();
  expect([isPresent(), takeGesture()]).toEqual([false, false]);
});

describe("a press", () => {
  test("is good for one request, and the click it ends in is no second one", () => {
    const { saw, takeGesture } = watched();
    saw("press");
    saw("release");
    expect([takeGesture(), takeGesture()]).toEqual([true, false]);
    saw("press");
    expect(takeGesture()).toBe(true);
    saw("release");
    expect(takeGesture()).toBe(false);
  });

  test("is recent for ten seconds, counted from when it was let go of", () => {
    const { saw, takeGesture, pass } = watched();
    saw("press");
    pass(10_000);
    expect(takeGesture()).toBe(true);
    saw("press");
    pass(10_001);
    expect(takeGesture()).toBe(false);
    saw("press");
    pass(60_000);
    saw("release");
    pass(10_000);
    expect(takeGesture()).toBe(true);
  });

  test("is not made by letting go of what was pressed elsewhere, nor by typing", () => {
    const { saw, takeGesture, isPresent } = watched();
    saw("press");
    expect(takeGesture()).toBe(true);
    for (const act of ["release", "use", "release"] as const) saw(act);
    expect(takeGesture()).toBe(false);
    expect(isPresent()).toBe(true);
    const other = watched();
    other.saw("press");
    other.saw("release");
    other.pass(20_000);
    other.saw("release");
    expect(other.takeGesture()).toBe(false);
  });

  test("waiting for long, it gathers nothing: many presses are one request each, at their time", () => {
    const { saw, takeGesture } = watched();
    for (let count = 0; count < 10; count += 1) saw("press");
    expect([takeGesture(), takeGesture()]).toEqual([true, false]);
  });
});

test("presence lasts a minute, and asking for something uses none of it up", () => {
  const { saw, isPresent, pass } = watched();
  saw("use");
  pass(60_000);
  expect([isPresent(), isPresent()]).toEqual([true, true]);
  pass(1);
  expect(isPresent()).toBe(false);
});

describe("a window that goes", () => {
  test("lets through what was pressed as it went, for two seconds", () => {
    const { saw, takeGesture, isPresent, turn, pass } = watched();
    saw("press");
    turn(false);
    pass(2_000);
    expect([takeGesture(), isPresent()]).toEqual([true, true]);
    pass(1);
    expect(isPresent()).toBe(false);
    saw("press");
    expect(takeGesture()).toBe(false);
  });

  test("hidden without a word is noticed when it is asked for something", () => {
    const { saw, takeGesture, isPresent, vanish, pass } = watched();
    saw("press");
    vanish();
    expect(isPresent()).toBe(true);
    pass(2_001);
    expect([takeGesture(), isPresent()]).toEqual([false, false]);
  });

  test("comes back as if nobody had been there", () => {
    const { saw, takeGesture, isPresent, turn } = watched();
    saw("press");
    turn(false);
    turn(true);
    expect([takeGesture(), isPresent()]).toEqual([false, false]);
    saw("release");
    expect(takeGesture()).toBe(false);
  });

  test("takes no input while nobody sees it", () => {
    const { saw, takeGesture, isPresent, turn } = watched();
    turn(false);
    for (const act of ["press", "release", "use"] as const) saw(act);
    expect([takeGesture(), isPresent()]).toEqual([false, false]);
    turn(true);
    expect([takeGesture(), isPresent()]).toEqual([false, false]);
  });
});

test("whatever happens in whatever order, there are never more requests than presses", () => {
  const acts = fc.constantFrom<Act | "take" | "hide" | "show" | "wait">(
    "press",
    "release",
    "use",
    "take",
    "hide",
    "show",
    "wait",
  );
  fc.assert(
    fc.property(fc.array(acts, { maxLength: 60 }), (steps) => {
      const { saw, takeGesture, turn, pass } = watched();
      let pressed = 0;
      let taken = 0;
      for (const step of steps) {
        if (step === "take") taken += takeGesture() ? 1 : 0;
        else if (step === "hide" || step === "show") turn(step === "show");
        else if (step === "wait") pass(3_000);
        else saw(step);
        if (step === "press") pressed += 1;
        expect(taken).toBeLessThanOrEqual(pressed);
      }
    }),
  );
});
