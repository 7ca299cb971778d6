import { describe, expect, test } from "vitest";

import type { AppError } from "../../../main/contract/errors.ts";
import { createMeetingsDesk } from "../../fakes/meetings-desk.ts";

const offline: AppError = { kind: "offline", trace: null };

const pause = () => {
  const gate = Promise.withResolvers<void>();
  return { wait: () => gate.promise, open: gate.resolve };
};

describe("cancel and undo", () => {
  test("cancelled before anything left: no meeting, no trace", async () => {
    const desk = createMeetingsDesk();
    const answer = pause();
    desk.online.faults.push({ wait: answer.wait });
    const press = desk.meetings.meetNow({ again: false });
    await desk.clock.advance(1);
    const cancelled = desk.meetings.cancel();
    await desk.clock.advance(1);
    answer.open();
    expect(await press).toMatchObject({ ok: false, error: { kind: "cancelled" } });
    expect((await cancelled).ok).toBe(true);
    expect(desk.online.existing.size).toBe(0);
    expect(desk.intentsOnDisk()).toEqual([]);
    expect(desk.state()).toMatchObject({ creation: { kind: "idle" }, recent: [] });
  });

  test("cancelled while the request was on its way: the meeting is looked up and ended", async () => {
    const desk = createMeetingsDesk();
    const answer = pause();
    desk.online.faults.push({ act: true, wait: answer.wait });
    const press = desk.meetings.meetNow({ again: false });
    await desk.clock.advance(1);
    const cancelled = desk.meetings.cancel();
    await desk.clock.advance(1);
    answer.open();
    await press;
    await cancelled;
    expect(desk.online.ended).toHaveLength(1);
    expect(desk.online.existing.size).toBe(0);
    expect(desk.intentsOnDisk()).toEqual([]);
    expect(desk.clipboard.text).toBe("");
  });

  test("a crash while cancelling still ends with no meeting", async () => {
    const before = createMeetingsDesk();
    const answer = pause();
    before.online.faults.push({ act: true, wait: answer.wait }, { error: offline });
    const press = before.meetings.meetNow({ again: false });
    await before.clock.advance(1);
    const cancelled = before.meetings.cancel();
    answer.open();
    await Promise.all([press, cancelled]);
    expect(before.online.existing.size).toBe(1);
    const after = createMeetingsDesk({ disk: before.disk, online: before.online });
    await after.meetings.resume();
    expect(after.online.existing.size).toBe(0);
    expect(after.intentsOnDisk()).toEqual([]);
  });

  test("cancelled at any moment up to the link, nothing is left of it", async () => {
    for (let turn = 0; turn < 40; turn += 1) {
      const desk = createMeetingsDesk();
      const press = desk.meetings.meetNow({ again: false });
      for (let turns = 0; turns < turn; turns += 1) await Promise.resolve();
      const cancelled = await desk.meetings.cancel();
      await press;
      expect(cancelled, `after ${turn} turns`).toEqual({ ok: true, value: undefined });
      expect([...desk.online.existing.keys(), ...desk.intentsOnDisk()]).toEqual([]);
      expect(desk.state().recent).toEqual([]);
      expect(desk.clipboard.text).toBe("");
    }
  });

  test("undo ends the meeting and takes our link off the clipboard", async () => {
    const desk = createMeetingsDesk();
    await desk.meetings.meetNow({ again: false });
    expect((await desk.meetings.undo()).ok).toBe(true);
    expect(desk.online.existing.size).toBe(0);
    expect(desk.clipboard.text).toBe("");
    expect(desk.state()).toMatchObject({
      creation: { kind: "ended", clipboardCleared: true },
      recent: [],
    });
  });

  test("undo leaves alone what was copied since", async () => {
    const desk = createMeetingsDesk();
    await desk.meetings.meetNow({ again: false });
    desk.clipboard.text = "something else";
    await desk.meetings.undo();
    expect(desk.clipboard.text).toBe("something else");
  });

  test("an undo that fails is not forgotten: it is said, tried again, and done in the end", async () => {
    const desk = createMeetingsDesk();
    await desk.meetings.meetNow({ again: false });
    desk.online.faults.push({ error: offline });
    expect(await desk.meetings.undo()).toMatchObject({ ok: false, error: { kind: "offline" } });
    expect(desk.state().creation).toMatchObject({ kind: "failed", outcome: "not-ended" });
    expect(desk.intentsOnDisk()).toMatchObject([{ aim: "unwanted" }]);
    desk.online.faults.push({ error: offline });
    await desk.meetings.retry();
    expect(desk.state().creation).toMatchObject({ kind: "failed", outcome: "not-ended" });
    await desk.meetings.resume();
    expect(desk.state().creation).toMatchObject({ kind: "ended", clipboardCleared: true });
    expect([desk.online.existing.size, desk.intentsOnDisk()]).toEqual([0, []]);
  });
});

test("a sign-out while a link is on its way into the list leaves the meeting alone", async () => {
  const desk = createMeetingsDesk();
  const made = desk.meetings.meetNow({ again: false });
  while (desk.state().creation.kind !== "created") await Promise.resolve();
  await desk.meetings.leave("sample/oid.tid");
  const result = await made;
  expect(result.ok && desk.online.existing.has(result.value.id)).toBe(true);
  expect(desk.online.ended).toEqual([]);
  expect(desk.state().recent).toHaveLength(1);
});

test("one's own room, asked for again while its end is on its way, is there with the link that is copied", async () => {
  for (let turn = 0; turn < 40; turn += 1) {
    const desk = createMeetingsDesk();
    const answer = pause();
    desk.online.faults.push({ act: true, wait: answer.wait });
    const first = desk.meetings.copyRoom();
    await desk.clock.advance(1);
    const cancelled = desk.meetings.cancel();
    answer.open();
    for (let turns = 0; turns < turn; turns += 1) await Promise.resolve();
    const second = await desk.meetings.copyRoom();
    await Promise.all([first, cancelled]);
    // Pressed before the cancel was, it is cancelled with the first.
    const there = second.ok ? [second.value.joinUrl, 1] : ["", 0];
    expect([desk.clipboard.text, desk.online.existing.size], `after ${turn} turns`).toEqual(there);
  }
});
