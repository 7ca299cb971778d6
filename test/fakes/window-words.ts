import { createInstance, type TFunction } from "i18next";

import type { Language } from "../../main/contract/languages.ts";
import { asText, valuesIn } from "../../main/contract/words/values-in.ts";
import { loadCatalogue } from "../../renderer/i18n/load-catalogue.ts";

/** What a window says in this language, and nothing where it says nothing. */
export async function windowWords(
  language: Language,
  locale: string = language,
): Promise<TFunction> {
  const translation = await loadCatalogue(language);
  return createInstance({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation } },
    interpolation: asText,
  })
    .use(valuesIn({ placeOf: () => locale, areIsolated: true }))
    .init();
}
