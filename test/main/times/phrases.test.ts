import { readFileSync } from "node:fs";

import * as v from "valibot";
import { describe, expect, test } from "vitest";

import { readPhrase } from "../../../main/times/phrase.ts";

const locales = "en-GB de-DE fr-FR es-ES pt-BR it-IT nl-NL pl-PL ar-EG ja-JP zh-CN".split(" ");

const phraseList = v.array(
  v.strictObject({
    text: v.string(),
    /** Where it is typed: "when" unless it says. */
    field: v.optional(v.literal("subject")),
    kind: v.picklist(["read", "problem", "not-understood"]),
    start: v.optional(v.string()),
    end: v.optional(v.string()),
    problem: v.optional(v.string()),
    timeZone: v.optional(v.string()),
    repeats: v.optional(v.string()),
    /** What the words may say as well, which the person is told. */
    otherwise: v.optional(v.string()),
    /** In a subject, the words that were the time. */
    time: v.optional(v.string()),
  }),
);

/** What a person means, typed on Mon 23 Nov 2026 at 13:52 in Berlin. Where they differ, the code is wrong. */
function phrasesOf(locale: string) {
  const file = new URL(`phrases/${locale.slice(0, 2)}.json`, import.meta.url);
  return v.parse(phraseList, JSON.parse(readFileSync(file, "utf8")));
}

async function readAsTyped(text: string, field: string, locale: string) {
  const reading = await readPhrase(text, {
    languages: [locale],
    locale,
    timeZone: "Europe/Berlin",
    now: Date.parse("2026-11-23T12:52:00Z"),
    defaultMinutes: 60,
    workdayStart: "09:00",
    timeOnly: field === "when",
  });
  if (reading.kind === "problem") return { kind: reading.kind, problem: reading.problem.kind };
  if (reading.kind !== "read") return { kind: reading.kind };
  const { start, end, hint, zoneNamed, timeZone, repeats, from, to } = reading;
  return {
    kind: reading.kind,
    start: `${start.date} ${start.time}`,
    end: `${end.date} ${end.time}`,
    ...(zoneNamed && { timeZone }),
    ...(repeats && { repeats }),
    ...(hint?.kind === "also-means" && { otherwise: `${hint.date} ${hint.time}` }),
    ...(field === "subject" && { time: text.slice(from, to) }),
  };
}

describe.each(locales)("phrases as people type them in %s", (locale) => {
  const phrases = phrasesOf(locale);

  test("there are forty-five and more, most of them read", () => {
    expect(phrases.length).toBeGreaterThanOrEqual(45);
    const read = phrases.filter(({ kind }) => kind === "read");
    expect(read.length).toBeGreaterThan(phrases.length / 2);
  });

  test.each(phrases)("$text", async ({ text, field = "when", ...meant }) => {
    expect(await readAsTyped(text, field, locale)).toEqual(meant);
  });
});
