import fc from "fast-check";
import { createInstance } from "i18next";
import { expect, test } from "vitest";

import { formatDay, groupByDay } from "../../../renderer/meeting/days.ts";
import { aMeeting } from "../../fakes/a-meeting.ts";

const { t } = createInstance();
const i18n = createInstance();
await i18n.init({
  lng: "en",
  resources: {
    en: { translation: { home: { day: { today: "Today", yesterday: "Yesterday" } } } },
  },
});
const berlin = { locale: "en-GB", timeZone: "Europe/Berlin" };
const at = (time: string, id = time) => aMeeting({ id, createdAt: Date.parse(time) });

test("Today, Yesterday, then the day in words, with its year where that is another", () => {
  const now = Date.parse("2026-11-23T12:52:00Z");
  const days = groupByDay(
    [
      at("2026-11-23T12:00:00Z"),
      at("2026-11-22T23:30:00Z"),
      at("2026-11-22T20:00:00Z"),
      at("2026-11-20T08:00:00Z"),
      at("2025-10-02T08:00:00Z"),
    ],
    now,
    berlin,
    i18n.t,
  );
  expect(days.map(({ title, meetings }) => [title, meetings.length])).toEqual([
    ["Today", 2],
    ["Yesterday", 1],
    ["Friday 20 November", 1],
    ["Thursday, 2 October 2025", 1],
  ]);
});

test("the night the clocks change, yesterday is still yesterday", () => {
  const now = Date.parse("2026-10-25T23:30:00Z");
  const [day] = groupByDay([at("2026-10-25T00:10:00Z")], now, berlin, i18n.t);
  expect(day?.title).toBe("Yesterday");
});

test("no meeting is lost, and none changes its place", () => {
  const times = fc.array(fc.integer({ min: 0, max: 4_000_000_000_000 }), { maxLength: 40 });
  fc.assert(
    fc.property(times, (all) => {
      const newestFirst = all.toSorted((one, other) => other - one);
      const meetings = newestFirst.map((createdAt, index) =>
        aMeeting({ id: String(index), createdAt }),
      );
      const days = groupByDay(meetings, Date.now(), berlin, t);
      expect(days.flatMap((day) => day.meetings)).toEqual(meetings);
    }),
    { numRuns: 30 },
  );
});

test("a day names its year only where it is another one", () => {
  const now = Date.parse("2026-11-23T12:52:00Z");
  expect(formatDay(Date.parse("2026-12-03T10:00:00Z"), now, berlin)).toBe("3 Dec");
  expect(formatDay(Date.parse("2027-01-22T10:00:00Z"), now, berlin)).toBe("22 Jan 2027");
});
