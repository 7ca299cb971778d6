import { describe, expect, test } from "vitest";

import type { AppError } from "../../../main/contract/errors.ts";
import type { Creation } from "../../../main/contract/meeting.ts";
import { createMeetingsDesk } from "../../fakes/meetings-desk.ts";

const lostAnswer: AppError = { kind: "no-answer", trace: null };
const offline: AppError = { kind: "offline", trace: null };

const pause = () => {
  const gate = Promise.withResolvers<void>();
  return { wait: () => gate.promise, open: gate.resolve };
};

describe("Meet now", () => {
  test("makes one meeting, copies its link, keeps it in the history", async () => {
    const desk = createMeetingsDesk();
    const result = await desk.meetings.meetNow({ again: false });
    expect(result).toMatchObject({ ok: true, value: { subject: "Quick meeting" } });
    const id = desk.online.created[0] ?? "";
    expect(desk.online.created).toHaveLength(1);
    expect(desk.clipboard.text).toBe(`https://teams.microsoft.com/meet/${id}`);
    expect(desk.state().creation).toMatchObject({ kind: "created", copied: true });
    expect(desk.state().recent.map((meeting) => meeting.id)).toEqual([id]);
    expect(desk.intentsOnDisk()).toEqual([]);
  });

  test("lasts as long as the settings say, from this second on", async () => {
    const desk = createMeetingsDesk({ settings: { defaultDurationMinutes: 25 } });
    await desk.meetings.meetNow({ again: false });
    const [request] = desk.online.existing.values();
    expect(request?.startAt).toBe(Math.floor(desk.clock.now() / 1_000) * 1_000);
    expect((request?.endAt ?? 0) - (request?.startAt ?? 0)).toBe(25 * 60_000);
  });

  test("the intent is on disk before the request leaves", async () => {
    const desk = createMeetingsDesk();
    const onDisk: number[] = [];
    desk.online.faults.push({
      wait: async () => {
        onDisk.push(desk.intentsOnDisk().length);
      },
    });
    await desk.meetings.meetNow({ again: false });
    expect(onDisk).toEqual([1]);
  });

  test("an intent that cannot be written is not sent", async () => {
    const desk = createMeetingsDesk();
    desk.outboxFile.failWrites = true;
    expect(await desk.meetings.meetNow({ again: false })).toMatchObject({
      error: { kind: "disk-failed" },
    });
    expect(desk.online.created).toEqual([]);
    expect(desk.state().creation).toMatchObject({ kind: "failed", outcome: "not-created" });
  });

  test("pressed ten times while it is on its way, it is one meeting", async () => {
    const desk = createMeetingsDesk();
    const answer = pause();
    desk.online.faults.push({ wait: answer.wait });
    const presses = Array.from({ length: 10 }, () => desk.meetings.meetNow({ again: false }));
    answer.open();
    const ids = (await Promise.all(presses)).map((result) => result.ok && result.value.id);
    expect(new Set(ids).size).toBe(1);
    expect(desk.online.created).toHaveLength(1);
  });

  test("a press that comes later is a second one, also while the first is still being saved", async () => {
    const keyring = pause();
    const desk = createMeetingsDesk({
      settings: { askBeforeSecond: false },
      beforeSeal: keyring.wait,
    });
    const first = desk.meetings.meetNow({ again: false });
    await expect.poll(() => desk.state().creation.kind).toBe("created");
    await desk.clock.advance(2_000);
    const second = desk.meetings.meetNow({ again: false });
    keyring.open();
    const results = [await first, await second];
    expect(desk.online.created).toHaveLength(2);
    expect(desk.state().recent.map(({ id }) => id)).toEqual(desk.online.created.toReversed());
    expect(results.map((result) => result.ok && result.value.id)).toEqual(desk.online.created);
  });

  test("a double click whose second half comes late is one meeting too", async () => {
    const desk = createMeetingsDesk();
    await desk.meetings.meetNow({ again: false });
    await desk.clock.advance(1_500);
    await desk.meetings.meetNow({ again: false });
    expect(desk.online.created).toHaveLength(1);
    await desk.clock.advance(1_000);
    await desk.meetings.meetNow({ again: true });
    expect(desk.online.created).toHaveLength(2);
  });

  test("the clipboard is untouched when nothing was made", async () => {
    const desk = createMeetingsDesk();
    desk.clipboard.text = "mine";
    desk.online.faults.push({ error: offline });
    await desk.meetings.meetNow({ again: false });
    expect(desk.clipboard.text).toBe("mine");
  });

  test("a busy clipboard leaves the link on the card", async () => {
    const desk = createMeetingsDesk();
    desk.clipboard.busy = true;
    await desk.meetings.meetNow({ again: false });
    expect(desk.state().creation).toMatchObject({ kind: "created", copied: false });
  });

  test("nobody signed in, nothing made", async () => {
    const desk = createMeetingsDesk({ signedIn: false });
    expect(await desk.meetings.meetNow({ again: false })).toMatchObject({
      error: { kind: "not-signed-in" },
    });
  });
});

describe("failures", () => {
  const creation = (desk: { state(): { creation: Creation } }) => desk.state().creation;

  test("proved not created: nothing is left on disk, and the same intent can be tried again", async () => {
    const desk = createMeetingsDesk();
    desk.online.faults.push({ error: offline });
    await desk.meetings.meetNow({ again: false });
    const failed = creation(desk);
    expect(failed).toMatchObject({ kind: "failed", outcome: "not-created" });
    expect(desk.intentsOnDisk()).toEqual([]);
    expect(await desk.meetings.retry()).toMatchObject({ ok: true });
    expect(desk.online.created).toEqual([failed.kind === "failed" ? failed.intentId : ""]);
  });

  test("lost answer: unsure is said, and trying again finds the same meeting", async () => {
    const desk = createMeetingsDesk();
    desk.online.faults.push({ act: true, error: lostAnswer });
    await desk.meetings.meetNow({ again: false });
    expect(creation(desk)).toMatchObject({ kind: "failed", outcome: "unsure" });
    expect(desk.intentsOnDisk()).toHaveLength(1);
    await desk.meetings.retry();
    expect(desk.online.created).toHaveLength(1);
    expect(desk.online.existing.size).toBe(1);
    expect(desk.state().recent).toHaveLength(1);
  });

  test("what is unsure is looked at again by itself; what is sure is left alone", async () => {
    const desk = createMeetingsDesk();
    desk.online.faults.push({ error: offline });
    await desk.meetings.meetNow({ again: false });
    await desk.meetings.recheck();
    expect(creation(desk)).toMatchObject({ kind: "failed", outcome: "not-created" });
    desk.online.faults.push({ act: true, error: lostAnswer });
    await desk.meetings.retry();
    expect(creation(desk)).toMatchObject({ kind: "failed", outcome: "unsure" });
    await desk.meetings.recheck();
    expect(creation(desk)).toMatchObject({ kind: "created" });
    expect(desk.online.created).toHaveLength(1);
  });

  test("an ended sign-in keeps the intent, which goes on after the next one", async () => {
    const desk = createMeetingsDesk();
    desk.online.faults.push({ error: { kind: "sign-in-again", reason: null, trace: null } });
    await desk.meetings.meetNow({ again: false });
    expect(desk.signInNeeded).toEqual(["sign-in-again"]);
    await desk.meetings.resume();
    expect(creation(desk)).toMatchObject({ kind: "created", copied: true });
    expect(desk.online.created).toHaveLength(1);
  });
});

describe("after a crash", () => {
  test("between request and answer: the restart ends with one meeting, in the history", async () => {
    const before = createMeetingsDesk();
    before.online.faults.push({ act: true, wait: () => new Promise(() => undefined) });
    void before.meetings.meetNow({ again: false });
    await before.clock.advance(10);
    const after = createMeetingsDesk({ disk: before.disk, online: before.online });
    await after.meetings.start();
    await after.meetings.resume();
    expect(after.online.created).toHaveLength(1);
    expect(after.online.existing.size).toBe(1);
    expect(after.state().recent).toHaveLength(1);
    expect(after.intentsOnDisk()).toEqual([]);
  });

  test("the link of an intent two minutes old is not put on the clipboard any more", async () => {
    const before = createMeetingsDesk();
    before.online.faults.push({ act: true, error: lostAnswer });
    await before.meetings.meetNow({ again: false });
    const after = createMeetingsDesk({ disk: before.disk, online: before.online, later: 180_000 });
    after.clipboard.text = "mine";
    await after.meetings.resume();
    expect(after.clipboard.text).toBe("mine");
    expect(after.state()).toMatchObject({ creation: { kind: "idle" } });
    expect(after.state().recent).toHaveLength(1);
  });

  test("another account's intents wait for that account", async () => {
    const before = createMeetingsDesk();
    before.online.faults.push({ act: true, error: lostAnswer });
    await before.meetings.meetNow({ again: false });
    const other = createMeetingsDesk({ disk: before.disk, accountKey: "other" });
    await other.meetings.resume();
    expect(other.online.created).toEqual([]);
    expect(other.intentsOnDisk()).toHaveLength(1);
  });

  test("a subject somebody typed is not readable on disk", async () => {
    const desk = createMeetingsDesk();
    desk.online.faults.push({ act: true, error: lostAnswer });
    await desk.meetings.schedule({ ...desk.draft, subject: "Merger with Fabrikam" });
    expect(desk.intentsOnDisk()).toHaveLength(1);
    expect(JSON.stringify(desk.disk)).not.toContain("Fabrikam");
    await desk.meetings.retry();
    expect(desk.state().recent[0]?.subject).toBe("Merger with Fabrikam");
    expect(JSON.stringify(desk.disk)).not.toContain("Fabrikam");
  });
});

describe("schedule", () => {
  test("sends subject, start and end as instants", async () => {
    const desk = createMeetingsDesk();
    await desk.meetings.schedule(desk.draft);
    expect([...desk.online.existing.values()]).toMatchObject([
      {
        subject: "Design review",
        startAt: Date.parse("2026-11-25T13:30:00Z"),
        endAt: Date.parse("2026-11-25T14:15:00Z"),
      },
    ]);
  });

  test("refuses what cannot be, before anything is sent", async () => {
    const desk = createMeetingsDesk();
    const result = await desk.meetings.schedule({ ...desk.draft, endTime: "14:00" });
    expect(result).toMatchObject({
      error: { kind: "invalid-schedule", problems: { end: { kind: "end-before-start" } } },
    });
    expect(desk.state().creation).toEqual({ kind: "idle" });
  });
});
