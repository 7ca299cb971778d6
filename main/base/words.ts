import { createInstance } from "i18next";

import type { Language } from "../contract/languages.ts";
import de from "../contract/words/de.json" with { type: "json" };
import en from "../contract/words/en.json" with { type: "json" };

/** A sentence in the person's language, by its key in contract/words. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** A language without its words here does not compile. */
const catalogues = { en, de } satisfies Record<Language, object>;

const resources = Object.fromEntries(
  Object.entries(catalogues).map(([language, translation]) => [language, { translation }]),
);

/** What main says by itself: tray, notifications, the page in the browser. Text, so nothing is escaped here. */
export async function createWords(language: Language): Promise<Words> {
  const instance = createInstance({
    lng: language,
    fallbackLng: "en",
    resources,
    interpolation: { escapeValue: false },
  });
  await instance.init();
  return (key, values) => instance.t(key, values ?? {});
}
