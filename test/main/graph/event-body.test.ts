import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { findIana } from "windows-iana";

import { changeBody, createBody, type EventRequest } from "../../../main/graph/event-body.ts";

const at = (text: string) => Date.parse(text);
const request: EventRequest = {
  transactionId: "intent-1",
  subject: "Review",
  startAt: at("2027-03-01T09:00:00Z"),
  endAt: at("2027-03-01T09:30:00Z"),
  timeZone: "Europe/Berlin",
  attendees: [],
  bodyText: null,
  recurrence: null,
  reminder: null,
  allowNewTimeProposals: false,
};

test("a plain event leaves to Outlook what nobody asked for", () => {
  expect(createBody(request)).toEqual({
    transactionId: "intent-1",
    subject: "Review",
    start: { dateTime: "2027-03-01T10:00:00", timeZone: "W. Europe Standard Time" },
    end: { dateTime: "2027-03-01T10:30:00", timeZone: "W. Europe Standard Time" },
    attendees: [],
    allowNewTimeProposals: false,
    responseRequested: false,
    isOnlineMeeting: true,
    onlineMeetingProvider: "teamsForBusiness",
  });
});

test("changes name nothing that stays, and never the text", () => {
  expect(changeBody({})).toEqual({});
  expect(changeBody({ reminder: 0 })).toEqual({
    isReminderOn: true,
    reminderMinutesBeforeStart: 0,
  });
});

describe("a series", () => {
  const series = (every: "day" | "weekday" | "week" | "month", limit: object = {}) =>
    createBody({
      ...request,
      startAt: at("2027-01-31T09:00:00Z"),
      endAt: at("2027-01-31T10:00:00Z"),
      recurrence: { every, until: null, count: null, ...limit },
    })["recurrence"];

  test.each([
    ["day", { type: "daily", interval: 1 }],
    ["week", { type: "weekly", interval: 1, daysOfWeek: ["sunday"] }],
    ["month", { type: "absoluteMonthly", interval: 1, dayOfMonth: 31 }],
    [
      "weekday",
      {
        type: "weekly",
        interval: 1,
        daysOfWeek: ["monday", "tuesday", "wednesday", "thursday", "friday"],
      },
    ],
  ] as const)("on every %s has its pattern", (every, pattern) => {
    expect(series(every)).toMatchObject({
      pattern,
      range: { type: "noEnd", startDate: "2027-01-31" },
    });
  });

  test("ends on a day, or after a number of times", () => {
    expect(series("day", { until: "2027-03-01" })).toMatchObject({
      range: { type: "endDate", endDate: "2027-03-01" },
    });
    expect(series("day", { count: 3 })).toMatchObject({
      range: { type: "numbered", numberOfOccurrences: 3 },
    });
  });
});

describe("times", () => {
  test("that clocks show twice, and zones Graph may not know, are sent in UTC", () => {
    const second = { startAt: at("2027-10-31T01:30:00Z"), endAt: at("2027-10-31T02:30:00Z") };
    expect(createBody({ ...request, ...second })["start"]).toEqual({
      dateTime: "2027-10-31T01:30:00",
      timeZone: "UTC",
    });
    expect(createBody({ ...request, timeZone: "America/Coyhaique" })["start"]).toEqual({
      dateTime: "2027-03-01T09:00:00",
      timeZone: "UTC",
    });
  });

  test("mean the instants they were made of, in every zone and on every day", () => {
    const zones = Intl.supportedValuesOf("timeZone");
    const instants = fc.integer({
      min: at("2026-01-01T00:00:00Z"),
      max: at("2036-01-01T00:00:00Z"),
    });
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (timeZone, startAt) => {
        const { start } = createBody({ ...request, timeZone, startAt, endAt: startAt + 1 });
        expect(readAs(start, timeZone)).toBe(startAt);
      }),
      { numRuns: 500 },
    );
  });
});

/** As Graph reads it, with the person's own zone wherever the name stands for it too. */
function readAs(said: unknown, timeZone: string): number {
  const { dateTime, timeZone: name } = Object.assign({ dateTime: "", timeZone: "" }, said);
  const zones: readonly string[] = findIana(name);
  const zone = zones.includes(timeZone) ? timeZone : (zones[0] ?? name);
  return Temporal.PlainDateTime.from(dateTime).toZonedDateTime(zone).epochMilliseconds;
}
