import { readFileSync } from "node:fs";
import { join } from "node:path";

export const languages = ["en", "de", "ja", "ar"] as const;
export type Language = (typeof languages)[number];

/** Where each is spoken: of Orca, of the app, and of its dates and times. */
export const locales: Readonly<Record<Language, string>> = {
  en: "en_GB",
  de: "de_DE",
  ja: "ja_JP",
  ar: "ar_EG",
};

export interface Words {
  readonly language: Language;
  readonly locale: string;
  /** What the app's windows call it, for those who listen for it. */
  of(key: string): string;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

export function wordsOf(language: Language): Words {
  const file = join(import.meta.dirname, `../../renderer/i18n/${language}.json`);
  const catalogue: unknown = JSON.parse(readFileSync(file, "utf8"));
  return {
    language,
    locale: locales[language].replace("_", "-"),
    of(key) {
      const found = key
        .split(".")
        .reduce((part, name) => (isRecord(part) ? part[name] : undefined), catalogue);
      if (typeof found !== "string") throw new Error(`${language}.json has no ${key}`);
      return found;
    },
  };
}
