import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import { type CustomZone, offsetAt } from "../../../main/times/custom-zone.ts";

const change = (month: number, occurrence: number, time: string) => ({
  month,
  weekday: 7,
  occurrence,
  time,
});

/** Windows' rules, and the zone that has the same. */
const zones: readonly [string, CustomZone][] = [
  [
    "America/Los_Angeles",
    {
      biasMinutes: 480,
      summer: { biasMinutes: -60, begins: change(3, 2, "02:00"), ends: change(11, 1, "02:00") },
    },
  ],
  [
    "Europe/Berlin",
    {
      biasMinutes: -60,
      summer: { biasMinutes: -60, begins: change(3, 5, "02:00"), ends: change(10, 5, "03:00") },
    },
  ],
  [
    "Australia/Sydney",
    {
      biasMinutes: -600,
      summer: { biasMinutes: -60, begins: change(10, 1, "02:00"), ends: change(4, 1, "03:00") },
    },
  ],
  [
    "Australia/Lord_Howe",
    {
      biasMinutes: -630,
      summer: { biasMinutes: -30, begins: change(10, 1, "02:00"), ends: change(4, 1, "02:00") },
    },
  ],
  ["Asia/Kolkata", { biasMinutes: -330, summer: null }],
  ["Pacific/Marquesas", { biasMinutes: 570, summer: null }],
];

describe.each(zones)("the rules of %s", (id, zone) => {
  test("give its offset, through every change of its clocks", () => {
    const halfHour = 30 * 60_000;
    const from = Date.parse("2026-12-01T00:00Z");
    const wrong: string[] = [];
    for (let at = from; at < from + 400 * 48 * halfHour; at += halfHour) {
      const instant = Temporal.Instant.fromEpochMilliseconds(at);
      const { offset } = instant.toZonedDateTimeISO(id);
      if (offsetAt(zone, at) !== offset) wrong.push(instant.toString());
    }
    expect(wrong).toEqual([]);
  });
});
