import fc from "fast-check";
import { expect, test } from "vitest";

import { rates } from "../../../../main/contract/requests/rates.ts";
import { createBuckets } from "../../../../main/shell/guard/buckets.ts";

const rate = { atOnce: 3, perMinute: 60 };

test("so many at once, then as they come back, and each name has its own", () => {
  let now = 0;
  const { take } = createBuckets<string>(() => now);
  const taken = (count: number) => Array.from({ length: count }, () => take("a", rate));
  expect(taken(4)).toEqual([true, true, true, false]);
  expect(take("b", rate)).toBe(true);
  now += 999;
  expect(take("a", rate)).toBe(false);
  now += 1;
  expect(taken(2)).toEqual([true, false]);
  now += 3_600_000;
  expect(taken(4)).toEqual([true, true, true, false]);
});

test("in no stretch of time does more come out than the bucket holds and what came back", () => {
  const pauses = fc.array(fc.nat({ max: 5_000 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(pauses, fc.constantFrom(...Object.values(rates)), (steps, limit) => {
      let now = 0;
      const { take } = createBuckets<string>(() => now);
      let taken = 0;
      for (const pause of steps) {
        now += pause;
        taken += take("a", limit) ? 1 : 0;
        expect(taken).toBeLessThanOrEqual(limit.atOnce + (now * limit.perMinute) / 60_000 + 1e-6);
      }
    }),
  );
});

test("the pace of people meets none of the limits", () => {
  let now = 0;
  const { take } = createBuckets<string>(() => now);
  const refused: string[] = [];
  const paces = [
    // Twelve keys a second for a minute; two buttons a second for five; a decision every two seconds for ten.
    ["typing", 80, 720],
    ["acting", 500, 600],
    ["weighty", 2_000, 300],
  ] as const;
  for (const [name, pause, times] of paces)
    for (let count = 0; count < times; count += 1) {
      now += pause;
      if (!take(name, rates[name])) refused.push(name);
    }
  expect(refused).toEqual([]);
});
