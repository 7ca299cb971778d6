import { createInstance } from "i18next";

import type { Language } from "../contract/languages.ts";
import english from "../contract/words/en.json" with { type: "json" };
import { loadWords } from "../contract/words/load-words.ts";
import { asText, valuesIn } from "../contract/words/values-in.ts";

/** A sentence in the person's language, by its key in contract/words. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/**
 * What main says by itself: tray, notifications, the page in the browser. Text, so nothing is escaped here.
 * `locale` (BCP 47) is for numbers.
 */
export async function createWords(language: Language, locale: string = language): Promise<Words> {
  const instance = createInstance({
    lng: language,
    fallbackLng: "en",
    resources: {
      en: { translation: english },
      [language]: { translation: await wordsOrNone(language) },
    },
    interpolation: asText,
  });
  await instance.use(valuesIn({ placeOf: () => locale })).init();
  return (key, values) => instance.t(key, values ?? {});
}

/** Facts side by side, without the "and" of a sentence, as the language writes them. */
export const joinFacts = ([first = "", ...rest]: readonly string[], words: Words): string =>
  rest.reduce((text, next) => words("joined.facts", { text, next }), first);

/** What cannot be read is said in English: also that nothing can be read has to be said. */
async function wordsOrNone(language: Language): Promise<object> {
  if (language === "en") return english;
  try {
    return await loadWords(language);
  } catch {
    return {};
  }
}
