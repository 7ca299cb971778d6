import { readFileSync } from "node:fs";
import { join } from "node:path";

import * as v from "valibot";
import { describe, expect, test } from "vitest";

import { languages } from "../../../main/contract/languages.ts";
import { readPhrase } from "../../../main/times/phrase.ts";
import { hasVocabulary } from "../../../main/times/words/vocabulary.ts";

const catalogue = v.object({
  when: v.object({ placeholder: v.string(), try: v.string(), unclearZone: v.string() }),
  schedule: v.object({ problem: v.object({ "missing-time": v.string() }) }),
});

/** What the forms say in this language. */
function wordsOf(tag: string) {
  const path = join(import.meta.dirname, "../../../renderer/i18n", `${tag}.json`);
  return v.parse(catalogue, JSON.parse(readFileSync(path, "utf8")));
}

/** Typed on Mon 23 Nov 2026 at 13:52 in Berlin, by somebody whose computer has this language alone. */
const read = (text: string, tag: string) =>
  readPhrase(text, {
    languages: [tag],
    locale: tag,
    timeZone: "Europe/Berlin",
    now: Date.parse("2026-11-23T12:52:00Z"),
    defaultMinutes: 60,
    workdayStart: "09:00",
    timeOnly: true,
  });

/** The last text between quotes, without the blanks that stand inside French ones. */
const quoted = (sentence: string): string =>
  sentence
    .match(/[“„«「]([^“”„«»「」]+)[”“»」]/gu)
    ?.at(-1)
    ?.slice(1, -1)
    .trim() ?? "";

describe.each(languages)("what the forms give as an example in $name is read", ({ tag }) => {
  const words = wordsOf(tag);

  test("there is a reader of its own", () => {
    expect(hasVocabulary(tag)).toBe(true);
  });

  test("in the field for the time", async () => {
    expect(await read(words.when.placeholder, tag)).toMatchObject({
      kind: "read",
      start: { date: "2026-11-24", time: "14:30" },
      end: { date: "2026-11-24", time: "15:15" },
    });
  });

  test("where nothing was understood: the same", () => {
    expect(quoted(words.when.try)).toBe(words.when.placeholder);
  });

  test("with a city", async () => {
    expect(await read(quoted(words.when.unclearZone), tag)).toMatchObject({
      kind: "read",
      // London's 14:30, as it is in Berlin.
      start: { time: "15:30" },
    });
  });

  test("of a time alone", async () => {
    const [time = ""] = /\d{1,2}[:h]\d\d/u.exec(words.schedule.problem["missing-time"]) ?? [];
    expect(await read(time, tag)).toMatchObject({ kind: "read", start: { time: "14:30" } });
  });
});
