import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { Disk } from "../../fakes/memory-platform.ts";
import type { PersonaId } from "../../sandbox/personas.ts";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox.ts";
import { eventDate } from "../../fakes/event-draft.ts";
import { draftOf, openEventDesk, sightsOf, zoe } from "../../fakes/event-desk.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => {
  sandbox.faults.clear();
  sandbox.delayJoinUrls(0);
  for (const persona of ["alex", "nolicence"] as const) sandbox.emptyCalendar(persona);
  sandbox.forgetRequests();
});
afterAll(() => sandbox.close());

const { operations, count, living } = sightsOf(() => sandbox);
const open = (...who: [persona?: PersonaId, disk?: Disk]) => openEventDesk(sandbox, ...who);

describe("one intent is one event", () => {
  test.each([
    { on: "createEvent", kind: "reset", when: "after", times: 2 },
    { on: "createEvent", kind: "status", status: 503, when: "after", times: 2 },
    { on: "createEvent", kind: "half-body", times: 2 },
    { on: "createEvent", kind: "status", status: 429, retryAfter: "1" },
    { on: "getCalendar", kind: "reset" },
    { on: "findMeetings", kind: "status", status: 503 },
  ] as const)("through $on: $kind", async (fault) => {
    const desk = await open();
    sandbox.faults.add(fault);
    const { joinUrl } = await desk.made();
    expect(living()).toMatchObject([{ attendees: ["zoe@contoso.com"], joinWebUrl: joinUrl }]);
    expect(desk.platform.clipboard.text).toBe(joinUrl);
    expect(desk.intents()).toEqual([]);
    await desk.close();
  });

  test("through more lost answers than one press bears", async () => {
    const desk = await open();
    sandbox.faults.add({ on: "createEvent", kind: "reset", when: "after" });
    sandbox.faults.add({ on: "listEvents", kind: "reset", when: "before", times: 5 });
    expect((await desk.schedule()).ok).toBe(false);
    expect(desk.state().creation).toMatchObject({ kind: "failed", outcome: "unsure" });
    sandbox.faults.clear();
    sandbox.forgetRequests();
    expect((await desk.meetings.retry()).ok).toBe(true);
    expect(living()).toHaveLength(1);
    expect(operations()).not.toContain("createEvent");
    await desk.close();
  });

  test.each([
    ["getCalendar", "before"],
    ["createEvent", "before"],
    ["createEvent", "after"],
    ["getEvent", "before"],
    ["findMeetings", "before"],
    ["updateMeeting", "before"],
    ["updateMeeting", "after"],
  ] as const)("though the app is killed at %s, %s its effect", async (on, when) => {
    const first = await open();
    sandbox.delayJoinUrls(1);
    sandbox.faults.add({ on, kind: "hang", when });
    void first.schedule({ message: "Merger" }, { options: { lobby: "organizer" } });
    await expect.poll(() => count(on)).toBe(1);
    const disk = new Map(first.platform.disk);
    expect(disk.get("wishes")).not.toMatch(/Merger|zoe/u);
    sandbox.faults.clear();
    const second = await open("alex", disk);
    await expect.poll(() => second.state().creation.kind).toBe("created");
    expect(living()).toMatchObject([{ bodyText: "Merger", attendees: ["zoe@contoso.com"] }]);
    expect(second.state().recent).toMatchObject([
      { kind: "event", inviteeCount: 1, lobby: "organizer", joinUrl: living()[0]?.joinWebUrl },
    ]);
    await expect.poll(() => second.intents()).toEqual([]);
    await Promise.all([first.close(), second.close()]);
  });
});

describe("what it is made of", () => {
  test("a link that comes late is waited for", async () => {
    const desk = await open();
    sandbox.delayJoinUrls(3);
    const { joinUrl } = await desk.made();
    expect(joinUrl).toBe(living()[0]?.joinWebUrl);
    expect(count("getEvent")).toBe(4);
    await desk.close();
  });

  test("the meeting of the event gets the options, and its ID and passcode are known", async () => {
    const desk = await open();
    const options = { lobby: "organizer", chat: "disabled" } as const;
    const meeting = await desk.made({}, { options });
    expect(meeting).toMatchObject({ lobby: "organizer", differences: [], hasOptionsPage: true });
    const [event] = living();
    const made = sandbox.meetings().find(({ id }) => id === event?.meetingId);
    expect(meeting).toMatchObject({ meetingId: made?.joinMeetingId, passcode: made?.passcode });
    await desk.close();
  });

  test("the organisation's own options are said where they differ", async () => {
    const desk = await open();
    sandbox.setMeetingPolicy({ lobbyAtMost: "organizer" });
    const { differences } = await desk.made({}, { options: { lobby: "everyone" } });
    expect(differences).toEqual([{ option: "lobby", asked: "everyone", got: "organizer" }]);
    sandbox.setMeetingPolicy({ lobbyAtMost: null });
    await desk.close();
  });

  test("a series keeps to the clocks of its zone when they change", async () => {
    const desk = await open();
    const recurrence = { every: "day", until: eventDate(11), count: null } as const;
    const { id, repeats } = await desk.made({ recurrence, reminder: 5 });
    const timeZone = "W. Europe Standard Time";
    expect(repeats).toBe(true);
    expect(living()).toMatchObject([
      {
        start: { dateTime: `${eventDate()}T10:00:00`, timeZone },
        recurrence: { range: { endDate: eventDate(11), recurrenceTimeZone: timeZone } },
        reminderMinutesBeforeStart: 5,
      },
    ]);
    // To the other side of the change, as a whole.
    const later = { startDate: eventDate(7), endDate: eventDate(7), startTime: "09:00" };
    const moved = await desk.meetings.changes.move(id, draftOf({}, later));
    expect(moved).toEqual({ ok: true, value: undefined });
    expect(living()).toMatchObject([
      {
        start: { dateTime: `${eventDate(7)}T09:00:00`, timeZone },
        recurrence: { range: { startDate: eventDate(7), endDate: eventDate(11) } },
      },
    ]);
    expect(desk.state().recent).toMatchObject([{ startAt: Date.parse(`${eventDate(7)}T07:00Z`) }]);
    await desk.close();
  });
});

describe("what it needs", () => {
  test("a calendar that can have Teams meetings; nothing is made in one that cannot", async () => {
    const desk = await open("nolicence");
    expect(await desk.schedule()).toMatchObject({ error: { kind: "no-teams-calendar" } });
    expect(operations()).not.toContain("createEvent");
    expect(living()).toEqual([]);
    await desk.close();
  });

  test("which is asked once in a run", async () => {
    const desk = await open();
    await desk.made();
    await desk.made();
    expect(count("getCalendar")).toBe(1);
    await desk.close();
  });

  test("a permission that Graph misses is said as that, and the intent can be tried again", async () => {
    const desk = await open();
    sandbox.faults.add({ on: "createEvent", kind: "status", status: 403 });
    expect(await desk.schedule()).toMatchObject({ error: { kind: "calendar-not-allowed" } });
    expect(desk.state().session.kind).toBe("signed-in");
    expect((await desk.meetings.retry()).ok).toBe(true);
    expect(living()).toHaveLength(1);
    await desk.close();
  });
});

test.each([
  [[], "delete"],
  [[zoe], "cancel"],
])("with %j invited, cancelling is a %s at Outlook", async (invitees, endedBy) => {
  const desk = await open();
  const { id } = await desk.made({ invitees });
  await desk.meetings.changes.cancel(id);
  await expect.poll(() => desk.state().recent).toEqual([]);
  expect(sandbox.events().at(-1)).toMatchObject({ transactionId: id, endedBy, comment: null });
  expect(living()).toEqual([]);
  await desk.close();
});
