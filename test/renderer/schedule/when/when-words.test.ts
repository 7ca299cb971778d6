import { expect, test } from "vitest";

import { hintText } from "../../../../renderer/schedule/when/when-words.ts";
import { windowWords } from "../../../fakes/window-words.ts";

test.each([
  ["en", "en-GB", "Could also mean Monday 30 Nov, 09:00."],
  ["de", "de-DE", "Kann auch Montag, 30. Nov., 09:00 heißen."],
] as const)(
  "in %s another reading is told as a day and a time",
  async (language, locale, sentence) => {
    const t = await windowWords(language);
    const hint = { kind: "also-means", values: { date: "2026-11-30", time: "09:00" } };
    expect(hintText(hint, locale, t)).toBe(sentence);
  },
);
