import { expect, test } from "vitest";

import { runDays } from "./days.ts";
import { runInterleavings } from "./interleavings.ts";

test("overlapping calls for three accounts lose nobody and bring nobody back", async () => {
  const found = await runInterleavings({ count: 30, seed: 7 });
  expect(found).toMatchObject({
    schedules: 30,
    accountsLost: 0,
    deadTokens: 0,
    falselySignedOut: 0,
    reappeared: 0,
    tokensAfterSignOut: 0,
    refused: 0,
    broken: 0,
    details: [],
  });
  expect(found.decided).toBeGreaterThan(30);
  expect(Math.min(found.cancelled, found.faults)).toBeGreaterThan(0);
});

test("what the queue is for is seen where there is none", async () => {
  const found = await runInterleavings({ count: 30, seed: 1, withoutQueue: true });
  expect(found.accountsLost + found.falselySignedOut + found.reappeared).toBeGreaterThan(0);
});

test("for days nobody is asked to sign in who need not", async () => {
  const found = await runDays({ days: 2, seed: 2 });
  expect(found).toMatchObject({
    needlessPrompts: 0,
    forgotten: 0,
    refused: 0,
    expired: 0,
    expiredForGood: 0,
    sleepersLeft: 0,
    details: [],
  });
  // Microsoft ended one session, and that was noticed: the figures can see a prompt.
  expect(found.neededPrompts).toBe(found.revoked);
  expect(found.refreshesInWorstMinute).toBeLessThanOrEqual(2);
  expect(Math.min(found.asks, found.refreshes)).toBeGreaterThan(20);
});
