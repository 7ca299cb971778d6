import * as v from "valibot";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { createGraphCaller, type GraphCaller } from "./graph-caller.ts";
import { obtainTokens } from "./obtain-tokens.ts";
import type { PersonaId } from "./personas.ts";
import { type Sandbox, startSandbox } from "./sandbox.ts";

let sandbox: Sandbox;
let graph: GraphCaller;
const scopes = ["User.Read", "OnlineMeetings.ReadWrite", "Calendars.ReadWrite"];
async function callerFor(persona: PersonaId, wanted = scopes) {
  const { access_token: token } = await obtainTokens(sandbox, { persona, scopes: wanted });
  return createGraphCaller(sandbox.descriptor.graphBaseUrl, token);
}
beforeAll(async () => {
  sandbox = await startSandbox();
  graph = await callerFor("alex");
});
beforeEach(() => sandbox.forgetRequests());
afterAll(() => sandbox.close());

const berlin = "W. Europe Standard Time";
const times = {
  start: { dateTime: "2027-03-01T10:00:00", timeZone: berlin },
  end: { dateTime: "2027-03-01T10:30:00", timeZone: berlin },
};
let count = 0;
function asking(members: object = {}) {
  count += 1;
  const online = { isOnlineMeeting: true, onlineMeetingProvider: "teamsForBusiness" };
  return { transactionId: `intent-${count}`, subject: "Review", ...times, ...online, ...members };
}
const made = async (members?: object) => {
  const { body } = await graph("POST", "/me/events", asking(members));
  const id = String(body?.["id"]);
  return { body, id, path: `/me/events/${encodeURIComponent(id)}` };
};
const attendees = [{ emailAddress: { address: "zoe@contoso.com", name: "Zoë" }, type: "required" }];
const online = v.object({ onlineMeeting: v.nullable(v.object({ joinUrl: v.string() })) });
const joinUrlOf = (body: unknown) => v.parse(online, body).onlineMeeting?.joinUrl ?? null;
const list = v.object({ value: v.array(v.object({ id: v.string() })) });

describe("an event that is made", () => {
  it("comes back in UTC with its meeting, and is logged with its id", async () => {
    const body = asking({ attendees, body: { contentType: "text", content: "1 < 2" } });
    const reply = await graph("POST", "/me/events", body);
    expect(reply).toMatchObject({
      status: 201,
      body: {
        transactionId: body.transactionId,
        start: { dateTime: "2027-03-01T09:00:00.0000000", timeZone: "UTC" },
        isOrganizer: true,
        isOnlineMeeting: true,
        attendees: [{ emailAddress: { address: "zoe@contoso.com" } }],
        organizer: { emailAddress: { address: "alex@contoso.com" } },
      },
    });
    expect(joinUrlOf(reply.body)).toMatch(/^https:\/\/teams\.microsoft\.com\//u);
    expect(JSON.stringify(reply.body?.["body"])).toContain("1 &lt; 2");
    expect(sandbox.requests().at(-1)).toMatchObject({
      operation: "createEvent",
      transactionId: body.transactionId,
      eventId: reply.body?.["id"],
      status: 201,
    });
  });

  it("is the same one for the same id, once for many calls, and another for another person", async () => {
    const body = asking();
    const replies = await Promise.all(
      Array.from({ length: 6 }, () => graph("POST", "/me/events", body)),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(replies.map((reply) => reply.body?.["id"])).size).toBe(1);
    const other = await (await callerFor("megan"))("POST", "/me/events", body);
    expect(other.body?.["id"]).not.toBe(replies[0]?.body?.["id"]);
    const own = sandbox.events().filter((each) => each.transactionId === body.transactionId);
    expect(own).toHaveLength(2);
  });

  it("is not made of an id that made something else", async () => {
    const body = asking();
    await graph("POST", "/me/events", body);
    expect(await graph("POST", "/me/events", { ...body, subject: "Other" })).toMatchObject({
      status: 409,
      body: { error: { code: "ErrorDuplicateTransactionId" } },
    });
  });

  it.each([
    ["a member nobody knows", { colour: "red" }],
    ["a time with an offset", { start: { ...times.start, dateTime: "2027-03-01T10:00:00Z" } }],
    ["a day that does not exist", { start: { ...times.start, dateTime: "2027-02-30T10:00:00" } }],
    ["a zone nobody knows", { start: { ...times.start, timeZone: "Mars/Olympus" } }],
    ["a zone that is an offset", { start: { ...times.start, timeZone: "+01:00" } }],
    ["an end before the start", { end: { ...times.end, dateTime: "2027-03-01T09:00:00" } }],
    ["an attendee without an address", { attendees: [{ emailAddress: { name: "Zoë" } }] }],
    ["a provider nobody knows", { onlineMeetingProvider: "teamsForConsumer" }],
    ["a reminder as text", { reminderMinutesBeforeStart: "15" }],
    ["a text of another kind", { body: { contentType: "markdown", content: "" } }],
    ["all day, but not from midnight", { isAllDay: true }],
  ])("is refused with %s", async (_name, members) => {
    const before = sandbox.events().length;
    expect((await graph("POST", "/me/events", asking(members))).status).toBe(400);
    expect(sandbox.events()).toHaveLength(before);
  });

  const pattern = { type: "daily", interval: 1 };
  const range = { type: "noEnd", startDate: "2027-03-01" };
  it.each([
    ["no range", { pattern }],
    ["an interval of none", { pattern: { ...pattern, interval: 0 }, range }],
    ["a week without days", { pattern: { type: "weekly", interval: 1, daysOfWeek: [] }, range }],
    ["a month without its day", { pattern: { type: "absoluteMonthly", interval: 1 }, range }],
    ["a beginning on another day", { pattern, range: { ...range, startDate: "2027-03-02" } }],
    ["an end before it", { pattern, range: { ...range, type: "endDate", endDate: "2027-02-01" } }],
    ["no number of times", { pattern, range: { ...range, type: "numbered" } }],
  ])("repeats not with %s", async (_name, recurrence) => {
    expect((await graph("POST", "/me/events", asking({ recurrence }))).status).toBe(400);
  });
});

describe("its link", () => {
  it("may come late, and then belongs to the one meeting that can be changed", async () => {
    sandbox.delayJoinUrls(2);
    const { path, body } = await made();
    sandbox.delayJoinUrls(0);
    expect(body).toMatchObject({ isOnlineMeeting: true, onlineMeeting: null });
    const seen = [];
    for (let reads = 0; reads < 3; reads += 1)
      seen.push(joinUrlOf((await graph("GET", path)).body));
    expect(seen).toEqual([null, null, expect.stringMatching(/^https:/u)]);
    const filter = encodeURIComponent(`JoinWebUrl eq '${seen[2]}'`);
    const found = await graph("GET", `/me/onlineMeetings?$filter=${filter}`);
    const [meeting] = v.parse(list, found.body).value;
    const lobby = { lobbyBypassSettings: { scope: "everyone" } };
    const changed = await graph("PATCH", `/me/onlineMeetings/${meeting?.id}`, lobby);
    expect(changed).toMatchObject({ status: 200, body: lobby });
  });

  it("is not there without Teams", async () => {
    const reply = await (await callerFor("nolicence"))("POST", "/me/events", asking());
    const none = { isOnlineMeeting: false, onlineMeeting: null };
    expect(reply).toMatchObject({ status: 201, body: none });
  });
});

describe("one event", () => {
  it("is changed, its meeting with it, but not its id", async () => {
    const { path, body } = await made();
    const end = { dateTime: "2027-03-01T11:00:00", timeZone: berlin };
    const changed = await graph("PATCH", path, { subject: "Planning", end });
    expect(changed).toMatchObject({ status: 200, body: { subject: "Planning" } });
    expect(joinUrlOf(changed.body)).toBe(joinUrlOf(body));
    expect(
      sandbox.meetings().find(({ joinWebUrl }) => joinWebUrl === joinUrlOf(body)),
    ).toMatchObject({ subject: "Planning", endDateTime: "2027-03-01T10:00:00.000Z" });
    expect((await graph("PATCH", path, { transactionId: "other" })).status).toBe(400);
  });

  it("loses its meeting with a text that has not the meeting's part", async () => {
    const { path } = await made();
    const text = { body: { contentType: "html", content: "<p>New</p>" } };
    expect((await graph("PATCH", path, text)).body).toMatchObject({ onlineMeeting: null });
  });

  it("is deleted with its meeting", async () => {
    const { path, body } = await made();
    expect((await graph("DELETE", path)).status).toBe(204);
    for (const method of ["GET", "DELETE"])
      expect(await graph(method, path)).toMatchObject({
        status: 404,
        body: { error: { code: "ErrorItemNotFound" } },
      });
    const meeting = sandbox.meetings().find(({ joinWebUrl }) => joinWebUrl === joinUrlOf(body));
    expect(meeting?.deletedAt).not.toBeNull();
  });

  it("is cancelled where somebody is invited, with a word to them", async () => {
    const alone = await made();
    expect((await graph("POST", `${alone.path}/cancel`, {})).status).toBe(400);
    const { path, id } = await made({ attendees });
    const told = await graph("POST", `${path}/cancel`, { comment: "Ill, sorry" });
    expect([told.status, told.body]).toEqual([202, null]);
    expect(sandbox.events().find((each) => each.id === id)).toMatchObject({
      endedBy: "cancel",
      comment: "Ill, sorry",
    });
    expect((await graph("POST", `${path}/cancel`, {})).status).toBe(404);
  });

  it("of another person does not exist", async () => {
    const { path } = await made();
    expect((await (await callerFor("megan"))("GET", path)).status).toBe(404);
  });
});

describe("who may call", () => {
  it("is refused in Outlook's own words", async () => {
    const denied = { status: 403, body: { error: { code: "ErrorAccessDenied" } } };
    const without = await callerFor("alex", ["User.Read", "OnlineMeetings.ReadWrite"]);
    for (const path of ["/me/calendar", "/me/events", "/me/people", "/me/calendarView"])
      expect(await without("GET", path)).toMatchObject(denied);
    const reader = await callerFor("alex", ["User.Read", "Calendars.Read"]);
    expect((await reader("GET", "/me/calendar")).status).toBe(200);
    expect(await reader("POST", "/me/events", asking())).toMatchObject(denied);
  });

  it("needs a mailbox, which a guest has not", async () => {
    const guest = await callerFor("guest");
    expect((await guest("GET", "/me/calendar")).status).toBe(404);
  });

  it.each<[PersonaId, unknown]>([
    ["alex", ["teamsForBusiness"]],
    ["nolicence", []],
    ["personal", ["unknown"]],
  ])("hears which meetings the calendar of %s can have", async (persona, allowed) => {
    const select = "$select=allowedOnlineMeetingProviders,defaultOnlineMeetingProvider";
    const { body } = await (await callerFor(persona))("GET", `/me/calendar?${select}`);
    expect(body?.["allowedOnlineMeetingProviders"]).toEqual(allowed);
  });

  it("meets faults as in other calls", async () => {
    sandbox.faults.add({ on: "createEvent", kind: "reset", when: "after" });
    const body = asking();
    await expect(graph("POST", "/me/events", body)).rejects.toThrow("fetch failed");
    expect((await graph("POST", "/me/events", body)).status).toBe(201);
    const own = sandbox.events().filter((each) => each.transactionId === body.transactionId);
    expect(own).toHaveLength(1);
    expect(sandbox.requests().map(({ status, faults }) => [status, faults])).toEqual([
      [null, ["reset"]],
      [201, []],
    ]);
  });
});
