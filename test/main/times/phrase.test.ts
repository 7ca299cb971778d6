import { describe, expect, test } from "vitest";

import type { PhraseContext } from "../../../main/times/phrase-reading.ts";
import { readPhrase } from "../../../main/times/phrase.ts";

const context: PhraseContext = {
  languages: ["en"],
  locale: "en-GB",
  timeZone: "Europe/Berlin",
  now: Date.parse("2026-11-23T12:52:17Z"),
  defaultMinutes: 60,
  workdayStart: "09:00",
};
const read = (text: string, changes: Partial<PhraseContext> = {}) =>
  readPhrase(text, { ...context, ...changes });
const day = (date: string) => ({ today: "2026-11-23", tomorrow: "2026-11-24" })[date] ?? date;
const span = (words: string) => {
  const [date = "", start = "", end = "", endDate = date] = words.split(" ");
  return {
    kind: "read",
    start: { date: day(date), time: start },
    end: { date: day(endDate), time: end },
  };
};

describe("the table of the specification", () => {
  test.each<[string, string, object | null]>([
    ["now", "today 13:52 14:52", null],
    ["in 20 min", "today 14:12 15:12", null],
    ["in 2h for 30m", "today 15:52 16:22", null],
    ["15", "today 15:00 16:00", null],
    ["at 3", "today 15:00 16:00", { kind: "afternoon-assumed", time: "15:00", morning: "03:00" }],
    ["3pm", "today 15:00 16:00", null],
    ["13:00", "tomorrow 13:00 14:00", { kind: "passed-today", time: "13:00" }],
    ["tomorrow 14:30 for 45 min", "tomorrow 14:30 15:15", null],
    ["tomorrow", "tomorrow 09:00 10:00", { kind: "no-time-given", time: "09:00" }],
    ["14:30-15:15", "today 14:30 15:15", null],
    ["2:30 to 3:15pm", "today 14:30 15:15", null],
    ["fri 10", "2026-11-27 10:00 11:00", null],
    ["friday 10am", "2026-11-27 10:00 11:00", null],
    ["next friday 10", "2026-12-04 10:00 11:00", { kind: "this-weekday-is", date: "2026-11-27" }],
    ["monday 15:00", "today 15:00 16:00", null],
    ["monday 9", "2026-11-30 09:00 10:00", null],
    ["next monday 9", "2026-11-30 09:00 10:00", null],
    ["tonight 8", "today 20:00 21:00", null],
    ["noon", "tomorrow 12:00 13:00", { kind: "passed-today", time: "12:00" }],
    [
      "tomorrow midnight",
      "2026-11-25 00:00 01:00",
      { kind: "night-between", from: "2026-11-24", to: "2026-11-25" },
    ],
    [
      "half past 4",
      "today 16:30 17:30",
      { kind: "afternoon-assumed", time: "16:30", morning: "04:30" },
    ],
    [
      "quarter to 5",
      "today 16:45 17:45",
      { kind: "afternoon-assumed", time: "16:45", morning: "04:45" },
    ],
    ["16h30", "today 16:30 17:30", null],
    ["1630", "today 16:30 17:30", null],
    ["4.30pm", "today 16:30 17:30", null],
    ["3/12 10:00", "2026-12-03 10:00 11:00", null],
    ["24 dec 9-9:30", "2026-12-24 09:00 09:30", null],
    ["2026-12-03 10:00", "2026-12-03 10:00 11:00", null],
    ["22:30 for 3h", "today 22:30 01:30 tomorrow", { kind: "next-day", date: "2026-11-24" }],
    [
      "every tuesday 10",
      "tomorrow 10:00 11:00",
      { kind: "repeat-needs-event", date: "2026-11-24" },
    ],
  ])("%s", async (text, expected, hint) => {
    const repeats = text.startsWith("every") ? "weekly" : null;
    expect(await read(text)).toMatchObject({ ...span(expected), hint, repeats, zoneNamed: false });
  });

  test("empty", async () => {
    expect(await read("")).toEqual({ kind: "empty" });
    expect(await read(" \u200f\t")).toEqual({ kind: "empty" });
  });

  test("the computer's locale orders day and month", async () => {
    expect(await read("3/12 10:00", { locale: "en-US" })).toMatchObject(
      span("2027-03-12 10:00 11:00"),
    );
    expect(await read("24/12 10:00", { locale: "en-US" })).toMatchObject(
      span("2026-12-24 10:00 11:00"),
    );
    expect(await read("3/12 10:00", { locale: "sv" })).toMatchObject(
      span("2026-12-03 10:00 11:00"),
    );
  });

  test("tomorrow 9am PT, shown on both clocks", async () => {
    expect(await read("tomorrow 9am PT")).toMatchObject({
      ...span("tomorrow 18:00 19:00"),
      startThere: { date: "2026-11-24", time: "09:00" },
      endThere: { date: "2026-11-24", time: "10:00" },
      timeZone: "America/Los_Angeles",
      zoneNamed: true,
      startAt: Date.parse("2026-11-24T17:00:00Z"),
    });
  });

  test("15:00 UTC", async () => {
    expect(await read("15:00 UTC")).toMatchObject({
      ...span("today 16:00 17:00"),
      timeZone: "UTC",
      zoneNamed: true,
    });
  });

  test.each([
    ["yesterday 10", { kind: "past" }, "start"],
    ["10-9:30", { kind: "end-before-start" }, "end"],
    ["tomorrow 9 for 25h", { kind: "too-long" }, "end"],
    ["28 mar 2027 02:30", { kind: "does-not-exist", before: "01:30", after: "03:30" }, "start"],
    [
      "31 oct 2027 02:30",
      { kind: "exists-twice", earlierOffset: "+02:00", laterOffset: "+01:00" },
      "start",
    ],
  ])("%s is a problem", async (text, problem, field) => {
    expect(await read(text)).toMatchObject({ kind: "problem", problem, field });
  });

  test("asap-ish", async () => {
    expect(await read("asap-ish")).toEqual({ kind: "not-understood", unclearZone: null });
  });
});
