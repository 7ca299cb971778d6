import { createInstance, type i18n as I18n } from "i18next";
import { initReactI18next } from "react-i18next";

import { chooseLanguage } from "../../main/contract/languages.ts";
import { createExternalValue } from "../ui/state/external-value.ts";
import { asText, valuesIn } from "../../main/contract/words/values-in.ts";
import { loadCatalogue } from "./load-catalogue.ts";

export const i18n: I18n = createInstance();

/** BCP 47, for numbers. */
let place = "en";

void i18n
  .use(initReactI18next)
  .use(valuesIn({ placeOf: () => place, areIsolated: true }))
  .init({
    fallbackLng: false,
    interpolation: asText,
    // The words of the language on screen are the only ones that are loaded.
    resources: {},
  });

/** The language on screen; null before its words are there. */
export const spoken = createExternalValue<string | null>(null);

let wanted: string | null = null;

export async function speak(tag: string, locale: string): Promise<void> {
  wanted = tag;
  const language = chooseLanguage([tag]);
  if (!i18n.hasResourceBundle(language, "translation"))
    i18n.addResourceBundle(language, "translation", await loadCatalogue(language));
  // Who chose another one meanwhile wants that one.
  if (wanted !== tag) return;
  place = locale;
  await i18n.changeLanguage(language);
  spoken.set(tag);
}
