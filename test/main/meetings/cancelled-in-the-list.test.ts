import { describe, expect, test } from "vitest";

import type { AppError } from "../../../main/contract/errors.ts";
import { createMeetingsDesk, deskWithOne } from "../../fakes/meetings-desk.ts";

const press = { again: true };
const offline: AppError = { kind: "offline", trace: null };

describe("cancelled in the list", () => {
  test("it is ended after the moment in which it can be taken back", async () => {
    const desk = await deskWithOne();
    await desk.changes.cancel(desk.id);
    await desk.clock.advance(0);
    expect(desk.online.ended).toEqual([desk.id]);
    expect(desk.state()).toMatchObject({ recent: [], leaving: [] });
  });

  test("its card on Home offers its link no longer", async () => {
    const desk = await deskWithOne();
    expect(desk.state().creation).toMatchObject({ kind: "created", meeting: { id: desk.id } });
    desk.clock.hold();
    await desk.changes.cancel(desk.id);
    expect(desk.state().creation).toEqual({ kind: "idle" });
  });

  test("it is offered instead of a new one no longer", async () => {
    const desk = await deskWithOne();
    await desk.clock.advance(5_000);
    await desk.meetings.meetNow({ again: false });
    expect(desk.state().creation).toMatchObject({ kind: "repeat", meeting: { id: desk.id } });
    desk.clock.hold();
    await desk.changes.cancel(desk.id);
    expect(desk.state().creation).toEqual({ kind: "idle" });
  });

  test("killed in that moment, it is ended by the next start, not before", async () => {
    const desk = await deskWithOne();
    desk.clock.hold();
    await desk.changes.cancel(desk.id);
    expect(desk.state().leaving).toMatchObject([{ id: desk.id }]);
    const early = createMeetingsDesk({ disk: structuredClone(desk.disk), online: desk.online });
    await early.meetings.resume();
    expect(desk.online.ended).toEqual([]);
    const late = createMeetingsDesk({ disk: desk.disk, online: desk.online, later: 60_000 });
    await late.meetings.start();
    await late.meetings.resume();
    expect(desk.online.ended).toEqual([desk.id]);
    expect(late.state().recent).toEqual([]);
  });

  test("it is not the latest any more, nor handed out by its id; taken back, it is", async () => {
    const desk = await deskWithOne();
    await desk.clock.advance(200_000);
    const second = await desk.meetings.meetNow(press);
    const id = second.ok ? second.value.id : "";
    desk.clock.hold();
    await desk.changes.cancel(id);
    expect(desk.meetings.handOut.latest()?.id).toBe(desk.id);
    expect(await desk.meetings.handOut.find(id)).toMatchObject({
      error: { kind: "being-cancelled" },
    });
    await desk.changes.keep(id);
    expect(desk.meetings.handOut.latest()?.id).toBe(id);
    expect(await desk.meetings.handOut.find(id)).toMatchObject({ value: { id } });
  });

  test("after a restart it is crossed out until it is ended, and not handed out", async () => {
    const before = await deskWithOne();
    before.clock.hold();
    await before.changes.cancel(before.id);
    const desk = createMeetingsDesk({ disk: before.disk, online: before.online, later: 60_000 });
    await desk.meetings.start();
    expect(desk.state().leaving).toEqual([{ id: before.id, endsAt: 0 }]);
    expect(desk.meetings.handOut.latest()).toBeNull();
    await desk.meetings.resume();
    expect(desk.state()).toMatchObject({ recent: [], leaving: [] });
  });

  test("in the very moment its link is out, nothing more is said of it but its end", async () => {
    const desk = createMeetingsDesk({ settings: { keepLinkReady: true } });
    await desk.meetings.meetNow(press);
    await expect.poll(() => desk.state().linkReady, { interval: 1 }).toBe(true);
    const made = await desk.meetings.meetNow(press);
    const id = made.ok ? made.value.id : "";
    await desk.meetings.changes.cancel(id);
    await desk.clock.advance(0);
    expect(desk.online.updated).not.toContain(id);
    expect(desk.online.ended).toEqual([id]);
  });

  test("its end stays on disk though a change of it is answered meanwhile", async () => {
    const desk = await deskWithOne();
    const answer = Promise.withResolvers<void>();
    desk.online.faults.push({ wait: () => answer.promise }, { error: offline });
    const renamed = desk.changes.rename(desk.id, "Review");
    await desk.clock.advance(0);
    await desk.changes.cancel(desk.id);
    answer.resolve();
    expect((await renamed).ok).toBe(true);
    await desk.clock.advance(0);
    expect(desk.intentsOnDisk()).toMatchObject([{ id: desk.id, aim: "unwanted" }]);
  });

  test("that cannot be ended now stays crossed out, and ends when Microsoft answers", async () => {
    const desk = await deskWithOne();
    desk.online.faults.push({ error: offline });
    await desk.changes.cancel(desk.id);
    await desk.clock.advance(0);
    expect(desk.state().leaving).toMatchObject([{ id: desk.id }]);
    await desk.meetings.resume();
    expect(desk.state()).toMatchObject({ recent: [], leaving: [] });
  });

  test("it is ended at once before a sign-out, and only once", async () => {
    const desk = await deskWithOne();
    desk.clock.hold();
    await desk.changes.cancel(desk.id);
    await desk.meetings.leave("sample/oid.tid");
    expect(desk.online.ended).toEqual([desk.id]);
    expect(desk.state()).toMatchObject({ recent: [], leaving: [] });
    expect(desk.intentsOnDisk()).toEqual([]);
    desk.clock.release();
    await desk.clock.advance(0);
    expect(desk.online.ended).toEqual([desk.id]);
  });

  test("a sign-out waits for an end that is on its way", async () => {
    const desk = await deskWithOne();
    const answer = Promise.withResolvers<void>();
    desk.online.faults.push({ wait: () => answer.promise });
    await desk.changes.cancel(desk.id);
    await desk.clock.advance(0);
    let hasLeft = false;
    const leaving = desk.meetings.leave("sample/oid.tid").then(() => (hasLeft = true));
    await desk.clock.advance(0);
    expect(hasLeft).toBe(false);
    answer.resolve();
    await leaving;
    expect(desk.online.ended).toEqual([desk.id]);
  });

  test("what an earlier run could not end is tried once more before a sign-out, others' is left", async () => {
    const before = await deskWithOne();
    before.online.faults.push({ error: offline });
    await before.changes.cancel(before.id);
    await before.clock.advance(0);
    const desk = createMeetingsDesk({ disk: before.disk, online: before.online, later: 60_000 });
    await desk.meetings.start();
    await desk.meetings.leave("sample/somebody.else");
    expect(desk.online.ended).toEqual([]);
    await desk.meetings.leave("sample/oid.tid");
    expect(desk.online.ended).toEqual([before.id]);
  });
});
