import { createInstance, type i18n as I18n } from "i18next";
import { initReactI18next } from "react-i18next";

import { chooseLanguage } from "../../main/contract/languages.ts";
import { createExternalValue } from "../ui/state/external-value.ts";
import { loadCatalogue } from "./load-catalogue.ts";

export const i18n: I18n = createInstance();

void i18n.use(initReactI18next).init({
  fallbackLng: false,
  // React escapes what it draws.
  interpolation: { escapeValue: false },
  // The words of the language on screen are the only ones that are loaded.
  resources: {},
});

/** The language on screen; null before its words are there. */
export const spoken = createExternalValue<string | null>(null);

let wanted: string | null = null;

export async function speak(tag: string): Promise<void> {
  wanted = tag;
  const language = chooseLanguage([tag]);
  if (!i18n.hasResourceBundle(language, "translation"))
    i18n.addResourceBundle(language, "translation", await loadCatalogue(language));
  // Who chose another one meanwhile wants that one.
  if (wanted !== tag) return;
  await i18n.changeLanguage(language);
  spoken.set(tag);
}
