import { expect, test } from "vitest";

import { createKeepFresh } from "../../../../main/auth/tokens/keep-fresh.ts";
import { fail, ok, type Result } from "../../../../main/contract/errors.ts";
import { createFakeClock } from "../../../fakes/fake-clock.ts";

const minute = 60_000;
const hour = 60 * minute;

function setUp(answer: () => Result<string> = () => ok("token"), random = 0) {
  const clock = createFakeClock();
  const asked: number[] = [];
  const fresh = createKeepFresh({
    clock,
    random: () => random,
    async token() {
      asked.push(clock.now());
      return answer();
    },
  });
  return { clock, asked, fresh };
}

test("a token is renewed ten minutes before it ends", async () => {
  const { clock, asked, fresh } = setUp();
  fresh.plan(clock.now() + hour);
  await clock.advance(50 * minute - 1);
  expect(asked).toHaveLength(0);
  await clock.advance(1);
  expect(asked).toHaveLength(1);
});

test("the moment is spread over four minutes", async () => {
  const { clock, asked, fresh } = setUp(undefined, 1);
  fresh.plan(clock.now() + hour);
  await clock.advance(46 * minute);
  expect(asked).toHaveLength(1);
});

test("never more often than once a minute, whatever the token says of itself", async () => {
  const { clock, asked, fresh } = setUp();
  fresh.plan(clock.now() - hour);
  await clock.advance(minute - 1);
  expect(asked).toHaveLength(0);
  await clock.advance(1);
  expect(asked).toHaveLength(1);
});

test("a renewal that failed is tried again after two minutes", async () => {
  const { clock, asked, fresh } = setUp(() => fail({ kind: "offline", trace: null }));
  fresh.plan(clock.now() + hour);
  await clock.advance(50 * minute);
  await clock.advance(2 * minute);
  await clock.advance(2 * minute);
  expect(asked).toHaveLength(3);
});

test("stopped, nothing is asked any more", async () => {
  const { clock, asked, fresh } = setUp();
  fresh.plan(clock.now() + hour);
  fresh.stop();
  await clock.advance(2 * hour);
  fresh.wake();
  await clock.advance(1);
  expect(asked).toHaveLength(0);
});

test("after sleep, what is overdue is renewed at once; what is not, is not", async () => {
  const { clock, asked, fresh } = setUp();
  fresh.plan(clock.now() + hour);
  fresh.wake();
  await clock.advance(1);
  expect(asked).toHaveLength(0);
  const { clock: late, asked: askedLate, fresh: freshLate } = setUp();
  freshLate.plan(late.now() + 11 * minute);
  await late.advance(hour);
  freshLate.plan(late.now() - hour);
  await late.advance(minute);
  expect(askedLate.length).toBeGreaterThanOrEqual(1);
});
