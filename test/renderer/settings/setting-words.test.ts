import { createInstance } from "i18next";
import { expect, test } from "vitest";

import { languages } from "../../../main/contract/languages.ts";
import { catalogue, settingNames } from "../../../main/contract/settings.ts";
import german from "../../../renderer/i18n/de.json" with { type: "json" };
import english from "../../../renderer/i18n/en.json" with { type: "json" };

const words = createInstance({
  resources: { en: { translation: english }, de: { translation: german } },
});
await words.init();

/** Whoever adds a setting with a plain row is told which words are missing. */
const sentences = settingNames.flatMap((name) => {
  const setting = catalogue[name];
  if ("row" in setting) return [];
  const hints = "hint" in setting || "needs" in setting ? [`settings.${name}Hint`] : [];
  const choices: readonly (string | number | null)[] =
    setting.kind === "choice" ? setting.choices : [];
  const parts = choices.map((value) =>
    value === null ? "none" : typeof value === "number" ? "number" : value,
  );
  return [
    `settings.${name}`,
    ...hints,
    ...[...new Set(parts)].map((part) => `settings.choices.${name}.${part}`),
  ];
});

test.each(languages.map(({ tag }) => tag))("%s says all that the rows of settings say", (tag) => {
  expect(sentences.length).toBeGreaterThan(10);
  expect(sentences.filter((key) => !words.exists(key, { lng: tag, fallbackLng: [] }))).toEqual([]);
});
