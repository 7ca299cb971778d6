import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { refreshAfter } from "../../../main/calendar/refresh-times.ts";
import { fail, ok } from "../../../main/contract/errors.ts";
import { anEntry } from "../../fakes/an-entry.ts";
import { createFakeClock } from "../../fakes/fake-clock.ts";
import { expired, openUpcoming, signedIn } from "../../fakes/upcoming-desk.ts";

const now = Date.parse("2026-11-24T12:00:00Z");
const minute = 60_000;
const hour = 60 * minute;
const soon = [anEntry({ startAt: now + 30 * minute, endAt: now + 12 * hour })];
const later = [anEntry({ startAt: now + 20 * hour })];

const gaps = (times: readonly number[]) =>
  times.slice(1).map((at, last) => at - (times[last] ?? 0));

async function openOn(entries = soon, random = () => 0.5) {
  const desk = openUpcoming({ isOn: false, random });
  desk.microsoft.answer = ok(entries);
  desk.turn(true);
  await desk.pass(10_000);
  return { ...desk, times: () => desk.asks.map(({ at }) => at) };
}

describe("how often Microsoft is asked", () => {
  test.each([
    ["a meeting within the hour", soon, 5],
    ["none within the hour", later, 15],
    ["nothing at all", [], 15],
  ] as const)("%s", async (_name, entries, minutes) => {
    const desk = await openOn([...entries]);
    await desk.pass(2 * hour);
    for (const gap of gaps(desk.times())) expect(gap / minute).toBeCloseTo(minutes, 0);
    expect(desk.times()).toHaveLength(120 / minutes + 1);
  });

  test("not before Microsoft said, and a moment of its own after that", async () => {
    const desk = await openOn(soon);
    const throttled = {
      kind: "throttled",
      retryAfterSeconds: 3_600,
      retryAt: 0,
      trace: null,
    } as const;
    desk.microsoft.answer = fail(throttled);
    await desk.refresh();
    const { length } = desk.asks;
    await desk.pass(hour);
    expect(desk.asks).toHaveLength(length);
    await desk.pass(minute);
    expect(desk.asks).toHaveLength(length + 1);
  });

  test("never the same pause on two desks", () => {
    const pauses = Array.from({ length: 100 }, () => refreshAfter([], now, Math.random()));
    expect(new Set(pauses).size).toBe(100);
    for (const pause of pauses) {
      expect(pause).toBeGreaterThanOrEqual(13.5 * minute);
      expect(pause).toBeLessThanOrEqual(16.5 * minute);
    }
  });

  test("by itself never twice in a minute, whatever happens and whatever is answered", async () => {
    const happening = fc.constantFrom(
      "wake",
      "open",
      "close",
      "zone",
      "offline",
      "online",
      "expire",
    );
    const day = fc.array(fc.tuple(happening, fc.integer({ min: 0, max: 200 })), { maxLength: 40 });
    const run = async (events: readonly (readonly [string, number])[], random: number) => {
      const desk = await openOn(soon, () => random);
      for (const [event, seconds] of events) {
        if (event === "wake") desk.wake();
        if (event === "open" || event === "close") desk.change({ popupShown: event === "open" });
        if (event === "zone") desk.change({ timeZone: `Etc/GMT+${seconds % 12}` });
        if (event === "offline") desk.microsoft.answer = fail({ kind: "offline", trace: null });
        if (event === "online") desk.microsoft.answer = ok(soon);
        const isExpired = desk.state().session.kind === "expired";
        if (event === "expire")
          desk.change({ session: isExpired ? signedIn("megan") : expired("megan") });
        await desk.pass(seconds * 1_000);
      }
      for (const gap of gaps(desk.times())) expect(gap).toBeGreaterThanOrEqual(minute);
      // And it never falls silent.
      desk.change({ session: signedIn("megan") });
      const { length } = desk.asks;
      await desk.pass(17 * minute);
      expect(desk.asks.length).toBeGreaterThan(length);
      desk.close();
    };
    await fc.assert(fc.asyncProperty(day, fc.double({ min: 0, max: 1, noNaN: true }), run), {
      numRuns: 40,
    });
  });
});

describe("at once", () => {
  test("where the popup opens on what is older than two minutes, and not before", async () => {
    const desk = await openOn(later);
    const open = async () => {
      desk.change({ popupShown: true });
      await desk.pass(0);
      desk.change({ popupShown: false });
    };
    await desk.pass(minute);
    await open();
    expect(desk.asks).toHaveLength(1);
    await desk.pass(minute + 10_000);
    await open();
    expect(desk.asks).toHaveLength(2);
    await open();
    expect(desk.asks).toHaveLength(2);
  });

  test("for another account and for a person who presses", async () => {
    const desk = await openOn(later);
    desk.change({ session: signedIn("alex") });
    await desk.pass(10_000);
    expect(desk.asks.map(({ who }) => who)).toEqual(["megan", "alex"]);
    await desk.refresh();
    await desk.refresh();
    expect(desk.asks).toHaveLength(4);
  });

  test("and one question at a time, however often somebody presses", async () => {
    const desk = await openOn(later);
    await Promise.all(Array.from({ length: 20 }, () => desk.refresh()));
    expect(desk.asks).toHaveLength(2);
  });
});

describe("a thousand desks that wake at nine", () => {
  const most = (times: readonly number[]) => {
    const seconds = new Map<number, number>();
    for (const at of times) {
      const second = Math.floor(at / 1_000);
      seconds.set(second, (seconds.get(second) ?? 0) + 1);
    }
    return Math.max(...seconds.values());
  };

  async function thousand(
    options: Parameters<typeof openUpcoming>[0],
    wake: (desk: ReturnType<typeof openUpcoming>) => void,
    asleepMilliseconds: number,
  ) {
    const clock = createFakeClock();
    const desks = Array.from({ length: 1_000 }, () =>
      openUpcoming({ ...options, clock, random: Math.random }),
    );
    // Nothing to draw: this is about when they ask.
    for (const desk of desks) desk.microsoft.answer = fail({ kind: "offline", trace: null });
    if (asleepMilliseconds > 0) {
      for (const desk of desks) desk.turn(true);
      await clock.advance(1_000);
      // One leap: the timers ring late, all together.
      await clock.advance(asleepMilliseconds);
    }
    const nine = clock.now();
    for (const desk of desks) wake(desk);
    for (let second = 0; second < 60; second += 1) await clock.advance(1_000);
    const asks = desks.flatMap((desk) => desk.asks.map(({ at }) => at).filter((at) => at >= nine));
    for (const desk of desks) desk.close();
    return asks;
  }

  test.each([
    ["told by the system", true],
    ["told by nothing but a timer that rings late", false],
  ])("%s", async (_name, isTold) => {
    const wake = (desk: ReturnType<typeof openUpcoming>) => (isTold ? desk.wake() : undefined);
    const asks = await thousand({ isOn: false }, wake, 12 * hour);
    expect(asks).toHaveLength(1_000);
    expect(most(asks)).toBeLessThan(45);
  });

  test("and start the app then", async () => {
    const session = { kind: "starting" } as const;
    const start = (desk: ReturnType<typeof openUpcoming>) =>
      desk.change({ session: signedIn("megan") });
    const asks = await thousand({ session }, start, 0);
    expect(asks).toHaveLength(1_000);
    expect(most(asks)).toBeLessThan(45);
  });
});
