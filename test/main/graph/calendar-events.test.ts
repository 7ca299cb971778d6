import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { joinHosts } from "../../../main/base/clouds.ts";
import { type CalendarEvents, createCalendarEvents } from "../../../main/graph/calendar-events.ts";
import type { EventRequest } from "../../../main/graph/event-body.ts";
import { openGraph } from "../../sandbox/open-graph.ts";
import type { PersonaId } from "../../sandbox/personas.ts";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox.ts";

let sandbox: Sandbox;
let events: CalendarEvents;
const scopes = ["User.Read", "OnlineMeetings.ReadWrite", "Calendars.ReadWrite"];
async function eventsOf(persona: PersonaId, wanted = scopes) {
  const graph = await openGraph(sandbox, { persona, scopes: wanted });
  return createCalendarEvents({ graph, joinHosts });
}
beforeAll(async () => {
  sandbox = await startSandbox();
  events = await eventsOf("alex");
});
beforeEach(() => {
  sandbox.faults.clear();
  sandbox.forgetRequests();
  sandbox.emptyCalendar("alex");
});
afterAll(() => sandbox.close());

const startAt = Date.parse("2027-03-01T09:00:00Z");
const minute = 60_000;
const day = 24 * 60 * minute;
let count = 0;
function request(changes: Partial<EventRequest> = {}): EventRequest {
  count += 1;
  return {
    transactionId: `intent-${count}`,
    subject: "Design review",
    startAt,
    endAt: startAt + 30 * minute,
    timeZone: "Europe/Berlin",
    attendees: [],
    bodyText: null,
    recurrence: null,
    reminder: null,
    allowNewTimeProposals: true,
    ...changes,
  };
}
const attendees = [{ name: "Zoë", address: "zoe@contoso.com" }];

async function made(changes: Partial<EventRequest> = {}) {
  const result = await events.create(request(changes), {});
  if (!result.ok) throw new Error(result.failure.error.kind);
  return result.value;
}
const operations = () => sandbox.requests().map(({ operation }) => operation);

describe("create", () => {
  test("sends what was asked for and reads what came of it", async () => {
    const asked = request({ attendees, bodyText: "1 < 2", reminder: 5 });
    const result = await events.create(asked, {});
    const [event] = sandbox.events();
    expect(result).toEqual({
      ok: true,
      value: {
        eventId: event?.id,
        subject: "Design review",
        startAt,
        endAt: startAt + 30 * minute,
        joinUrl: event?.joinWebUrl,
        webLink: expect.stringMatching(/^https:\/\/outlook\.office365\.com\//u),
        inviteeCount: 1,
        repeats: false,
      },
    });
    expect(event).toMatchObject({
      transactionId: asked.transactionId,
      start: { dateTime: "2027-03-01T10:00:00", timeZone: "W. Europe Standard Time" },
      attendees: ["zoe@contoso.com"],
      bodyText: "1 < 2",
      isReminderOn: true,
      reminderMinutesBeforeStart: 5,
    });
  });

  test.each([
    { kind: "reset", when: "after" },
    { kind: "status", status: 503, when: "after" },
    { kind: "half-body" },
  ] as const)("makes one event though an answer is lost ($kind)", async (fault) => {
    sandbox.faults.add({ on: "createEvent", ...fault });
    expect((await events.create(request(), {})).ok).toBe(true);
    expect(sandbox.events()).toHaveLength(1);
    // Looked for before it is asked for again: nobody knows how long Graph refuses repeats.
    expect(operations()).toEqual(["createEvent", "listEvents"]);
  });

  test("asks again for what was not made, and not where that cannot be told", async () => {
    sandbox.faults.add({ on: "createEvent", kind: "reset", when: "before" });
    expect((await events.create(request(), {})).ok).toBe(true);
    expect(operations()).toEqual(["createEvent", "listEvents", "createEvent"]);
    sandbox.forgetRequests();
    sandbox.faults.add({ on: "createEvent", kind: "reset", when: "before" });
    sandbox.faults.add({ on: "listEvents", kind: "html" });
    expect(await events.create(request(), {})).toMatchObject({
      failure: { error: { kind: "captive-portal" }, mayHaveActed: true },
    });
    expect(operations()).toEqual(["createEvent", "listEvents"]);
  });

  test("finds the event that the same intent made in other words", async () => {
    const asked = request();
    const first = await events.create(asked, {});
    const again = await events.create({ ...asked, subject: "Other", bodyText: "x" }, {});
    expect(again).toEqual(first);
    expect(operations()).toEqual(["createEvent", "createEvent", "listEvents"]);
  });

  test("says where a link is not there yet, and reading goes on to find it", async () => {
    sandbox.delayJoinUrls(1);
    const { eventId, joinUrl } = await made();
    sandbox.delayJoinUrls(0);
    expect(joinUrl).toBeNull();
    expect(await events.read(eventId)).toMatchObject({ ok: true, value: { joinUrl: null } });
    const read = await events.read(eventId);
    const later = read.ok ? (read.value.joinUrl ?? "") : "";
    const graph = await openGraph(sandbox, { persona: "alex" });
    const filter = encodeURIComponent(`JoinWebUrl eq '${later}'`);
    const path = `/me/onlineMeetings?$filter=${filter}`;
    expect(await graph({ method: "GET", path })).toMatchObject({
      value: { body: { value: [{ joinWebUrl: later }] } },
    });
  });

  test("is refused without the permission, and without a mailbox", async () => {
    const none = await eventsOf("alex", ["User.Read"]);
    const guest = await eventsOf("guest");
    for (const refused of [none, guest])
      expect(await refused.create(request(), {})).toMatchObject({
        ok: false,
        failure: { error: { kind: "not-allowed" }, mayHaveActed: false },
      });
  });
});

test("update changes what is named and nothing else", async () => {
  const { eventId, joinUrl } = await made({ attendees });
  const times = { startAt: startAt + day, endAt: startAt + day + 60 * minute };
  const changes = { subject: "Later", times: { ...times, timeZone: "Asia/Kolkata" } };
  const updated = await events.update(eventId, changes);
  expect(updated).toMatchObject({ ok: true, value: { subject: "Later", ...times, joinUrl } });
  expect(sandbox.events()[0]).toMatchObject({ attendees: ["zoe@contoso.com"] });
  expect(await events.update("gone", { subject: "x" })).toMatchObject({
    failure: { error: { kind: "meeting-gone" } },
  });
});

describe("cancel", () => {
  test.each([
    { title: "deletes what nobody is invited to", attendees: [], by: "delete", comment: null },
    { title: "tells those who are invited", attendees, by: "cancel", comment: "Ill" },
  ])("$title", async ({ attendees: invited, by, comment }) => {
    const { eventId } = await made({ attendees: invited });
    expect(await events.cancel(eventId, "Ill")).toEqual({ ok: true, value: undefined });
    expect(sandbox.events()[0]).toMatchObject({ endedBy: by, comment });
    expect(operations().slice(1)).toEqual(["getEvent", `${by}Event`]);
    sandbox.forgetRequests();
    expect(await events.cancel(eventId, null)).toEqual({ ok: true, value: undefined });
    expect(operations()).toEqual(["getEvent"]);
  });

  test("is done though the answer to it is lost", async () => {
    const { eventId } = await made({ attendees });
    sandbox.faults.add({ on: "cancelEvent", kind: "reset", when: "after" });
    expect((await events.cancel(eventId, null)).ok).toBe(true);
  });

  test("leaves what somebody else organises alone", async () => {
    const megan = await eventsOf("megan");
    const now = Date.now();
    const view = await megan.view(now, now + day, "Europe/Berlin");
    const theirs = view.ok ? view.value.find(({ youOrganise }) => !youOrganise) : undefined;
    expect(await megan.cancel(theirs?.eventId ?? "", null)).toMatchObject({
      error: { kind: "not-allowed" },
    });
  });
});

test.each([
  ["alex", { teams: true, preferred: "teamsForBusiness" }],
  ["nolicence", { teams: false, preferred: "unknown" }],
  ["personal", { teams: false, preferred: "unknown" }],
] as const)("the calendar of %s says which meetings it can have", async (persona, value) => {
  expect(await (await eventsOf(persona)).allowedProviders()).toEqual({ ok: true, value });
});

describe("view", () => {
  test("brings all pages in order, series taken apart, in real time over a change of clocks", async () => {
    // Clocks in Berlin go forward on 28 March 2027.
    const first = Date.parse("2027-03-24T09:00:00Z");
    const recurrence = { every: "day", until: null, count: 60 } as const;
    await made({ startAt: first, endAt: first + 30 * minute, recurrence });
    await made({ startAt: first - day, endAt: first - day + minute, attendees });
    const view = await events.view(first - 2 * day, first + 90 * day, "Europe/Berlin");
    const starts = view.ok ? view.value.map((each) => each.startAt) : [];
    expect(starts).toHaveLength(61);
    expect(starts.slice(0, 6)).toEqual([
      first - day,
      first,
      first + day,
      first + 2 * day,
      first + 3 * day,
      first + 4 * day - 60 * minute,
    ]);
    const single = view.ok ? view.value[0] : null;
    expect(single).toMatchObject({
      inviteeCount: 1,
      youOrganise: true,
      joinUrl: expect.any(String),
    });
    expect(operations().filter((each) => each === "listCalendarView")).toHaveLength(3);
  });

  test("fails as a whole where one page does", async () => {
    sandbox.faults.add({ on: "listCalendarView", kind: "html" });
    const view = await events.view(startAt, startAt + day, "UTC");
    expect(view).toMatchObject({ ok: false, error: { kind: "captive-portal" } });
  });
});

describe("findByTransaction", () => {
  test("finds the one that this intent made, single or series, and nothing for others", async () => {
    const single = request();
    const series = request({ recurrence: { every: "week", until: "2027-06-01", count: null } });
    const found = [];
    for (const asked of [single, series]) {
      const result = await events.create(asked, {});
      const event = await events.findByTransaction(asked.transactionId, startAt, startAt);
      found.push([event.ok && event.value?.eventId, result.ok && result.value.eventId]);
    }
    for (const [one, other] of found) expect(one).toBe(other);
    for (const [id, from] of [
      ["nobody's", startAt],
      [single.transactionId, startAt + day],
    ] as const)
      expect(await events.findByTransaction(id, from, from)).toEqual({ ok: true, value: null });
  });
});
