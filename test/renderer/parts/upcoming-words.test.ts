import fc from "fast-check";
import { createInstance } from "i18next";
import { describe, expect, test } from "vitest";

import type { UpcomingMeeting } from "../../../main/contract/upcoming.ts";
import {
  dayTitle,
  factsOf,
  formatMinutes,
  formatSince,
  isJoinTime,
  startOf,
  subjectOf,
} from "../../../renderer/upcoming/upcoming-words.ts";
import english from "../../../renderer/i18n/en.json" with { type: "json" };

const i18n = createInstance();
await i18n.init({
  lng: "en",
  interpolation: { escapeValue: false },
  resources: { en: { translation: english } },
});
const { t } = i18n;
const berlin = { locale: "en-GB", timeZone: "Europe/Berlin" };
const now = Date.parse("2026-11-23T12:52:00Z");
const minute = 60_000;

const meeting = (changes: Partial<UpcomingMeeting> = {}): UpcomingMeeting => ({
  id: "e-1",
  subject: "Design review",
  startAt: now + 12 * minute,
  endAt: now + 52 * minute,
  startsInMinutes: 12,
  phase: "soon",
  organiserName: "Adele Vance",
  youOrganise: false,
  inviteeCount: 2,
  hasLink: true,
  product: null,
  isInOutlook: true,
  mail: "ready",
  isTentative: false,
  overlapsWith: null,
  ...changes,
});
const factsToday = (changes: Partial<UpcomingMeeting>) =>
  factsOf(meeting(changes), true, now, t).join(", ");
const running = { phase: "running", endAt: now + 8 * minute, startsInMinutes: null } as const;
const later = { phase: "later", startAt: now + 128 * minute, startsInMinutes: null } as const;

describe("what is said beside the times", () => {
  test.each([
    [{}, "In 12 min, Adele Vance"],
    [{ ...running, organiserName: null }, "Now, 8 min left"],
    [{ ...later, hasLink: false, organiserName: null }, "In 2 h 8 min, no Teams link"],
    [{ product: "Zoom" }, "In 12 min, Zoom, Adele Vance"],
    [{ youOrganise: true, inviteeCount: 3 }, "In 12 min, you organise, 3 invited"],
    [{ youOrganise: true, inviteeCount: 0 }, "In 12 min, you organise"],
    [{ overlapsWith: "Standup" }, "In 12 min, Adele Vance, overlaps Standup"],
    [
      { overlapsWith: "", isTentative: true, organiserName: null },
      "In 12 min, tentative, overlaps another meeting",
    ],
  ] as const)("%o", (changes, said) => {
    expect(factsToday(changes)).toBe(said);
  });

  test("another day's meeting has no countdown, but for the one just after midnight", () => {
    expect(factsOf(meeting(later), false, now, t)).toEqual(["Adele Vance"]);
    expect(factsOf(meeting(), false, now, t)).toEqual(["In 12 min", "Adele Vance"]);
  });

  test("never less than a minute", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000, max: 300 * minute }), (left) => {
        const [first, second = ""] = factsOf(
          meeting({ ...running, endAt: now + left }),
          true,
          now,
          t,
        );
        expect(first).toBe("Now");
        expect(second).toMatch(/^([1-9]\d* min|[1-9] h( [1-9]\d* min)?) left$/u);
      }),
    );
  });
});

test("minutes, whole hours, both", () => {
  expect([0, 12, 59, 60, 61, 128, 1_440].map((minutes) => formatMinutes(minutes, t))).toEqual([
    "0 min",
    "12 min",
    "59 min",
    "1 h",
    "1 h 1 min",
    "2 h 8 min",
    "24 h",
  ]);
});

test("the day is named, and Today and Tomorrow too", () => {
  const title = (date: string, daysAway: number) =>
    dayTitle({ date, daysAway, allDay: [], rows: [] }, berlin, t);
  expect(title("2026-11-23", 0)).toBe("Today, Monday 23 November");
  expect(title("2026-11-24", 1)).toBe("Tomorrow, Tuesday 24 November");
  expect(title("2026-11-27", 4)).toBe("Friday 27 November");
});

test("since when, with its day where that is not today", () => {
  expect(formatSince(now - 152 * minute, now, berlin, t)).toBe("11:20");
  expect(formatSince(now - 24 * 60 * minute, now, berlin, t)).toMatch(/^Sun,? 22 Nov 13:52$/u);
});

test("the strip counts down, and up again; Join is the filled button from 2 minutes before", () => {
  const at = (startsInMinutes: number | null) => meeting({ startsInMinutes });
  expect([12, 1, 0, -3].map((minutes) => startOf(at(minutes), t))).toEqual([
    "starts in 12 min",
    "starts in 1 min",
    "starts now",
    "started 3 min ago",
  ]);
  expect([30, 3, 2, 0, -9, null].map((minutes) => isJoinTime(at(minutes)))).toEqual([
    false,
    false,
    true,
    true,
    true,
    false,
  ]);
  expect(isJoinTime(meeting(running))).toBe(true);
});

test("a meeting without a subject has words all the same", () => {
  expect([null, " ", "Dentist"].map((subject) => subjectOf(subject, t))).toEqual([
    "No subject",
    "No subject",
    "Dentist",
  ]);
});
