import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { readLocalTime } from "../../main/times/local-time.ts";
import {
  draftOfMeeting,
  endOf,
  minutesBetween,
  newDraft,
  occurrenceOf,
  startOf,
  wallTimeOf,
} from "../../renderer/ui/wall-time.ts";

const minute = 60_000;
const zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"];

describe("a time on the clock and which one it is", () => {
  test("are the instant they came from", () => {
    // Whole minutes from 2026 to 2036.
    const instants = fc.integer({ min: 29_454_240, max: 34_713_600 }).map((at) => at * minute);
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (at, zone) => {
        const { date, time } = wallTimeOf(at, zone);
        expect(readLocalTime(date, time, zone, occurrenceOf(at, zone))).toEqual({ at });
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ["2027-10-31T00:30:00Z", "Europe/Berlin", "earlier"],
    ["2027-10-31T01:30:00Z", "Europe/Berlin", "later"],
    ["2027-10-31T03:30:00Z", "Europe/Berlin", null],
    ["2027-04-03T14:45:00Z", "Australia/Lord_Howe", "earlier"],
    ["2027-04-03T15:15:00Z", "Australia/Lord_Howe", "later"],
  ])("%s in %s is %s", (at, zone, occurrence) => {
    expect(occurrenceOf(Date.parse(at), zone)).toBe(occurrence);
  });
});

test("a new draft begins with the next half hour", () => {
  const now = Date.parse("2026-11-23T12:52:00Z");
  const options = { chat: "disabled" } as const;
  const draft = newDraft(now, "Europe/Berlin", { durationMinutes: 45, options });
  expect(startOf(draft)).toEqual({ date: "2026-11-23", time: "14:00" });
  expect(minutesBetween(startOf(draft), endOf(draft))).toBe(45);
  expect(draft).toMatchObject({ subject: "", timeZone: null, options });
});

test("a meeting that exists is drawn as it stands, without options", () => {
  const startAt = Date.parse("2026-11-23T23:30:00Z");
  const meeting = { subject: "Night shift", startAt, endAt: startAt + 90 * minute };
  const draft = draftOfMeeting(meeting, "Europe/Berlin");
  expect(startOf(draft)).toEqual({ date: "2026-11-24", time: "00:30" });
  expect(endOf(draft)).toEqual({ date: "2026-11-24", time: "02:00" });
  expect(draft.options).toEqual({});
});
