import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import type { CustomZone } from "../../../main/base/custom-zone.ts";
import { offsetAt } from "../../../main/calendar/custom-zone.ts";

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

const halfHour = 30 * 60_000;
const day = 48 * halfHour;
const from = Date.parse("2026-12-01T00:00Z");

const offsetOf = (id: string, at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(id).offset;

/** Every noon of 400 days, and every half hour of the days on which the clocks are changed and around them. */
function moments(id: string): number[] {
  const noons = Array.from({ length: 400 }, (_, days) => from + days * day + day / 2);
  const changes = noons.filter((noon) => offsetOf(id, noon) !== offsetOf(id, noon - day));
  const around = changes.flatMap((noon) =>
    Array.from({ length: 3 * 48 }, (_, steps) => noon - 2 * day + steps * halfHour),
  );
  return [...noons, ...around];
}

describe.each(zones)("the rules of %s", (id, zone) => {
  test("give its offset, through every change of its clocks", () => {
    const all = moments(id);
    expect(all).toHaveLength(400 + (zone.summer ? 2 * 3 * 48 : 0));
    const wrong = all.filter((at) => offsetAt(zone, at) !== offsetOf(id, at));
    expect(wrong.map((at) => new Date(at).toISOString())).toEqual([]);
  });
});
