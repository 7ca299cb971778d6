import { describe, expect, test } from "vitest";

import type { ScheduleDraft } from "../../../main/contract/drafts.ts";
import type { AppError } from "../../../main/contract/errors.ts";
import { undoMilliseconds } from "../../../main/meetings/changes/cancelled.ts";
import { createMeetingsDesk, type DeskOptions } from "../../fakes/meetings-desk.ts";
import { plainEvent } from "../../fakes/event-draft.ts";

const lostAnswer: AppError = { kind: "no-answer", trace: null };
const zoe = { address: "zoe@contoso.com", name: "Zoë" };
type EventPart = NonNullable<ScheduleDraft["event"]>;

function open(options: DeskOptions = {}) {
  const desk = createMeetingsDesk(options);
  function schedule(changes: Partial<EventPart> = {}) {
    const event = { ...plainEvent, invitees: [zoe], ...changes };
    return desk.meetings.schedule({ ...desk.draft, event });
  }
  async function made(changes: Partial<EventPart> = {}) {
    const result = await schedule(changes);
    if (!result.ok) throw new Error(result.error.kind);
    return result.value;
  }
  const atOutlook = () => [...desk.calendar.existing.values()];
  return { ...desk, schedule, made, atOutlook };
}

describe("undo", () => {
  test("of an event nobody is invited to deletes it and mails nobody", async () => {
    const desk = open();
    await desk.made({ invitees: [] });
    expect(await desk.meetings.undo()).toEqual({ ok: true, value: undefined });
    expect(desk.state().creation).toMatchObject({ kind: "ended", clipboardCleared: true });
    expect(desk.calendar.deleted).toHaveLength(1);
    expect(desk.calendar.cancelled).toEqual([]);
    expect(desk.state().recent).toEqual([]);
  });

  test("is refused once invitations went out, and nothing changes", async () => {
    const desk = open();
    await desk.made();
    expect(await desk.meetings.undo()).toMatchObject({ error: { kind: "invitations-sent" } });
    expect(desk.state().creation).toMatchObject({ kind: "created", meeting: { inviteeCount: 1 } });
    expect(desk.atOutlook()).toHaveLength(1);
  });
});

describe("cancel while it is on its way", () => {
  test("ends what was made all the same", async () => {
    const desk = open();
    const gate = Promise.withResolvers<void>();
    desk.calendar.faults.push({ act: true, wait: () => gate.promise });
    const making = desk.schedule();
    await desk.clock.advance(10);
    const cancelling = desk.meetings.cancel();
    gate.resolve();
    await Promise.all([making, cancelling]);
    expect(desk.calendar.created).toHaveLength(1);
    expect(desk.atOutlook()).toEqual([]);
    expect(desk.state().creation).toMatchObject({ kind: "ended" });
    expect(desk.intentsOnDisk()).toEqual([]);
  });

  test("ends what Outlook shows only after it was looked for the first time", async () => {
    const desk = open();
    const { existing, faults } = desk.calendar;
    const gate = Promise.withResolvers<void>();
    const late = new Map(existing);
    const hide = async () => {
      for (const [id, event] of existing) late.set(id, event);
      existing.clear();
    };
    const show = async () => {
      for (const [id, event] of late) existing.set(id, event);
    };
    faults.push({ act: true, wait: () => gate.promise }, { wait: hide }, { wait: show });
    const making = desk.schedule();
    await desk.clock.advance(10);
    const cancelling = desk.meetings.cancel();
    gate.resolve();
    await Promise.all([making, cancelling]);
    expect(late.size).toBe(1);
    expect(desk.calendar.cancelled).toHaveLength(1);
    expect(desk.intentsOnDisk()).toEqual([]);
  });

  test("after a crash still ends it, found by the id of the intent alone", async () => {
    const before = open();
    before.calendar.faults.push({ act: true, error: lostAnswer });
    await before.schedule();
    before.calendar.faults.push({ wait: () => new Promise(() => undefined) });
    void before.meetings.retry();
    await before.clock.advance(10);
    void before.meetings.cancel();
    await before.clock.advance(10);
    const { disk, online, calendar } = before;
    const after = open({ disk, online, calendar });
    await after.meetings.resume();
    expect(after.calendar.created).toHaveLength(1);
    expect(after.calendar.cancelled).toHaveLength(1);
    expect(after.intentsOnDisk()).toEqual([]);
  });
});

describe("afterwards", () => {
  test("renamed, moved and extended in the calendar, a series as a whole", async () => {
    const desk = open();
    const { id } = await desk.made({ recurrence: { every: "week", until: null, count: 3 } });
    const { changes } = desk.meetings;
    await changes.rename(id, "Review");
    expect(desk.atOutlook()).toMatchObject([{ subject: "Review", timeZone: "Europe/Berlin" }]);
    await changes.move(id, { ...desk.draft, startTime: "10:00", endTime: "11:00" });
    await changes.extend(id, 15);
    const startAt = Date.parse("2026-11-25T09:00:00Z");
    const times = { startAt, endAt: startAt + 75 * 60_000 };
    expect(desk.atOutlook()).toMatchObject([{ ...times, recurrence: { every: "week", count: 3 } }]);
    expect(desk.state().recent).toMatchObject([{ ...times, kind: "event", repeats: true }]);
    expect(desk.online.updated).toEqual([]);
  });

  test.each([
    [{ changes: 1, isNew: false, comesBack: true }, null],
    [{ changes: 1, isNew: true, comesBack: true }, "link-replaced"],
    [{ changes: 1, isNew: false, comesBack: false }, "link-lost"],
  ])("a link that a change took away is asked for again: %j", async (losing, kind) => {
    const desk = open();
    const { id } = await desk.made();
    const before = desk.state().recent[0]?.joinUrl ?? "";
    Object.assign(desk.calendar.losing, losing);
    const renamed = await desk.meetings.changes.rename(id, "Review");
    expect(renamed).toMatchObject(kind === null ? { ok: true } : { error: { kind } });
    const [listed] = desk.state().recent;
    expect(listed).toMatchObject({ subject: "Review" });
    const isNew = kind === "link-replaced";
    expect(listed?.joinUrl).toBe(isNew ? before.replace("of-", "new-") : before);
  });

  test("options are those of its meeting", async () => {
    const desk = open();
    const { id } = await desk.made();
    const options = { lobby: "organizer" } as const;
    await desk.meetings.changes.move(id, { ...desk.draft, options });
    expect(desk.state().recent).toMatchObject([{ lobby: "organizer", differences: [] }]);
    expect([...desk.online.existing.values()]).toMatchObject([{ options }]);
  });

  test("what others changed is taken over; what they deleted is gone", async () => {
    const desk = open();
    const { id } = await desk.made();
    const [event] = desk.atOutlook();
    if (event) desk.calendar.existing.set(id, { ...event, subject: "Theirs", attendees: [] });
    await desk.meetings.changes.refresh(id);
    expect(desk.state().recent).toMatchObject([{ subject: "Theirs", inviteeCount: 0 }]);
    desk.calendar.existing.clear();
    expect(await desk.meetings.changes.refresh(id)).toMatchObject({
      error: { kind: "meeting-gone" },
    });
    expect(desk.state().recent).toMatchObject([{ isGone: true }]);
  });

  test.each([
    [[zoe], ["cancelled"]],
    [[], ["deleted"]],
  ])("cancelled after a moment: %j invited, %j", async (invitees, [how]) => {
    const desk = open();
    const { id } = await desk.made({ invitees });
    desk.clock.hold();
    await desk.meetings.changes.cancel(id);
    expect(desk.state().leaving).toMatchObject([{ id }]);
    expect(desk.atOutlook()).toHaveLength(1);
    desk.clock.release();
    await desk.clock.advance(undoMilliseconds);
    await desk.clock.advance(1);
    expect(desk.atOutlook()).toEqual([]);
    expect(desk.calendar[how === "deleted" ? "deleted" : "cancelled"]).toEqual([id]);
    expect(desk.state().recent).toEqual([]);
  });

  test("survives a restart with all that changes need", async () => {
    const before = open();
    const { id } = await before.made({ recurrence: { every: "day", until: null, count: 2 } });
    const { disk, online, calendar } = before;
    const after = open({ disk, online, calendar });
    await after.meetings.start();
    expect(after.state().recent).toMatchObject([{ id, kind: "event", inviteeCount: 1 }]);
    await after.meetings.changes.rename(id, "Review");
    expect(after.atOutlook()).toMatchObject([{ subject: "Review" }]);
  });
});
