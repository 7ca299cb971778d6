import { readFileSync } from "node:fs";

import * as v from "valibot";
import { describe, expect, test } from "vitest";

import { readPhrase } from "../../../main/times/phrase.ts";

/** What a person means, typed on Mon 23 Nov 2026 at 13:52 in Berlin. Where they differ, the code is wrong. */
const phrases = v.parse(
  v.array(
    v.object({
      language: v.picklist(["en", "de", "fr", "es", "pt"]),
      text: v.string(),
      kind: v.picklist(["read", "problem", "not-understood"]),
      start: v.optional(v.string()),
      end: v.optional(v.string()),
      problem: v.optional(v.string()),
      timeZone: v.optional(v.string()),
      repeats: v.optional(v.string()),
    }),
  ),
  JSON.parse(readFileSync(new URL("phrases.json", import.meta.url), "utf8")),
);
const locales = { en: "en-GB", de: "de-DE", fr: "fr-FR", es: "es-ES", pt: "pt-BR" };

test("there are forty and more in each language", () => {
  const counts = Object.keys(locales).map(
    (language) => phrases.filter((phrase) => phrase.language === language).length,
  );
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(40);
});

describe("phrases as people type them", () => {
  test.each(phrases)("$language: $text", async ({ language, text, ...meant }) => {
    const reading = await readPhrase(text, {
      language,
      locale: locales[language],
      timeZone: "Europe/Berlin",
      now: Date.parse("2026-11-23T12:52:00Z"),
      defaultMinutes: 60,
      workdayStart: "09:00",
    });
    if (reading.kind === "problem")
      expect({ kind: reading.kind, problem: reading.problem.kind }).toEqual(meant);
    else if (reading.kind === "read")
      expect({
        kind: reading.kind,
        start: `${reading.start.date} ${reading.start.time}`,
        end: `${reading.end.date} ${reading.end.time}`,
        ...(reading.zoneNamed && { timeZone: reading.timeZone }),
        ...(reading.repeats && { repeats: reading.repeats }),
      }).toEqual(meant);
    else expect({ kind: reading.kind }).toEqual(meant);
  });
});
