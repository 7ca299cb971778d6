import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { decideRetry, parseRetryAfter, type TryOutcome } from "../../../main/graph/retry-policy.ts";

const now = Date.parse("2026-11-24T12:00:00Z");
const decide = (outcome: TryOutcome, more: Partial<Parameters<typeof decideRetry>[0]> = {}) =>
  decideRetry({ outcome, tries: 1, elapsedSeconds: 0, now, random: 0.5, ...more });
const status = (code: number, retryAfter: string | null = null): TryOutcome => ({
  kind: "status",
  status: code,
  retryAfter,
});

describe("Retry-After", () => {
  test.each([
    ["120", 120],
    ["2.128", 2.128],
    [" 7 ", 7],
    ["0", 0],
    ["Tue, 24 Nov 2026 12:00:30 GMT", 30],
    ["Tue, 24 Nov 2026 11:00:00 GMT", 0],
    ["soon", null],
    ["-3", null],
    ["", null],
    [null, null],
  ])("%s is %s seconds", (header, seconds) => {
    expect(parseRetryAfter(header, now)).toBe(seconds);
  });
});

describe("what is tried again", () => {
  test.each([408, 429, 500, 502, 503, 504])("%d is", (code) => {
    expect(decide(status(code)).retry).toBe(true);
  });
  test.each([400, 401, 403, 404, 405, 409, 411, 412, 501])("%d is not", (code) => {
    expect(decide(status(code)).retry).toBe(false);
  });
  test.each(["no-connection", "timed-out", "reset"] as const)("%s is", (kind) => {
    expect(decide({ kind }).retry).toBe(true);
  });
});

test("a Retry-After is never undercut, and may exceed the budget because the person can cancel", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 4_000, noNaN: true }),
      fc.integer({ min: 1, max: 4 }),
      fc.double({ min: 0, max: 100, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (seconds, tries, elapsedSeconds, random) => {
        const text = seconds.toFixed(3);
        const afterSeconds = Number(text);
        const decision = decide(status(429, text), { tries, elapsedSeconds, random });
        // Nobody watches a countdown for longer: the press ends, and says when it makes sense again.
        expect(decision).toEqual(
          afterSeconds > 120
            ? { retry: false }
            : { retry: true, afterSeconds, reason: "throttled" },
        );
      },
    ),
  );
});

describe("what ends a call", () => {
  test.each([
    ["a refusal", status(403)],
    ["a conflict", status(409)],
    ["what cannot be read", { kind: "unreadable" }],
  ] as const)("%s is asked for once more where it is not believed", (_name, outcome) => {
    expect(decide(outcome).retry).toBe(false);
    expect(decide(outcome, { isDoubted: true })).toEqual({
      retry: true,
      afterSeconds: 0.5,
      reason: "no-answer",
    });
    expect(decide(outcome, { isDoubted: true, tries: 5 }).retry).toBe(false);
  });
});

test("without one, the wait is jittered under 1, 2, 4, 8 seconds", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (tries, random) => {
        const decision = decide(status(503), { tries, random });
        expect(decision).toMatchObject({ retry: true, afterSeconds: random * 2 ** (tries - 1) });
      },
    ),
  );
});

test("five tries, then no more", () => {
  expect(decide(status(503), { tries: 5 }).retry).toBe(false);
  expect(decide(status(429, "1"), { tries: 5 }).retry).toBe(false);
});

test("the budget of 60 seconds is kept", () => {
  expect(decide({ kind: "timed-out" }, { tries: 3, elapsedSeconds: 59 }).retry).toBe(false);
  expect(decide({ kind: "timed-out" }, { tries: 3, elapsedSeconds: 50 }).retry).toBe(true);
});
