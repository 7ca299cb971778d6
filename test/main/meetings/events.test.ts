import { describe, expect, test } from "vitest";

import type { ScheduleDraft } from "../../../main/contract/drafts.ts";
import type { AppError } from "../../../main/contract/errors.ts";
import { createMeetingsDesk, type DeskOptions } from "../../fakes/meetings-desk.ts";
import { plainEvent } from "../../fakes/event-draft.ts";

const trace = { status: 403, code: null, requestId: null, clientRequestId: null };
const lostAnswer: AppError = { kind: "no-answer", trace: null };
const refused: AppError = { kind: "not-allowed", trace: { ...trace, attempts: 1, at: "" } };
const zoe = { address: "zoe@contoso.com", name: "Zoë" };

type EventPart = NonNullable<ScheduleDraft["event"]>;
const event = (changes: Partial<EventPart> = {}): EventPart => ({
  ...plainEvent,
  invitees: [zoe],
  ...changes,
});

function open(options: DeskOptions = {}) {
  const desk = createMeetingsDesk(options);
  const schedule = (changes: Partial<EventPart> = {}, others: Partial<ScheduleDraft> = {}) =>
    desk.meetings.schedule({ ...desk.draft, ...others, event: event(changes) });
  const atOutlook = () => [...desk.calendar.existing.values()];
  return { ...desk, schedule, atOutlook };
}

/** Another run on the same disk, with the same Microsoft. */
const restart = ({ disk, online, calendar }: ReturnType<typeof open>, more: DeskOptions = {}) =>
  open({ disk, online, calendar, ...more });

describe("an event", () => {
  test("is made once with all that was asked for, and its link is copied", async () => {
    const desk = open();
    const made = await desk.schedule(
      {
        invitees: [zoe, { address: "ZOE@contoso.com", name: null }],
        message: " Agenda ",
        recurrence: { every: "week", until: null, count: 4 },
        reminder: 10,
      },
      { options: { lobby: "organizer" } },
    );
    const [asked] = desk.atOutlook();
    expect(asked).toMatchObject({
      subject: "Design review",
      startAt: Date.parse("2026-11-25T13:30:00Z"),
      timeZone: "Europe/Berlin",
      attendees: [zoe],
      bodyText: "Agenda",
      recurrence: { every: "week", count: 4 },
      reminder: 10,
    });
    const meeting = { kind: "event", inviteeCount: 1, repeats: true, differences: [] };
    expect(made).toMatchObject({ ok: true, value: { ...meeting, lobby: "organizer" } });
    expect(desk.clipboard.text).toBe(`https://teams.microsoft.com/meet/of-${asked?.transactionId}`);
    expect(desk.state().recent).toMatchObject([meeting]);
    expect(JSON.stringify(desk.state().recent)).not.toContain("event-");
    expect(desk.online.created).toEqual([]);
    expect(desk.intentsOnDisk()).toEqual([]);
  });

  test("never takes the link that is kept ready", async () => {
    const desk = open({ settings: { keepLinkReady: true } });
    await desk.meetings.meetNow({ again: true });
    await desk.meetings.tend();
    expect(desk.state().linkReady).toBe(true);
    await desk.schedule();
    expect(desk.state().linkReady).toBe(true);
    expect(desk.calendar.created).toHaveLength(1);
  });

  test("submitted twice is one, and one that meets a link on its way comes after it", async () => {
    const desk = open();
    const link = desk.meetings.meetNow({ again: true });
    const twice = () => desk.meetings.schedule({ ...desk.draft, event: event() }, "draft-0001");
    const both = await Promise.all([twice(), twice()]);
    expect(await link).toMatchObject({ value: { kind: "link" } });
    expect(both).toMatchObject([{ value: { kind: "event" } }, { value: { kind: "event" } }]);
    expect(desk.calendar.created).toHaveLength(1);
  });

  test("waits for a link that comes late, and says so", async () => {
    const desk = open();
    desk.calendar.readsUntilLink = 3;
    expect(await desk.schedule()).toMatchObject({ ok: true });
    expect(desk.calendar.created).toHaveLength(1);
  });

  test("whose link does not come is no failure of the event: it is found again", async () => {
    const desk = open();
    desk.calendar.readsUntilLink = 99;
    expect(await desk.schedule()).toMatchObject({ error: { kind: "link-not-ready" } });
    expect(desk.state().creation).toMatchObject({ kind: "failed", outcome: "unsure" });
    desk.calendar.readsUntilLink = 0;
    await desk.meetings.recheck();
    expect(desk.state().creation).toMatchObject({ kind: "created", copied: true });
    expect(desk.calendar.created).toHaveLength(1);
  });

  test("is not asked for where the calendar has no Teams", async () => {
    const desk = open();
    desk.calendar.hasTeams = false;
    expect(await desk.schedule()).toMatchObject({ error: { kind: "no-teams-calendar" } });
    expect(desk.state().creation).toMatchObject({ outcome: "not-created" });
    expect(desk.calendar.created).toEqual([]);
    expect(desk.intentsOnDisk()).toEqual([]);
  });

  test("without the permission is tried again as it was typed, once it is there", async () => {
    const desk = open();
    desk.calendar.faults.push({ error: refused });
    expect(await desk.schedule()).toMatchObject({ error: { kind: "calendar-not-allowed" } });
    expect(desk.intentsOnDisk()).toEqual([]);
    expect(await desk.meetings.retry()).toMatchObject({ ok: true, value: { inviteeCount: 1 } });
    expect(desk.atOutlook()).toMatchObject([{ attendees: [zoe] }]);
  });

  test("works though its options are refused", async () => {
    const desk = open();
    desk.online.faults.push({}, { error: refused });
    const made = await desk.schedule({}, { options: { lobby: "organizer" } });
    expect(made).toMatchObject({
      ok: true,
      value: { differences: [{ option: "lobby", asked: "organizer", got: null }] },
    });
    await desk.meetings.changes.applyOptions(made.ok ? made.value.id : "");
    expect(desk.state().recent).toMatchObject([{ lobby: "organizer", differences: [] }]);
  });

  test.each([
    [{ invitees: [zoe, { address: "nobody", name: null }] }, { invitees: ["nobody"] }],
    [{ recurrence: { every: "day", until: "", count: null } }, { recurrence: "until-missing" }],
    [
      { recurrence: { every: "day", until: "2026-11-24", count: null } },
      { recurrence: "until-before-start" },
    ],
    [{ recurrence: { every: "day", until: null, count: 0 } }, { recurrence: "count-out-of-range" }],
    [{ reminder: -1 }, { reminder: "out-of-range" }],
  ] satisfies [Partial<EventPart>, object][])(
    "%j cannot be, and is said before anything is sent",
    async (part, problem) => {
      const desk = open();
      const result = await desk.schedule(part);
      expect(result).toMatchObject({
        error: { kind: "invalid-schedule", problems: { event: problem } },
      });
      expect(desk.calendar.created).toEqual([]);
    },
  );
});

describe("a lost answer", () => {
  test("is looked for before anything is sent again", async () => {
    const desk = open();
    desk.calendar.faults.push({ act: true, error: lostAnswer });
    await desk.schedule();
    expect(desk.state().creation).toMatchObject({ kind: "failed", outcome: "unsure" });
    // Later than any memory that Graph promises of ids.
    desk.calendar.create = async () => Promise.reject(new Error("asked for a second time"));
    expect(await desk.meetings.retry()).toMatchObject({ ok: true });
    expect(desk.calendar.created).toHaveLength(1);
  });

  test("after a crash is one event, with the invitation from the sealed intent", async () => {
    const before = open();
    before.calendar.faults.push({ wait: () => new Promise(() => undefined) });
    void before.schedule({ message: "Merger" });
    await before.clock.advance(10);
    expect(JSON.stringify(before.disk)).not.toMatch(/zoe|Merger/u);
    const after = restart(before);
    await after.meetings.start();
    await after.meetings.resume();
    expect(after.atOutlook()).toMatchObject([{ attendees: [zoe], bodyText: "Merger" }]);
    expect(after.state().creation).toMatchObject({ kind: "created", copied: true });
    expect(after.intentsOnDisk()).toEqual([]);
  });
});

describe("after a crash, where nothing could be sealed", () => {
  const unsealed = { protection: "memory-only" } as const;

  test("an event that was made is taken over", async () => {
    const before = open(unsealed);
    before.calendar.faults.push({ act: true, error: lostAnswer });
    await before.schedule({ recurrence: { every: "week", until: null, count: null } });
    expect(JSON.stringify(before.disk)).not.toContain("zoe");
    const after = restart(before, unsealed);
    await after.meetings.resume();
    expect(after.state().recent).toMatchObject([
      { kind: "event", subject: "Design review", inviteeCount: 1, repeats: true },
    ]);
    expect(after.calendar.created).toHaveLength(1);
  });

  test.each([0, 180_000])("one that was not made is said to be, %i ms later", async (later) => {
    const before = open(unsealed);
    before.calendar.faults.push({ error: lostAnswer, wait: () => new Promise(() => undefined) });
    void before.schedule();
    await before.clock.advance(10);
    const after = restart(before, { ...unsealed, later });
    await after.meetings.resume();
    const error = { kind: "event-forgotten" };
    expect(after.state().creation).toMatchObject({ kind: "failed", error, outcome: "not-created" });
    expect(after.calendar.created).toEqual([]);
    expect(after.intentsOnDisk()).toEqual([]);
  });

  test("one that was not made stays on disk until there is room to say so", async () => {
    const before = open(unsealed);
    before.calendar.faults.push({ error: lostAnswer, wait: () => new Promise(() => undefined) });
    void before.schedule();
    await before.clock.advance(10);
    const after = restart(before, { ...unsealed, later: 180_000 });
    await after.meetings.meetNow({ again: true });
    await after.meetings.resume();
    expect(after.state().creation).toMatchObject({ kind: "created" });
    expect(after.intentsOnDisk()).toHaveLength(1);
    after.meetings.dismiss();
    await after.meetings.resume();
    expect(after.state().creation).toMatchObject({ error: { kind: "event-forgotten" } });
    expect(after.intentsOnDisk()).toEqual([]);
  });
});

test("nobody is invited to what was over before the app came back", async () => {
  const before = open();
  before.calendar.faults.push({ wait: () => new Promise(() => undefined) });
  void before.schedule();
  await before.clock.advance(10);
  const after = restart(before, { later: 7 * 24 * 3_600_000 });
  await after.meetings.resume();
  expect(after.calendar.created).toEqual([]);
  expect(after.state().creation).toMatchObject({ kind: "failed", outcome: "not-created" });
  expect(after.intentsOnDisk()).toEqual([]);
});
