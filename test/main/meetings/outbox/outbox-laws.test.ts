import fc from "fast-check";
import { expect, test } from "vitest";

import { app, mistakes } from "../../../torture/outbox/app.ts";
import { firstBreach } from "../../../torture/outbox/outbox-laws.ts";
import { steps } from "../../../torture/outbox/steps.ts";

/** The long run of `npm run torture` takes 100,000. */
const numRuns = 20_000;

test("whatever fails and whenever the app dies, what may be at Microsoft is in the outbox or in the history", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (each) => {
      expect(await firstBreach(each, app)).toBeNull();
    }),
    { numRuns },
  );
});

test.each(mistakes)("an app that $name is found out", async ({ app: mistaken }) => {
  const isSound = fc.asyncProperty(steps, async (each) => {
    expect(await firstBreach(each, mistaken)).toBeNull();
  });
  expect((await fc.check(isSound, { numRuns })).failed).toBe(true);
});
