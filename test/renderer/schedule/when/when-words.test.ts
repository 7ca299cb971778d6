import { createInstance } from "i18next";
import { expect, test } from "vitest";

import de from "../../../../renderer/i18n/de.json" with { type: "json" };
import en from "../../../../renderer/i18n/en.json" with { type: "json" };
import { hintText } from "../../../../renderer/schedule/when/when-words.ts";

test.each([
  ["en", "en-GB", "Could also mean Monday 30 Nov, 09:00."],
  ["de", "de-DE", "Kann auch Montag, 30. Nov., 09:00 heißen."],
])("in %s another reading is told as a day and a time", async (language, locale, sentence) => {
  const words = createInstance();
  const resources = { en: { translation: en }, de: { translation: de } };
  const t = await words.init({ lng: language, resources, interpolation: { escapeValue: false } });
  const hint = { kind: "also-means", values: { date: "2026-11-30", time: "09:00" } };
  expect(hintText(hint, locale, t)).toBe(sentence);
});
