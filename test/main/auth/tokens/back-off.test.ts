import { expect, test } from "vitest";

import { createBackOff } from "../../../../main/auth/tokens/back-off.ts";
import { createFakeClock } from "../../../fakes/fake-clock.ts";

const busy = { kind: "sign-in-refused", reason: "busy", trace: null } as const;

test.each([
  ["2", 2],
  ["2.5", 2.5],
  [null, 60],
  ["soon", 60],
  ["120", 120],
])("Retry-After %s keeps one account quiet for %s seconds", async (header, seconds) => {
  const clock = createFakeClock();
  const backOff = createBackOff(clock);
  backOff.begin("megan", busy, header);
  await clock.advance(seconds * 1_000 - 1);
  expect(backOff.refusal("megan")).toEqual(busy);
  expect(backOff.refusal("alex")).toBeNull();
  await clock.advance(1);
  expect(backOff.refusal("megan")).toBeNull();
});

test("a new sign-in ends it", () => {
  const backOff = createBackOff(createFakeClock());
  backOff.begin("megan", busy, null);
  backOff.end("megan");
  expect(backOff.refusal("megan")).toBeNull();
});

test.each([
  ["600", 600],
  ["99999999", 3_600],
])(
  "Retry-After %s is said with the moment from which it makes sense again",
  async (header, seconds) => {
    const clock = createFakeClock();
    const backOff = createBackOff(clock);
    const retryAt = clock.now() + seconds * 1_000;
    const throttled = { kind: "throttled", retryAt, trace: null } as const;
    expect(backOff.begin("megan", busy, header)).toEqual({
      ...throttled,
      retryAfterSeconds: seconds,
    });
    await clock.advance(100_000);
    expect(backOff.refusal("megan")).toEqual({ ...throttled, retryAfterSeconds: seconds - 100 });
  },
);

test("a short wait refuses nobody, and is never shortened", async () => {
  const clock = createFakeClock();
  const backOff = createBackOff(clock);
  const until = clock.now() + 30_000;
  backOff.hold("megan", "30");
  for (const header of ["20", null, "soon"]) backOff.hold("megan", header);
  expect(backOff.refusal("megan")).toBeNull();
  expect(backOff.heldUntil("megan")).toBe(until);
  expect(backOff.heldUntil("alex")).toBe(0);
  await clock.advance(30_000);
  expect(backOff.heldUntil("megan")).toBe(0);
});
