import { describe, expect, test } from "vitest";

import type { AppError } from "../../../main/contract/errors.ts";
import { createMeetingsDesk, type DeskOptions } from "../../fakes/meetings-desk.ts";

const press = { again: true };
const offline: AppError = { kind: "offline", trace: null };
const hour = 3_600_000;

/** A desk that has made one meeting, so that a second link is made ahead. */
async function readyDesk(options: DeskOptions = {}) {
  const desk = createMeetingsDesk({
    ...options,
    settings: { keepLinkReady: true, ...options.settings },
  });
  await desk.meetings.meetNow(press);
  await desk.meetings.tend();
  return desk;
}
const spareOf = ({ online }: { online: { created: string[] } }) => online.created.at(-1) ?? "";

describe("a link kept ready", () => {
  test("is made after the first meeting, not before", async () => {
    const desk = createMeetingsDesk({ settings: { keepLinkReady: true } });
    await desk.meetings.tend();
    expect(desk.online.created).toEqual([]);
    await desk.meetings.meetNow(press);
    await desk.meetings.tend();
    expect(desk.online.created).toHaveLength(2);
    expect(desk.state().linkReady).toBe(true);
    expect(desk.state().recent).toHaveLength(1);
  });

  test("is on the clipboard before anything is asked of Microsoft; subject and times follow", async () => {
    const desk = await readyDesk();
    const spare = spareOf(desk);
    const gate = Promise.withResolvers<void>();
    desk.online.faults.push({ wait: () => gate.promise });
    await desk.clock.advance(hour);
    const made = await desk.meetings.meetNow(press);
    expect(made).toMatchObject({ ok: true, value: { id: spare, isSettling: true } });
    expect(desk.clipboard.text).toContain(spare);
    gate.resolve();
    await desk.clock.advance(0);
    const startAt = Math.floor(desk.clock.now() / 1_000) * 1_000;
    expect(desk.online.existing.get(spare)).toMatchObject({ subject: "Quick meeting", startAt });
    expect(desk.state().recent[0]).toMatchObject({ id: spare, isSettling: false });
    expect(desk.state().creation).toMatchObject({ meeting: { isSettling: false } });
  });

  test("is replaced at once, and never handed out twice", async () => {
    const desk = await readyDesk();
    const first = await desk.meetings.meetNow(press);
    await desk.clock.advance(0);
    const second = await desk.meetings.meetNow(press);
    await desk.clock.advance(0);
    const ids = [first, second].map((made) => made.ok && made.value.id);
    expect(new Set(ids).size).toBe(2);
    expect(desk.state().linkReady).toBe(true);
    // One pressed without, two with, one that waits.
    expect(desk.online.existing.size).toBe(4);
  });

  test("offline too; what is to be told to Teams waits on disk, over a restart", async () => {
    const desk = await readyDesk();
    const spare = spareOf(desk);
    desk.online.faults.push(...Array.from({ length: 5 }, () => ({ error: offline })));
    const made = await desk.meetings.schedule(desk.draft);
    expect(made).toMatchObject({ ok: true, value: { id: spare } });
    await desk.clock.advance(0);
    expect(desk.state().recent[0]).toMatchObject({ isSettling: true, subject: "Design review" });
    expect(desk.online.existing.get(spare)?.subject).toBe("Quick meeting");
    desk.online.faults.length = 0;
    const after = createMeetingsDesk({ disk: desk.disk, online: desk.online });
    await after.meetings.start();
    await after.meetings.resume();
    expect(after.online.existing.get(spare)?.subject).toBe("Design review");
    expect(after.state().recent[0]).toMatchObject({ isSettling: false });
    expect(JSON.stringify(after.intentsOnDisk())).not.toContain("wanted");
  });

  test("what Microsoft would not take is told again by itself, less and less often", async () => {
    const desk = await readyDesk();
    const spare = spareOf(desk);
    desk.show({ settings: { ...desk.state().settings, keepLinkReady: false } });
    const refusals = () => Array.from({ length: 3 }, () => ({ error: offline }));
    desk.online.faults.push(...refusals());
    await desk.meetings.schedule(desk.draft);
    await desk.clock.advance(0);
    let looks = 0;
    for (let minute = 0; minute < 12; minute += 1) {
      const before = desk.online.faults.length;
      await desk.clock.advance(60_000);
      await desk.meetings.recheck();
      if (desk.online.faults.length < before) looks += 1;
    }
    // After one minute, two more, four more.
    expect(looks).toBe(2);
    expect(desk.online.existing.get(spare)?.subject).toBe("Design review");
    expect(desk.state().recent[0]).toMatchObject({ isSettling: false });
    expect(desk.intentsOnDisk()).toEqual([]);
  });

  test("survives a restart without asking again", async () => {
    const desk = await readyDesk();
    const spare = spareOf(desk);
    const after = createMeetingsDesk({
      disk: desk.disk,
      online: desk.online,
      settings: { keepLinkReady: true },
    });
    await after.meetings.start();
    expect(after.state().linkReady).toBe(true);
    expect(await after.meetings.meetNow(press)).toMatchObject({ value: { id: spare } });
  });

  test("killed just after the press: the link that was handed over is in the list", async () => {
    const desk = await readyDesk();
    const spare = spareOf(desk);
    desk.online.faults.push({ wait: () => new Promise(() => undefined) });
    await desk.meetings.meetNow(press);
    const disk = structuredClone(desk.disk);
    delete disk["history"];
    const after = createMeetingsDesk({ disk, online: desk.online });
    await after.meetings.start();
    await after.meetings.resume();
    expect(after.state().recent.map(({ id }) => id)).toContain(spare);
    expect(after.state().linkReady).toBe(false);
  });

  test("killed while it was being made: the same one is taken up", async () => {
    const desk = createMeetingsDesk({ settings: { keepLinkReady: true } });
    await desk.meetings.meetNow(press);
    await desk.clock.advance(0);
    expect(desk.online.created).toHaveLength(2);
    const disk = structuredClone(desk.disk);
    delete disk["spares"];
    const after = createMeetingsDesk({
      disk,
      online: desk.online,
      settings: { keepLinkReady: true },
    });
    await after.meetings.start();
    await after.meetings.tend();
    expect(after.online.created).toHaveLength(2);
    expect(after.state().linkReady).toBe(true);
  });

  test("is not handed out for other options: those meetings wait for theirs", async () => {
    const desk = await readyDesk();
    const spare = spareOf(desk);
    const made = await desk.meetings.schedule({ ...desk.draft, options: { lobby: "organizer" } });
    expect(made.ok && made.value.id).not.toBe(spare);
    expect(desk.online.existing.get(spare)?.options).toEqual({});
  });

  test("is asked for anew when invitations change their language", async () => {
    const desk = await readyDesk();
    const spare = spareOf(desk);
    await desk.meetings.tend();
    expect(desk.online.updated).toEqual([]);
    desk.show({ settings: { ...desk.state().settings, invitationLanguage: "fr" } });
    await desk.meetings.tend();
    expect(desk.online.updated).toEqual([spare]);
    await desk.meetings.tend();
    expect(desk.online.updated).toEqual([spare]);
  });

  test("carries the options of the account's preset, also after the preset changed", async () => {
    const desk = await readyDesk();
    const spare = spareOf(desk);
    desk.show({
      settings: { ...desk.state().settings, accountDefaults: { megan: { presetId: "guarded" } } },
    });
    await desk.meetings.tend();
    expect(desk.online.existing.get(spare)?.options).toMatchObject({ lobby: "organizer" });
    expect(await desk.meetings.meetNow(press)).toMatchObject({ value: { id: spare } });
  });

  test("has its times renewed daily", async () => {
    const desk = await readyDesk();
    const spare = spareOf(desk);
    await desk.clock.advance(23 * hour);
    await desk.meetings.tend();
    expect(desk.online.updated).toEqual([]);
    await desk.clock.advance(5 * hour);
    await desk.meetings.tend();
    expect(desk.online.updated).toEqual([spare]);
    const startAt = Math.floor(desk.clock.now() / 1_000) * 1_000;
    expect(desk.online.existing.get(spare)?.startAt).toBe(startAt);
  });

  test("deleted by somebody, it is made anew", async () => {
    const desk = await readyDesk();
    const spare = spareOf(desk);
    desk.online.existing.delete(spare);
    await desk.clock.advance(30 * hour);
    await desk.meetings.tend();
    expect(spareOf(desk)).not.toBe(spare);
    expect(desk.state().linkReady).toBe(true);
  });

  test("is ended when it is switched off, and on sign-out", async () => {
    for (const end of ["off", "sign-out"]) {
      const desk = await readyDesk();
      const spare = spareOf(desk);
      desk.show({ settings: { ...desk.state().settings, keepLinkReady: end !== "off" } });
      if (end === "off") await desk.meetings.tend();
      else await desk.meetings.leave("sample/oid.tid");
      expect(desk.online.ended).toEqual([spare]);
      expect(desk.state().linkReady).toBe(false);
      expect(desk.intentsOnDisk()).toEqual([]);
    }
  });

  test("that could not be ended is ended later", async () => {
    const desk = await readyDesk();
    const spare = spareOf(desk);
    desk.online.faults.push({ error: offline });
    desk.show({ settings: { ...desk.state().settings, keepLinkReady: false } });
    await desk.meetings.tend();
    expect(desk.online.ended).toEqual([]);
    await desk.meetings.resume();
    expect(desk.online.ended).toEqual([spare]);
  });

  test("undo ends the meeting it became, though its subject was still on its way", async () => {
    const desk = await readyDesk();
    const spare = spareOf(desk);
    const gate = Promise.withResolvers<void>();
    desk.online.faults.push({ wait: () => gate.promise, act: true });
    await desk.meetings.meetNow(press);
    const undone = desk.meetings.undo();
    gate.resolve();
    expect((await undone).ok).toBe(true);
    await desk.clock.advance(0);
    expect(desk.online.ended).toEqual([spare]);
    expect(desk.state().recent.map(({ id }) => id)).not.toContain(spare);
  });

  test("an intent that cannot be written is not handed over, and the link stays ready", async () => {
    const desk = await readyDesk();
    desk.clipboard.text = "mine";
    desk.outboxFile.failWrites = true;
    expect(await desk.meetings.meetNow(press)).toMatchObject({ error: { kind: "disk-failed" } });
    expect(desk.clipboard.text).toBe("mine");
    expect(desk.state().linkReady).toBe(true);
  });
});
