import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { joinHosts } from "../../../main/base/clouds.ts";
import { createCalendarEvents } from "../../../main/graph/calendar-events.ts";
import type { GraphCall, GraphResult } from "../../../main/graph/client.ts";
import { isOutlookUrl, parseEntry, parseEvent } from "../../../main/graph/event-answer.ts";

const trace = { requestId: null, clientRequestId: "c", attempts: 1, at: "", code: null };
const answered = (body: unknown): GraphResult => ({
  ok: true,
  value: { status: 200, body, trace: { ...trace, status: 200 } },
});

const joinUrl = "https://teams.microsoft.com/meet/1?p=2";
const event = {
  id: "AAMk/+=",
  subject: "Review",
  start: { dateTime: "2027-03-01T09:00:00.0000000", timeZone: "UTC" },
  end: { dateTime: "2027-03-01T09:30:00.0000000", timeZone: "UTC" },
  organizer: { emailAddress: { name: "Zoë", address: "zoe@contoso.com" } },
  onlineMeeting: { joinUrl },
  webLink: "https://outlook.office365.com/owa/?itemid=1",
};
const huge = "x".repeat(10_000_000);
const parse = (changes: object) => parseEvent({ ...event, ...changes }, joinHosts);
const entry = (changes: object, zone = "Europe/Berlin") =>
  parseEntry({ ...event, ...changes }, joinHosts, zone);

describe("what is no event", () => {
  test.each([null, undefined, [], "event", 7, {}, { id: "" }, { id: 7 }, { id: huge }])(
    "is refused: case %#",
    (body) => {
      expect(parseEvent(body, joinHosts)).toBeNull();
      expect(parseEntry(body, joinHosts, "UTC")).toBeNull();
    },
  );

  test("never throws, whatever comes", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(event)), fc.jsonValue()), (body) => {
        const said = [parse(body)?.joinUrl ?? joinUrl, entry(body)?.joinUrl ?? joinUrl];
        expect(said).toEqual([joinUrl, joinUrl]);
      }),
    );
  });
});

describe("places", () => {
  test("are all texts that may tell where an event is, cut to size", () => {
    const places = entry({
      onlineMeeting: null,
      onlineMeetingUrl: "https://zoom.us/j/1",
      location: { displayName: "Room 7", locationUri: "https://zoom.us/j/2" },
      bodyPreview: "y".repeat(5_000),
    })?.places;
    expect(places?.slice(0, 3)).toEqual(["https://zoom.us/j/1", "Room 7", "https://zoom.us/j/2"]);
    expect(places?.[3]).toHaveLength(1_000);
  });

  test("are none where an answer is odd", () => {
    const odd = { onlineMeeting: null, onlineMeetingUrl: 7, location: [], bodyPreview: {} };
    expect(entry(odd)?.places).toEqual([]);
    expect(entry({ onlineMeeting: null, location: { displayName: "" } })?.places).toEqual([]);
  });
});

describe("links", () => {
  test.each([
    "https://evil.example/meet/1",
    "http://teams.microsoft.com/meet/1",
    "https://teams.microsoft.com@evil.example/",
    "https://teams.microsoft.com.evil.example/",
    "javascript:alert(1)",
    `https://teams.microsoft.com/${huge}`,
    7,
  ])("to somewhere else are none: case %#", (bad) => {
    expect(parse({ onlineMeeting: { joinUrl: bad } })).toMatchObject({ joinUrl: null });
    expect(parse({ webLink: bad })).toMatchObject({ webLink: null, joinUrl });
  });

  test("to Outlook are known by their host", () => {
    expect(isOutlookUrl("https://outlook.office.com/calendar/item/1")).toBe(true);
    expect(isOutlookUrl("https://outlook.office.com:8443/")).toBe(false);
    expect(isOutlookUrl("https://outlook.office.com.evil.example/")).toBe(false);
  });
});

describe("an entry", () => {
  test("is cut to size", () => {
    const attendees = Array.from({ length: 20_000 }, (_, index) => ({
      type: "required",
      emailAddress: { name: huge, address: `p${index}@contoso.com` },
    }));
    const organizer = { emailAddress: { name: huge, address: "zoe@contoso.com" } };
    const cut = entry({ subject: huge, attendees, organizer });
    expect([cut?.subject?.length, cut?.organiserName?.length, cut?.inviteeCount]).toEqual([
      1_000, 200, 500,
    ]);
  });

  test.each([
    [{ timeZone: "W. Europe Standard Time" }, "2027-03-01T08:00:00Z"],
    [{ timeZone: "Asia/Kolkata" }, "2027-03-01T03:30:00Z"],
    [{ timeZone: "UTC" }, "2027-03-01T09:00:00Z"],
  ])("has its times read in any zone's name: %o", (zone, instant) => {
    const start = { ...event.start, ...zone };
    const end = { ...event.end, ...zone };
    expect(entry({ start, end })).toMatchObject({ startAt: Date.parse(instant) });
  });

  test.each([
    [{ start: { ...event.start, timeZone: "Mars" } }],
    [{ start: { ...event.start, dateTime: "2027-02-30T09:00:00" } }],
    [{ start: { ...event.start, dateTime: "soon" } }],
    [{ end: null }],
    [{ end: { ...event.end, dateTime: "2027-03-01T08:00:00" } }],
  ])("without its times is none: case %#", (changes) => {
    expect(entry(changes)).toBeNull();
  });

  test("of a whole day belongs to the day, wherever that is", () => {
    const whole = {
      isAllDay: true,
      start: { dateTime: "2027-03-28T00:00:00.0000000", timeZone: "UTC" },
      end: { dateTime: "2027-03-29T00:00:00.0000000", timeZone: "UTC" },
    };
    // The day on which Berlin's clocks go forward has 23 hours.
    expect(entry(whole)).toMatchObject({
      startAt: Date.parse("2027-03-27T23:00:00Z"),
      endAt: Date.parse("2027-03-28T22:00:00Z"),
    });
  });

  test("counts neither rooms nor the organiser nor what is no attendee", () => {
    const attendees = [
      { type: "required", emailAddress: { address: "Zoe@contoso.com" } },
      { type: "resource", emailAddress: { address: "room@contoso.com" } },
      { type: "optional", emailAddress: { address: "diego@contoso.com" } },
      { type: "required", emailAddress: { address: "a@b.example\r\nBcc: x@y" } },
      null,
      "diego@contoso.com",
    ];
    expect(entry({ attendees })?.inviteeAddresses).toEqual(["diego@contoso.com"]);
  });

  test.each(["__proto__", "constructor", "unheard-of", null])(
    "survives %s as an answer",
    (text) => {
      const said = entry({ responseStatus: { response: text }, showAs: text });
      expect(said).toMatchObject({ response: "none", showsAs: "busy" });
    },
  );
});

describe("a list", () => {
  const view = (reply: (call: GraphCall) => unknown) => {
    const calls: string[] = [];
    const graph = async (call: GraphCall) => {
      calls.push(call.path);
      return answered(reply(call));
    };
    const events = createCalendarEvents({ graph, joinHosts });
    return { calls, view: () => events.view(0, 1, "UTC") };
  };

  test("keeps its good entries where others are none", async () => {
    const { view: list } = view(() => ({
      value: [null, event, { id: 7 }, { ...event, start: 1 }],
    }));
    expect(await list()).toMatchObject({ ok: true, value: [{ eventId: "AAMk/+=" }] });
  });

  test("that never ends is cut, and its next page is asked of Graph alone", async () => {
    const next = "https://evil.example/elsewhere?$skip=25";
    const { calls, view: list } = view(() => ({ value: [event], "@odata.nextLink": next }));
    expect(await list()).toMatchObject({ ok: true });
    expect(calls).toHaveLength(20);
    expect(new Set(calls.slice(1))).toEqual(new Set(["/me/calendarView?$skip=25"]));
  });

  test.each([{}, { value: {} }, null, "x"])("of another shape cannot be read: %o", async (body) => {
    expect(await view(() => body).view()).toMatchObject({ error: { kind: "answer-unreadable" } });
  });
});
