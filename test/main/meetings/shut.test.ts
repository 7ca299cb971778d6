import { describe, expect, test } from "vitest";

import type { AppError } from "../../../main/contract/errors.ts";
import { createMeetingsDesk } from "../../fakes/meetings-desk.ts";
import { aMoment } from "../../fakes/two-places.ts";

const lost: AppError = { kind: "no-answer", trace: null };

async function withOne() {
  const desk = createMeetingsDesk();
  await desk.meetings.meetNow({ again: false });
  return { ...desk, creation: () => desk.state().creation };
}

describe("what is ended is shut first", () => {
  test("not shut, it is not deleted, and not said to be cancelled", async () => {
    const { meetings, online, creation } = await withOne();
    online.faults.push({ error: lost });
    await meetings.undo();
    expect([online.ended, creation()]).toMatchObject([[], { outcome: "not-ended" }]);
    await meetings.retry();
    expect(creation()).toMatchObject({ kind: "ended", isShut: true });
  });

  test("shut, and deleted by a request whose answer was lost, it is said to be shut", async () => {
    const { meetings, online, creation } = await withOne();
    online.faults.push({}, { act: true, error: lost });
    await meetings.undo();
    expect(creation()).toMatchObject({ outcome: "not-ended" });
    await meetings.retry();
    expect(creation()).toMatchObject({ kind: "ended", isShut: true });
  });

  test("never shut, and deleted by such a request, it is not", async () => {
    const { meetings, online, creation } = await withOne();
    online.mayShut = false;
    online.faults.push({}, { act: true, error: lost });
    await meetings.undo();
    await meetings.retry();
    expect(creation()).toMatchObject({ kind: "ended", isShut: false });
  });

  test("ended in the background while somebody tries again, what it left open is said", async () => {
    for (let turn = 0; turn < 60; turn += 1) {
      const { meetings, online, creation } = await withOne();
      online.mayShut = false;
      online.faults.push({ error: lost });
      const undone = meetings.undo();
      for (let turns = turn; turns > 0; turns -= 1) await Promise.resolve();
      const round = meetings.resume();
      await undone;
      await round;
      await meetings.retry();
      expect(creation(), `after ${turn} turns`).toMatchObject({ kind: "ended", isShut: false });
    }
  });

  test("cancelled in the list where it cannot be shut, Home says what that leaves open", async () => {
    const { meetings, online, creation, clock, state } = await withOne();
    online.mayShut = false;
    await clock.advance(10_000);
    meetings.dismiss();
    await meetings.changes.cancel(state().recent[0]?.id ?? "");
    await clock.advance(10_000);
    expect(state().recent).toEqual([]);
    expect(creation()).toMatchObject({ kind: "ended", isShut: false });
  });

  test("so it does where that was left to the next start, but not of a press whose link is nowhere", async () => {
    const { meetings, online, disk, clock, state } = await withOne();
    online.mayShut = false;
    clock.hold();
    await meetings.changes.cancel(state().recent[0]?.id ?? "");
    const listed = createMeetingsDesk({ disk, online, later: 60_000 });
    await listed.meetings.start();
    await listed.meetings.resume();
    expect(listed.state()).toMatchObject({
      recent: [],
      creation: { kind: "ended", isShut: false },
    });

    const pressed = createMeetingsDesk({ online });
    pressed.online.faults.push({ act: true, wait: () => new Promise(() => undefined) });
    void pressed.meetings.meetNow({ again: false });
    await aMoment();
    void pressed.meetings.cancel();
    await aMoment();
    const unlisted = createMeetingsDesk({ disk: pressed.disk, online, later: 60_000 });
    await unlisted.meetings.start();
    await unlisted.meetings.resume();
    expect([unlisted.intentsOnDisk(), unlisted.state().creation.kind]).toEqual([[], "idle"]);
  });
});
