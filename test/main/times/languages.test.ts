import { describe, expect, test } from "vitest";

import { readPhrase } from "../../../main/times/phrase.ts";

/** Typed on Mon 23 Nov 2026 at 13:52 in Berlin. */
const read = (text: string, languages: readonly string[], timeOnly = true) =>
  readPhrase(text, {
    languages,
    locale: "en-GB",
    timeZone: "Europe/Berlin",
    now: Date.parse("2026-11-23T12:52:00Z"),
    defaultMinutes: 60,
    workdayStart: "09:00",
    timeOnly,
  });

describe("the app's language comes first, then the computer's, then English", () => {
  test.each<[string, readonly string[], string, string]>([
    ["demain 14h", ["en", "fr-CA"], "2026-11-24", "14:00"],
    ["dopodomani alle 10", ["de", "en-US", "it-IT"], "2026-11-25", "10:00"],
    ["明日の午後3時", ["en", "ja-JP"], "2026-11-24", "15:00"],
    ["tomorrow 10", ["ja"], "2026-11-24", "10:00"],
    ["morgen om 14:30", ["en", "nl-BE"], "2026-11-24", "14:30"],
    // Chrono's, after all our own words have failed.
    ["завтра в 14:30", ["de", "ru-RU"], "2026-11-24", "14:30"],
    ["huomenna klo 14:30", ["en", "sv-FI", "fi-FI"], "2026-11-24", "14:30"],
  ])("%s for %j", async (text, languages, date, time) => {
    expect(await read(text, languages)).toMatchObject({ kind: "read", start: { date, time } });
  });

  test("a language nobody listed is not guessed", async () => {
    expect(await read("demain 14h", ["en"])).toMatchObject({ kind: "not-understood" });
    expect(await read("jutro o 14:30", ["de"])).toMatchObject({ kind: "not-understood" });
  });

  test("more languages than anybody reads cost no more", async () => {
    const many = ["en", "de", "fr", "es", "pt", "it-IT"];
    expect(await read("dopodomani alle 10", many)).toMatchObject({ kind: "not-understood" });
  });
});

describe("where two of the languages read the same words differently", () => {
  test("the first one counts, and the other is told", async () => {
    expect(await read("half 3", ["nl"])).toMatchObject({
      start: { time: "14:30" },
      hint: { kind: "also-means", date: "2026-11-23", time: "15:30" },
    });
    expect(await read("half 3", ["en", "nl"])).toMatchObject({
      start: { time: "15:30" },
      hint: { kind: "also-means", date: "2026-11-23", time: "14:30" },
    });
    expect(await read("mar 10", ["en", "fr"])).toMatchObject({
      start: { date: "2027-03-10" },
      hint: { kind: "also-means", date: "2026-11-24", time: "10:00" },
    });
  });

  test("the one that understands more of a subject counts", async () => {
    const text = "Réunion demain 14:30";
    const reading = await read(text, ["en", "fr"], false);
    expect(reading).toMatchObject({ kind: "read", start: { date: "2026-11-24" }, hint: null });
    expect(reading.kind === "read" && text.slice(reading.from, reading.to)).toBe("demain 14:30");
  });

  test("a day in a language that nobody listed is no part of a subject", async () => {
    expect(await read("Réunion demain 14:30", ["en"], false)).toMatchObject({
      kind: "not-understood",
    });
  });

  test("a time that is over in one is not taken for one to come in another", async () => {
    expect(await read("hier 10h", ["fr", "en"], false)).toMatchObject({
      kind: "problem",
      problem: { kind: "past" },
    });
  });
});
