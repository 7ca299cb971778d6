import { expect, test } from "vitest";

import { languages } from "../../../main/contract/languages.ts";
import { catalogue, settingNames } from "../../../main/contract/settings.ts";
import { windowWords } from "../../fakes/window-words.ts";

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

test.each(languages)("$tag says all that the rows of settings say", async ({ tag }) => {
  const t = await windowWords(tag);
  expect(sentences.length).toBeGreaterThan(10);
  expect(sentences.filter((key) => t(key) === key)).toEqual([]);
});
