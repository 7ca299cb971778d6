import { expect, test } from "vitest";

import { createBackOff } from "../../../main/auth/back-off.ts";
import { createFakeClock } from "../../fakes/fake-clock.ts";

const busy = { kind: "sign-in-refused", reason: "busy", trace: null } as const;

test.each([
  ["2", 2],
  ["2.5", 2.5],
  [null, 60],
  ["soon", 60],
  ["99999999", 3_600],
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
