import { createInstance, type TFunction } from "i18next";

import type { Language } from "../../main/contract/languages.ts";
import { loadCatalogue } from "../../renderer/i18n/load-catalogue.ts";

/** What a window says in this language, and nothing where it says nothing. */
export async function windowWords(language: Language): Promise<TFunction> {
  const translation = await loadCatalogue(language);
  return createInstance({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation } },
    interpolation: { escapeValue: false },
  }).init();
}
