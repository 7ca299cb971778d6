import { describe, expect, test } from "vitest";

import {
  chooseLanguage,
  directionOf,
  isUnread,
  languages,
  wordsFor,
} from "../../../main/contract/languages.ts";
import { loadCatalogue } from "../../../renderer/i18n/load-catalogue.ts";

describe("which language there are words for", () => {
  test.each([
    ["de", "de"],
    ["de-AT", "de"],
    ["DE-ch", "de"],
    ["de-Latn-DE", "de"],
    ["en-GB", "en"],
    ["pt-PT", "pt"],
    ["zh-CN", "zh"],
    ["zh-SG", "zh"],
    ["zh-Hans-HK", "zh"],
    // Written in other characters.
    ["zh-TW", null],
    ["zh-Hant", null],
    ["sv", null],
    ["german", null],
    ["", null],
    ["de_DE", null],
  ] as const)("%s: %s", (tag, language) => {
    expect(wordsFor(tag)).toBe(language);
  });

  test("the first of those the person prefers", () => {
    expect(chooseLanguage(["sv-SE", "de-AT", "en-GB"])).toBe("de");
    expect(chooseLanguage(["sv-SE"])).toBe("en");
    expect(chooseLanguage([])).toBe("en");
  });
});

test("which way it is written", () => {
  expect(["en", "ar", "ar-EG", "he"].map(directionOf)).toEqual(["ltr", "rtl", "rtl", "rtl"]);
});

test("the original is no translation that somebody would have to read", () => {
  expect(isUnread("en")).toBe(false);
  expect(isUnread("tlh")).toBe(false);
});

test.each(languages)("$name has its words", async ({ tag, lang }) => {
  expect(Object.keys(await loadCatalogue(tag)).length).toBeGreaterThan(20);
  expect(Intl.getCanonicalLocales(lang)).toEqual([lang]);
});
