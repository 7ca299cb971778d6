import { describe, expect, test } from "vitest";

import { undoMilliseconds } from "../../../main/meetings/changes/cancelled.ts";
import { createMeetingsDesk, deskWithOne } from "../../fakes/meetings-desk.ts";

const press = { again: true };

/** Its subject is still on the way to Teams, so that keeping it is written down, which takes a moment. */
async function deskWithOneOnItsWay() {
  let now = Date.parse("2026-11-24T12:00:00Z");
  const clock = { now: () => now, sleep: () => new Promise<void>(() => undefined) };
  const desk = createMeetingsDesk({ clock, settings: { keepLinkReady: true } });
  await desk.meetings.meetNow(press);
  await expect.poll(() => desk.state().linkReady, { interval: 1 }).toBe(true);
  const wait = (signal?: AbortSignal) =>
    new Promise<void>((resolve) => {
      signal?.addEventListener("abort", () => resolve());
    });
  const { online } = desk;
  const { update } = online;
  // Whatever else is asked for meanwhile, it is the subject that is on its way.
  const asked = Promise.withResolvers<void>();
  online.update = (...call) => {
    online.update = update;
    asked.resolve();
    online.faults.unshift({ wait });
    return update(...call);
  };
  const made = await desk.meetings.meetNow(press);
  if (!made.ok) throw new Error("A desk without a second meeting.");
  await asked.promise;
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  return { desk, id: made.value.id, pass };
}

describe("taken back in the list", () => {
  test("in time, it stays", async () => {
    const desk = await deskWithOne();
    desk.clock.hold();
    await desk.changes.cancel(desk.id);
    expect((await desk.changes.keep(desk.id)).ok).toBe(true);
    desk.clock.release();
    await desk.clock.advance(0);
    expect(desk.online.ended).toEqual([]);
    expect(desk.state()).toMatchObject({ recent: [{ id: desk.id }], leaving: [] });
    expect(desk.intentsOnDisk()).toEqual([]);
  });

  test("while something else is seen to, it stays", async () => {
    const before = createMeetingsDesk();
    before.online.faults.push({ wait: () => new Promise(() => undefined) });
    void before.meetings.meetNow(press);
    await before.clock.advance(0);
    const desk = createMeetingsDesk({ disk: before.disk, later: 5_000 });
    const made = await desk.meetings.meetNow(press);
    const id = made.ok ? made.value.id : "";
    const answer = Promise.withResolvers<void>();
    desk.online.faults.push({ wait: () => answer.promise });
    desk.clock.hold();
    await desk.meetings.changes.cancel(id);
    const resumed = desk.meetings.resume();
    await desk.clock.advance(0);
    expect((await desk.meetings.changes.keep(id)).ok).toBe(true);
    await desk.clock.advance(60_000);
    answer.resolve();
    await resumed;
    expect(desk.online.ended).toEqual([]);
    expect(desk.state().recent).toHaveLength(2);
  });

  test("in the last moment, it stays, wherever the next round is then", async () => {
    for (let turn = 0; turn < 40; turn += 1) {
      const { desk, id, pass } = await deskWithOneOnItsWay();
      await desk.meetings.changes.cancel(id);
      pass(undoMilliseconds - 1);
      const round = desk.meetings.resume();
      for (let turns = turn; turns > 0; turns -= 1) await Promise.resolve();
      const kept = desk.meetings.changes.keep(id);
      pass(1);
      expect((await kept).ok).toBe(true);
      await round;
      await desk.meetings.resume();
      expect(desk.online.ended, `after ${turn} turns`).toEqual([]);
      expect(desk.state().recent).toHaveLength(2);
    }
  });

  test("too late, it is not said to stay", async () => {
    const desk = await deskWithOne();
    const answer = Promise.withResolvers<void>();
    desk.online.faults.push({ wait: () => answer.promise });
    await desk.changes.cancel(desk.id);
    await desk.clock.advance(0);
    expect(await desk.changes.keep(desk.id)).toMatchObject({ error: { kind: "meeting-gone" } });
    answer.resolve();
    await desk.clock.advance(0);
    expect(desk.online.ended).toEqual([desk.id]);
    expect(desk.state()).toMatchObject({ recent: [], leaving: [] });
  });
});
