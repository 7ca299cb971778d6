import { describe, expect, test } from "vitest";

import { readPhrase } from "../../../main/times/phrase.ts";

/** Typed in Berlin, on or in the night after Mon 23 Nov 2026. */
const readAt = (typedAt: string, text: string) => {
  const language = /[a-z]*nacht/u.test(text) ? "de" : "en";
  return readPhrase(text, {
    languages: [language],
    locale: language,
    timeZone: "Europe/Berlin",
    now: Date.parse(`${typedAt}:00+01:00`),
    defaultMinutes: 60,
    workdayStart: "09:00",
    timeOnly: true,
  });
};

describe("a night is the coming one, or the one that it is", () => {
  test.each([
    ["2026-11-23T13:52", "heute nacht um 3", "2026-11-24", "03:00"],
    ["2026-11-23T23:45", "heute nacht um 3", "2026-11-24", "03:00"],
    ["2026-11-24T00:30", "heute nacht um 3", "2026-11-24", "03:00"],
    ["2026-11-24T00:30", "heute nacht um 5", "2026-11-24", "05:00"],
    ["2026-11-24T00:30", "heute nacht um eins", "2026-11-24", "01:00"],
    ["2026-11-23T23:45", "heute nacht um eins", "2026-11-24", "01:00"],
    ["2026-11-24T00:30", "nachts um 3", "2026-11-24", "03:00"],
    ["2026-11-24T00:30", "tonight at 2", "2026-11-24", "02:00"],
    ["2026-11-24T00:30", "tonight 1-3", "2026-11-24", "01:00"],
    ["2026-11-24T00:30", "tonight at 8", "2026-11-24", "20:00"],
  ])("at %s, %s", async (typedAt, text, date, time) => {
    expect(await readAt(typedAt, text)).toMatchObject({
      kind: "read",
      start: { date, time },
      hint: null,
    });
  });

  test("what is over tonight is over, and what may be the other half is told while it comes", async () => {
    expect(await readAt("2026-11-23T21:30", "tonight at 8")).toMatchObject({
      kind: "problem",
      problem: { kind: "past" },
    });
    expect(await readAt("2026-11-23T21:30", "tonight at 5")).toMatchObject({
      start: { date: "2026-11-24", time: "05:00" },
      hint: null,
    });
    expect(await readAt("2026-11-23T13:52", "tonight at 5")).toMatchObject({
      start: { date: "2026-11-23", time: "17:00" },
      hint: { kind: "also-means", date: "2026-11-24", time: "05:00" },
    });
  });

  test("an hour of the evening that has passed is tomorrow's, and said to be", async () => {
    expect(await readAt("2026-11-23T23:45", "nachts um 11")).toMatchObject({
      start: { date: "2026-11-24", time: "23:00" },
      hint: { kind: "passed-today", time: "23:00" },
    });
    expect(await readAt("2026-11-23T23:45", "heute um 11 Uhr nachts")).toMatchObject({
      kind: "problem",
      problem: { kind: "past" },
    });
  });
});
