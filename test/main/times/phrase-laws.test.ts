import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { PhraseContext, PhraseReading } from "../../../main/times/phrase-reading.ts";
import { readPhrase } from "../../../main/times/phrase.ts";
import { anyText } from "../../fakes/any-text.ts";
import { timesTheEffort, usualEffort } from "../../fakes/effort.ts";

const context: PhraseContext = {
  languages: ["en"],
  locale: "en-GB",
  timeZone: "Europe/Berlin",
  now: Date.parse("2026-11-23T12:52:00Z"),
  defaultMinutes: 60,
  workdayStart: "09:00",
};
const languages = "en de fr es pt it nl pl ar ja zh ru uk sv fi vi id".split(" ");
const pieces = fc.oneof(
  fc.constantFrom(
    ..."tomorrow|next|friday|at|10|3pm|14:30|-|for|45 min|in|2h|every|half past|noon".split("|"),
    ..."morgen|um|halb|Uhr|bis|demain|à|et demie|mañana|a las|às|3/12|24.12.".split("|"),
    ..."so|nachts|1h|v1.1.30|24/7|'|en 8|+|2026-12-03T10:00:00-05:00|(UTC+01:00) Berlin".split("|"),
    ..."10時|半|下周|الساعة|morgen|wpół do|e mezza|voor".split("|"),
    ..."2026-13-45|99:99|UTC+99|PT|\u202e|\u0000|😀|ﬁ|İ|١٥:٠٠|９|\ud800|ß|明日|9999999999".split(
      "|",
    ),
  ),
  anyText({ maxLength: 8 }),
);
const texts = fc
  .array(fc.tuple(pieces, fc.constantFrom(" ", "", ", ")), { maxLength: 16 })
  .map((parts) => parts.flat().join(""));

const isSound = (reading: PhraseReading, text: string): boolean =>
  reading.kind !== "read" ||
  (reading.endAt > reading.startAt &&
    reading.startAt >= context.now &&
    reading.from < reading.to &&
    reading.to <= text.length);

/** Eighty characters in which every language looks in vain. */
const words = "Quarterly planning with the whole team about budgets, people and what comes then";
const efforts: Record<string, number> = {};
const mostTimes = 50;

describe("whatever is typed", () => {
  test.each(["ET", "CT", "MT", "PT", "CET"])(
    "an answer comes where a time that is none is in a zone with a summer: %s",
    async (zone) => {
      // chrono takes it for a time without a date, and looked for the summer of that year for ever.
      for (const language of languages)
        for (const text of [`Uhr ${zone} demie, Uhr`, `99999999 ${zone}, Uhr`, `a las ${zone}`])
          expect(isSound(await readPhrase(text, { ...context, languages: [language] }), text)).toBe(
            true,
          );
    },
  );

  test("there is an answer, and a reading that was not in the past", async () => {
    expect.hasAssertions();
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom(...languages), async (text, language) => {
        const reading = await readPhrase(text, {
          ...context,
          languages: [language],
          locale: language,
        });
        expect(isSound(reading, text)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  test.each([
    "1 ",
    "a ",
    "1h",
    "1:",
    "9-",
    "10 to ",
    "bis ",
    "half ",
    "\u200f",
    "😀",
    "(",
    "3 am ",
    "24/7 ",
    "1.1.",
    "+1 ",
    "so ",
    "明日",
    "一",
    "(UTC+01:00) A, ",
    "25h ",
    "10u ",
    "pages 3-4 ",
    "heute nacht um 5 ",
    "dec '27 ",
    "10:00 IST ",
  ])("%j over and over is read about as fast as words", async (piece) => {
    for (const language of languages) {
      const readIn = (text: string) =>
        readPhrase(text, { ...context, languages: [language], locale: language });
      efforts[language] ??= await usualEffort(() => readIn(words));
      // All our own words read, and as much as chrono is given.
      for (const length of [80, 300]) {
        const text = piece.repeat(length).slice(0, length);
        const times = await timesTheEffort(() => readIn(text), efforts[language], mostTimes);
        expect(times, `${language}, ${length} characters`).toBeLessThanOrEqual(mostTimes);
      }
    }
  });
});

describe("around clock changes", () => {
  test("what was read all the same is told, for the person to choose from", async () => {
    const start = { date: "2027-03-28", time: "02:30" };
    expect(await readPhrase("28 mar 2027 02:30 for 45 min", context)).toMatchObject({
      kind: "problem",
      problem: { kind: "does-not-exist" },
      start,
    });
    expect(await readPhrase("31 oct 2027 02:30", context)).toMatchObject({
      kind: "problem",
      problem: { kind: "exists-twice" },
      start: { date: "2027-10-31", time: "02:30" },
    });
  });

  test("minutes are elapsed time, days are the calendar's", async () => {
    const before = { ...context, now: Date.parse("2027-03-28T00:30:00Z") };
    expect(await readPhrase("in 60 min", before)).toMatchObject({
      start: { date: "2027-03-28", time: "03:30" },
    });
    const saturday = { ...context, now: Date.parse("2027-03-27T09:00:00Z") };
    expect(await readPhrase("tomorrow 10", saturday)).toMatchObject({
      startAt: Date.parse("2027-03-28T08:00:00Z"),
    });
    expect(await readPhrase("in 24 h", saturday)).toMatchObject({
      start: { date: "2027-03-28", time: "11:00" },
    });
  });

  test("an end can be missing too", async () => {
    expect(await readPhrase("28 mar 2027 01:00-02:30", context)).toMatchObject({
      kind: "problem",
      field: "end",
      problem: { kind: "does-not-exist", after: "03:30" },
    });
  });
});

describe("words around the time", () => {
  test.each([
    ["Design review tomorrow 14:30", "tomorrow 14:30"],
    ["Sprint 12 review tomorrow 10:00", "tomorrow 10:00"],
    ["Team sync: friday 10-11", "friday 10-11"],
    ["📅 at 3pm, Café", "at 3pm"],
  ])("%s leaves a subject", async (text, time) => {
    const reading = await readPhrase(text, context);
    expect(reading.kind === "read" && text.slice(reading.from, reading.to)).toBe(time);
    expect((await readPhrase(text, { ...context, timeOnly: true })).kind).toBe("not-understood");
  });

  test.each([
    "not monday 10",
    "until 10",
    "before monday 10",
    "every 2 weeks",
    "every other friday 9",
    "monday to friday 10",
    "tomorrow and friday 10",
    "24 dec 10 fri 11",
    "fri 28 nov 10",
    "31 feb 10",
    "10 20",
    "tomorrow 10 20",
    "in 20",
    "25:00",
    "14:60",
    "15:00 +2",
    "10am Springfield time",
    "review 15",
    "now hiring",
    "lunch on tuesday in the canteen at 12",
    "wenesday 14:00",
  ])("%s is not guessed", async (text) => {
    expect(await readPhrase(text, context)).toMatchObject({ kind: "not-understood" });
  });

  test("a zone that several places share is named", async () => {
    expect(await readPhrase("15:00 IST", context)).toEqual({
      kind: "not-understood",
      unclearZone: "IST",
    });
  });
});

test("a language nobody here reads is not half read", async () => {
  const hungarian = { ...context, languages: ["hu"], locale: "pl" };
  expect(await readPhrase("holnap 14:30", hungarian)).toMatchObject({ kind: "not-understood" });
  expect(await readPhrase("tomorrow 14:30", hungarian)).toMatchObject({ kind: "read" });
});
