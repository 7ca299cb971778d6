import { createInstance, type i18n as I18n } from "i18next";
import { initReactI18next } from "react-i18next";

import type { Language } from "../../main/contract/languages.ts";
import sharedEnglish from "../../main/contract/words/en.json" with { type: "json" };
import english from "./en.json" with { type: "json" };

export const i18n: I18n = createInstance();

void i18n.use(initReactI18next).init({
  lng: "en",
  fallbackLng: "en",
  // React escapes what it draws.
  interpolation: { escapeValue: false },
  resources: { en: { translation: { ...sharedEnglish, ...english } } },
});

/** Every language but English is a chunk of its own. */
const catalogues: Readonly<Record<Exclude<Language, "en">, () => Promise<object>>> = {
  de: async () => {
    const [shared, own] = await Promise.all([
      import("../../main/contract/words/de.json"),
      import("./de.json"),
    ]);
    return { ...shared.default, ...own.default };
  },
};

const isTranslated = (language: string): language is keyof typeof catalogues =>
  Object.hasOwn(catalogues, language);

export async function speak(language: string): Promise<void> {
  if (isTranslated(language) && !i18n.hasResourceBundle(language, "translation"))
    i18n.addResourceBundle(language, "translation", await catalogues[language]());
  await i18n.changeLanguage(language);
}
