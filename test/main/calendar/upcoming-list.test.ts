import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { countJoinable, listUpcoming, nextJoinable } from "../../../main/calendar/upcoming-list.ts";
import type { CalendarEntry } from "../../../main/graph/event-answer.ts";
import { anEntry } from "../../fakes/an-entry.ts";

const berlin = "Europe/Berlin";
const now = Date.parse("2026-11-23T12:52:00Z");
const minute = 60_000;
const hour = 60 * minute;

let count = 0;
/** Begins so many minutes from now and lasts so many. */
function entry(inMinutes: number, minutes: number, changes: Partial<CalendarEntry> = {}) {
  count += 1;
  return anEntry({
    eventId: `event-${count}`,
    subject: `Event ${count}`,
    startAt: now + inMinutes * minute,
    endAt: now + (inMinutes + minutes) * minute,
    webLink: null,
    ...changes,
  });
}
const list = (...events: CalendarEntry[]) => listUpcoming(events, now, berlin);
const ids = (events: CalendarEntry[], at = now, zone = berlin) =>
  listUpcoming(events, at, zone).map(({ date, rows }) => [date, rows.map(({ id }) => id)]);
const [row] = list(entry(12, 40, { response: "tentative" }))[0]?.rows ?? [];

test("a row says what people need", () => {
  expect(row).toMatchObject({
    startAt: now + 12 * minute,
    organiserName: "Adele Vance",
    youOrganise: false,
    inviteeCount: 2,
    isTentative: true,
    overlapsWith: null,
    phase: "soon",
  });
});

describe("a meeting of another product", () => {
  const elsewhere = entry(12, 40, {
    joinUrl: null,
    places: ["Room 7", "https://us02web.zoom.us/j/83443460156?pwd=abc"],
  });

  test("can be joined, counts, and is offered next", () => {
    const days = list(elsewhere);
    const url = "https://us02web.zoom.us/j/83443460156?pwd=abc";
    expect(days[0]?.rows[0]).toMatchObject({ joinUrl: url, product: "Zoom" });
    expect(countJoinable(days)).toBe(1);
    expect(nextJoinable(days, now)).toMatchObject({ id: elsewhere.eventId });
  });

  test("is none where Teams has one, and where nothing is said of any", () => {
    const joinUrl = "https://teams.microsoft.com/meet/1";
    expect(list({ ...elsewhere, joinUrl })[0]?.rows[0]).toMatchObject({ joinUrl, product: null });
    const nowhere = list({ ...elsewhere, places: ["Room 7"] });
    expect(nowhere[0]?.rows[0]).toMatchObject({ joinUrl: null, product: null });
    expect(countJoinable(nowhere)).toBe(0);
  });
});

describe("shown", () => {
  test.each([
    ["declined", { response: "declined" }],
    ["cancelled", { isCancelled: true }],
  ] as const)("is nothing that was %s", (_name, changes) => {
    expect(list(entry(12, 40, changes), entry(0, 1440, { ...changes, isAllDay: true }))).toEqual(
      [],
    );
  });

  test("is nothing that is over, and nothing after seven days", () => {
    expect(list(entry(-30, 30), entry(7 * 24 * 60, 30))).toEqual([]);
    expect(list(entry(-30, 31), entry(6 * 24 * 60, 30))).toHaveLength(2);
  });

  test("is each event once, in order", () => {
    const [late, early] = [entry(90, 30), entry(20, 30)];
    expect(ids([late, early, late])).toEqual([["2026-11-23", [early.eventId, late.eventId]]]);
  });

  test("is what began before today, under today", () => {
    const night = entry(-24 * 60, 48 * 60);
    expect(ids([night])).toEqual([["2026-11-23", [night.eventId]]]);
  });

  test("is a whole day apart, on each day it lasts", () => {
    const startAt = Date.parse("2026-11-23T23:00:00Z");
    const trip = entry(0, 0, { isAllDay: true, startAt, endAt: startAt + 48 * hour });
    const days = list(trip).map(({ date, daysAway, allDay, rows }) => [
      date,
      daysAway,
      allDay.length,
      rows.length,
    ]);
    expect(days).toEqual([
      ["2026-11-24", 1, 1, 0],
      ["2026-11-25", 2, 1, 0],
    ]);
  });
});

describe("days", () => {
  test.each([
    ["spring, 23 hours", "2027-03-28", "2027-03-27T23:00:00Z", 23],
    ["autumn, 25 hours", "2027-10-31", "2027-10-30T22:00:00Z", 25],
  ])("begin and end with the clocks: %s", (_name, date, begins, hours) => {
    const midnight = Date.parse(begins);
    const at = (startAt: number) => entry(0, 0, { startAt, endAt: startAt + minute });
    const events = [
      at(midnight - minute),
      at(midnight),
      at(midnight + hours * hour - minute),
      at(midnight + hours * hour),
    ];
    const days = ids(events, midnight - 2 * hour);
    expect(days[1]).toEqual([date, [events[1]?.eventId, events[2]?.eventId]]);
    expect(days).toHaveLength(3);
  });

  test("are those of the zone asked for", () => {
    const late = entry(10 * 60, 30);
    expect(ids([late])).toEqual([["2026-11-23", [late.eventId]]]);
    expect(ids([late], now, "Asia/Tokyo")).toEqual([["2026-11-24", [late.eventId]]]);
  });
});

test.each([
  [-1, "running"],
  [0, "running"],
  [1, "soon"],
  [15, "soon"],
  [16, "later"],
])("the phase of what starts in %i min is %s", (inMinutes, phase) => {
  expect(list(entry(inMinutes, 30))[0]?.rows[0]?.phase).toBe(phase);
});

describe("overlaps", () => {
  const overlapsOf = (...events: CalendarEntry[]) =>
    list(...events)[0]?.rows.map(({ overlapsWith }) => overlapsWith);

  test("are told of both, by the other's subject, even where it is empty", () => {
    const review = entry(12, 40, { subject: "Design review" });
    expect(overlapsOf(review, entry(40, 30, { subject: null }))).toEqual(["", "Design review"]);
  });

  test.each([
    ["what follows at once", {}, 52],
    ["what was declined", { response: "declined" }, 40],
    ["what shows as free", { showsAs: "free" }, 40],
  ] as const)("are none with %s", (_name, changes, inMinutes) => {
    const overlaps = overlapsOf(entry(12, 40), entry(inMinutes, 30, changes));
    expect(overlaps?.every((each) => each === null)).toBe(true);
  });

  test("are mutual, and no row is lost or shown twice", () => {
    const events = fc.array(
      fc.record({
        from: fc.integer({ min: -600, max: 3_000 }),
        for: fc.integer({ min: 1, max: 300 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(events, (some) => {
        const all = some.map((each) => entry(each.from, each.for));
        const rows = list(...all).flatMap((day) => day.rows);
        const current = all.filter(({ endAt }) => endAt > now);
        expect(rows.map(({ id }) => id).toSorted()).toEqual(
          current.map(({ eventId }) => eventId).toSorted(),
        );
        for (const { id, overlapsWith } of rows)
          if (overlapsWith !== null) {
            const other = rows.find(({ subject }) => subject === overlapsWith);
            expect(other?.id).not.toBe(id);
            expect(other?.overlapsWith).not.toBeNull();
          }
      }),
    );
  });
});

describe("the next one to join", () => {
  const next = (...events: CalendarEntry[]) => nextJoinable(list(...events), now)?.id ?? null;

  test.each([
    [31, null],
    [30, "offered"],
    [0, "offered"],
    [-9, "offered"],
    [-10, null],
  ])("%i min from its start: %s", (inMinutes, offered) => {
    const event = entry(inMinutes, 60);
    expect(next(event)).toBe(offered && event.eventId);
  });

  test("is the one whose start is nearest, has a link, and rather what was accepted", () => {
    const [begun, soon] = [entry(-5, 60), entry(20, 60)];
    expect(next(begun, soon)).toBe(begun.eventId);
    expect(next(entry(-9, 60), entry(2, 60, { eventId: "near" }))).toBe("near");
    expect(next(entry(5, 60, { joinUrl: null }))).toBeNull();
    const maybe = entry(5, 60, { response: "tentative" });
    expect(next(maybe, entry(5, 60, { eventId: "sure" }))).toBe("sure");
  });
});

test("counted are today's and tomorrow's that have a link", () => {
  const events = [
    entry(10, 30),
    entry(60, 30, { joinUrl: null }),
    entry(1_440, 30),
    entry(2_880, 30),
  ];
  expect(countJoinable(list(...events))).toBe(2);
});
