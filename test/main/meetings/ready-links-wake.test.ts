import { describe, expect, test } from "vitest";

import type { AppError } from "../../../main/contract/errors.ts";
import { throttledUntil } from "../../../main/graph/graph-errors.ts";
import { createMeetingsDesk } from "../../fakes/meetings-desk.ts";

const offline: AppError = { kind: "offline", trace: null };
const minute = 60_000;

/** Somebody with one meeting, whose next link could not be made ahead. */
async function pausedDesk(error: AppError = offline) {
  const desk = createMeetingsDesk({ settings: { keepLinkReady: true } });
  desk.online.faults.push({}, { error });
  await desk.meetings.meetNow({ again: true });
  await desk.meetings.tend();
  return desk;
}

describe("a link that could not be made ahead", () => {
  test("is left alone for a while", async () => {
    const desk = await pausedDesk();
    await desk.clock.advance(4 * minute);
    await desk.meetings.tend();
    expect(desk.state().linkReady).toBe(false);
    expect(desk.online.created).toHaveLength(1);
    await desk.clock.advance(7 * minute);
    await desk.meetings.tend();
    expect(desk.state().linkReady).toBe(true);
  });

  test("is made at once when the computer wakes, or the network is back", async () => {
    const desk = await pausedDesk();
    desk.meetings.wake();
    await desk.meetings.tend();
    expect(desk.state().linkReady).toBe(true);
    expect(desk.online.created).toHaveLength(2);
  });

  test("and fails while the network comes back is made at once all the same", async () => {
    const desk = createMeetingsDesk({ settings: { keepLinkReady: true } });
    const gate = Promise.withResolvers<void>();
    desk.online.faults.push({}, { error: offline, wait: () => gate.promise });
    await desk.meetings.meetNow({ again: true });
    const tending = desk.meetings.tend();
    await desk.clock.advance(0);
    desk.meetings.wake();
    // Joins the round that is under way.
    const woken = desk.meetings.tend();
    gate.resolve();
    await Promise.all([tending, woken]);
    expect(desk.state().linkReady).toBe(true);
    expect(desk.online.created).toHaveLength(2);
  });

  test("waits as long as Microsoft asked, and not only for its usual while", async () => {
    const desk = await pausedDesk();
    const at = desk.clock.now();
    desk.online.faults.push({ error: throttledUntil(at + 60 * minute, at, null) });
    desk.meetings.wake();
    await desk.meetings.tend();
    await desk.clock.advance(59 * minute);
    await desk.meetings.tend();
    expect(desk.state().linkReady).toBe(false);
    expect(desk.online.created).toHaveLength(1);
    await desk.clock.advance(minute);
    await desk.meetings.tend();
    expect(desk.state().linkReady).toBe(true);
  });
});
