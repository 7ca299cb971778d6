import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import type { ScheduleDraft } from "../../../main/contract/drafts.ts";
import { readSchedule } from "../../../main/meetings/schedule-reading.ts";
import { readLocalTime } from "../../../main/times/local-time.ts";

const berlin = "Europe/Berlin";
const now = Date.parse("2026-11-23T12:52:00Z");
const draft = (changes: Partial<ScheduleDraft> = {}): ScheduleDraft => ({
  subject: "Design review",
  startDate: "2026-11-24",
  startTime: "14:30",
  endDate: "2026-11-24",
  endTime: "15:15",
  startOccurrence: null,
  endOccurrence: null,
  timeZone: null,
  options: {},
  event: null,
  ...changes,
});
const read = (changes: Partial<ScheduleDraft>, zone = berlin) =>
  readSchedule(draft(changes), zone, now);

test("a good draft is two instants", () => {
  expect(read({})).toEqual({
    problems: null,
    startAt: Date.parse("2026-11-24T13:30:00Z"),
    endAt: Date.parse("2026-11-24T14:15:00Z"),
  });
});

describe("refused, each at its own field", () => {
  test.each([
    [{ subject: "  " }, { subject: "empty", start: null, end: null, event: null }],
    [{ subject: "x".repeat(256) }, { subject: "too-long", start: null, end: null, event: null }],
    [{ startTime: "" }, { start: { kind: "missing" } }],
    [{ endDate: "" }, { end: { kind: "missing" } }],
    [{ startDate: "2026-02-30" }, { start: { kind: "missing" } }],
    [{ startTime: "25:00" }, { start: { kind: "missing" } }],
    [{ startDate: "2026-11-22" }, { start: { kind: "past" } }],
    [{ endTime: "14:30" }, { end: { kind: "end-before-start" } }],
    [{ endTime: "14:00" }, { end: { kind: "end-before-start" } }],
    [{ endDate: "2026-11-25", endTime: "14:31" }, { end: { kind: "too-long" } }],
  ])("%j", (changes, problems) => {
    expect(read(changes).problems).toMatchObject(problems);
  });

  test("exactly 24 hours and exactly 255 characters are fine", () => {
    expect(read({ endDate: "2026-11-25", endTime: "14:30" }).problems).toBeNull();
    expect(read({ subject: "x".repeat(255) }).problems).toBeNull();
  });

  test("the minute that just began is not the past", () => {
    expect(
      read({ startDate: "2026-11-23", startTime: "13:52", endDate: "2026-11-23" }).problems,
    ).toBeNull();
    expect(read({ startDate: "2026-11-23", startTime: "13:50" }).problems).toMatchObject({
      start: { kind: "past" },
    });
  });
});

describe("clock changes", () => {
  test("a time that does not exist is named with its neighbours", () => {
    const result = read({ startDate: "2027-03-28", startTime: "02:30", endDate: "2027-03-28" });
    expect(result.startAt).toBeNull();
    expect(result.problems?.start).toEqual({
      kind: "does-not-exist",
      before: "01:30",
      after: "03:30",
    });
  });

  test("a time that exists twice asks which, and takes the answer", () => {
    const twice = { startDate: "2027-10-31", startTime: "02:30", endDate: "2027-10-31" };
    expect(read({ ...twice, endTime: "04:00" }).problems?.start).toEqual({
      kind: "exists-twice",
      earlierOffset: "+02:00",
      laterOffset: "+01:00",
    });
    const earlier = read({ ...twice, endTime: "04:00", startOccurrence: "earlier" });
    const later = read({ ...twice, endTime: "04:00", startOccurrence: "later" });
    expect(earlier).toMatchObject({ problems: null, startAt: Date.parse("2027-10-31T00:30:00Z") });
    expect(later).toMatchObject({ problems: null, startAt: Date.parse("2027-10-31T01:30:00Z") });
  });

  test("24 hours are counted in elapsed time", () => {
    const overnight = { startDate: "2027-10-30", startTime: "12:00", endDate: "2027-10-31" };
    expect(read({ ...overnight, endTime: "12:00" }).problems?.end).toEqual({ kind: "too-long" });
    expect(read({ ...overnight, endTime: "11:00" }).problems).toBeNull();
  });

  test("half-hour shifts are seen too (Lord Howe)", () => {
    const reading = readLocalTime("2026-10-04", "02:15", "Australia/Lord_Howe", null);
    expect(reading).toEqual({
      problem: { kind: "does-not-exist", before: "01:45", after: "02:45" },
    });
  });
});

test("in any zone a reading says the typed time again, or is a problem", () => {
  const zones = Intl.supportedValuesOf("timeZone");
  const minutes = fc.integer({ min: 0, max: 10 * 365 * 1440 });
  fc.assert(
    fc.property(fc.constantFrom(...zones), minutes, (zone, offset) => {
      const wall = Temporal.PlainDateTime.from("2026-01-01T00:00").add({ minutes: offset });
      const [date = "", time = ""] = wall.toString({ smallestUnit: "minute" }).split("T");
      const reading = readLocalTime(date, time, zone, null);
      if ("problem" in reading)
        expect(["does-not-exist", "exists-twice"]).toContain(reading.problem.kind);
      else {
        const back = Temporal.Instant.fromEpochMilliseconds(reading.at).toZonedDateTimeISO(zone);
        expect(back.toPlainDateTime().equals(wall)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
