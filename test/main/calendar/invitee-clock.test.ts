import { describe, expect, test } from "vitest";

import { inviteeTime } from "../../../main/calendar/invitee-clock.ts";
import type { Schedule, Taken } from "../../../main/graph/schedule-answer.ts";

const weekdays = [1, 2, 3, 4, 5];
const nineToFive = { weekdays, from: "09:00", to: "17:00" };

const person = (name: string | null, changes: Partial<Schedule> = {}): Schedule => ({
  address: "zoe@contoso.com",
  zone: name === null ? null : { name },
  hours: null,
  taken: [],
  ...changes,
});

const span = (start: string, minutes = 45) => {
  const startAt = Date.parse(start);
  return { startAt, endAt: startAt + minutes * 60_000 };
};

/** A Wednesday. */
const meeting = span("2027-03-03T14:30Z");

const lineOf = (schedule: Schedule, when = meeting) => {
  const { clock, standing } = inviteeTime(schedule, when);
  if (!clock) return [null, standing];
  const { start, end, city } = clock;
  return [`${start.date} ${start.time}`, `${end.date} ${end.time}`, city, standing];
};

describe("the clock of somebody invited", () => {
  test.each([
    ["Pacific Standard Time", "2027-03-03 06:30", "2027-03-03 07:15", "Los Angeles"],
    ["W. Europe Standard Time", "2027-03-03 15:30", "2027-03-03 16:15", "Berlin"],
    ["Asia/Kolkata", "2027-03-03 20:00", "2027-03-03 20:45", "Kolkata"],
    ["India Standard Time", "2027-03-03 20:00", "2027-03-03 20:45", "Kolkata"],
    ["Asia/Calcutta", "2027-03-03 20:00", "2027-03-03 20:45", "Kolkata"],
    ["Nepal Standard Time", "2027-03-03 20:15", "2027-03-03 21:00", "Kathmandu"],
    ["Chatham Islands Standard Time", "2027-03-04 04:15", "2027-03-04 05:00", "Chatham"],
    ["Tokyo Standard Time", "2027-03-03 23:30", "2027-03-04 00:15", "Tokyo"],
    ["Samoa Standard Time", "2027-03-04 03:30", "2027-03-04 04:15", "Apia"],
    ["UTC", "2027-03-03 14:30", "2027-03-03 15:15", "UTC"],
    ["UTC-08", "2027-03-03 06:30", "2027-03-03 07:15", "UTC-08:00"],
  ])("in %s", (name, start, end, city) => {
    expect(lineOf(person(name))).toEqual([start, end, city, "free"]);
  });

  test.each([
    // The clocks go forward in America three weeks before Europe's.
    ["America/New_York", "2027-03-13T14:30Z", "2027-03-13 09:30"],
    ["America/New_York", "2027-03-15T14:30Z", "2027-03-15 10:30"],
    ["Europe/Berlin", "2027-03-27T14:30Z", "2027-03-27 15:30"],
    ["Europe/Berlin", "2027-03-29T14:30Z", "2027-03-29 16:30"],
    // The hour that is skipped, and the one that comes twice.
    ["Europe/Berlin", "2027-03-28T01:30Z", "2027-03-28 03:30"],
    ["Europe/Berlin", "2027-10-31T00:30Z", "2027-10-31 02:30"],
    ["Europe/Berlin", "2027-10-31T01:30Z", "2027-10-31 02:30"],
  ])("in %s at %s", (name, at, start) => {
    expect(lineOf(person(name), span(at))[0]).toBe(start);
  });

  test("runs on through a change during the meeting", () => {
    const [start, end] = lineOf(person("Europe/Berlin"), span("2027-03-28T00:30Z", 60));
    expect([start, end]).toEqual(["2027-03-28 01:30", "2027-03-28 03:30"]);
  });

  test("goes by rules where the zone has no name", () => {
    const change = { weekday: 7, time: "02:00" };
    const rules = {
      biasMinutes: 480,
      summer: {
        biasMinutes: -60,
        begins: { ...change, month: 3, occurrence: 2 },
        ends: { ...change, month: 11, occurrence: 1 },
      },
    };
    const zone = { rules };
    expect(lineOf(person(null, { zone }))).toEqual([
      "2027-03-03 06:30",
      "2027-03-03 07:15",
      "UTC-08:00",
      "free",
    ]);
    expect(lineOf(person(null, { zone }), span("2027-07-07T14:30Z"))[2]).toBe("UTC-07:00");
    const india = { rules: { biasMinutes: -330, summer: null } };
    expect(lineOf(person(null, { zone: india }))[2]).toBe("UTC+05:30");
  });

  test.each([null, "Customized Time Zone", "Mars", "+01:00", "", "ist", "../etc/passwd"])(
    "is not known for %j",
    (name) => {
      expect(lineOf(person(name, { hours: nineToFive }))).toEqual([null, "free"]);
    },
  );
});

describe("what their calendar says", () => {
  const taken = (as: Taken["as"], start: string, minutes = 30): Taken => ({
    ...span(start, minutes),
    as,
  });
  const busy = taken("busy", "2027-03-03T15:00Z");
  const standingOf = (changes: Partial<Schedule>, when = meeting) =>
    inviteeTime(person("Europe/London", changes), when).standing;

  test("is busy where another meeting touches this one, free where it only borders on it", () => {
    expect(standingOf({ taken: [busy] })).toBe("busy");
    expect(standingOf({ taken: [taken("busy", "2027-03-03T14:00Z")] })).toBe("free");
    expect(standingOf({ taken: [taken("busy", "2027-03-03T15:15Z")] })).toBe("free");
    expect(standingOf({ taken: [taken("busy", "2027-03-03T00:00Z", 24 * 60)] })).toBe("busy");
  });

  test("is what matters most", () => {
    const perhaps = taken("tentative", "2027-03-03T14:30Z");
    const unknown = taken("unknown", "2027-03-03T14:30Z");
    const evening = { ...nineToFive, from: "18:00", to: "22:00" };
    expect(standingOf({ taken: [perhaps, busy], hours: evening })).toBe("busy");
    expect(standingOf({ taken: [perhaps], hours: evening })).toBe("outside-hours");
    expect(standingOf({ taken: [unknown, perhaps] })).toBe("perhaps-busy");
    expect(standingOf({ taken: [unknown] })).toBeNull();
    expect(standingOf({ taken: null })).toBeNull();
    expect(standingOf({ taken: null, hours: evening })).toBe("outside-hours");
  });

  test.each([
    ["in the middle of the day", "2027-03-03T14:30Z", true],
    ["as the day begins", "2027-03-03T09:00Z", true],
    ["as the day ends", "2027-03-03T16:15Z", true],
    ["a minute before it begins", "2027-03-03T08:59Z", false],
    ["beyond its end", "2027-03-03T16:16Z", false],
    ["on a Saturday", "2027-03-06T14:30Z", false],
    ["in summer, on their clock", "2027-07-07T08:00Z", true],
    ["in winter at the same instant", "2027-03-03T08:00Z", false],
  ])("is of their working hours: %s", (_name, at, isWithin) => {
    expect(standingOf({ hours: nineToFive }, span(at))).toBe(isWithin ? "free" : "outside-hours");
  });

  test.each([
    ["2027-03-03T22:30Z", "free"],
    ["2027-03-03T23:45Z", "free"],
    ["2027-03-04T05:15Z", "free"],
    ["2027-03-04T05:30Z", "outside-hours"],
    // Friday's shift ends on Saturday; there is none on Saturday evening.
    ["2027-03-06T03:00Z", "free"],
    ["2027-03-06T22:30Z", "outside-hours"],
    // Sunday's would have ended on Monday morning.
    ["2027-03-08T03:00Z", "outside-hours"],
  ])("knows night shifts: %s", (at, standing) => {
    const night = { weekdays, from: "22:00", to: "06:00" };
    expect(standingOf({ hours: night }, span(at))).toBe(standing);
  });

  test("knows working days of 24 hours, and those the clocks cut short", () => {
    const always = { weekdays: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "00:00" };
    expect(standingOf({ hours: always }, span("2027-03-28T00:30Z", 120))).toBe("free");
    const early = { weekdays: [7], from: "01:30", to: "09:00" };
    expect(standingOf({ hours: early }, span("2027-03-28T01:30Z"))).toBe("free");
  });
});
