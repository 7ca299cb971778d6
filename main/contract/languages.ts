/** The languages there are catalogues for. Names are in the language itself, as lists of languages show them. */
export const languages = [
  { tag: "en", name: "English" },
  { tag: "de", name: "Deutsch" },
] as const;

export type Language = (typeof languages)[number]["tag"];

/** The first of `wanted` (BCP 47 tags, best first) there is a catalogue for; English otherwise. */
export function chooseLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = wordsFor(tag);
    if (found) return found;
  }
  return "en";
}

/**
 * The languages invitations can be in besides the app's: those of Teams, as Graph takes them in
 * Accept-Language.
 */
export const invitationLanguages = [
  "ar",
  "bg",
  "ca",
  "cs",
  "cy",
  "da",
  "de",
  "el",
  "en-GB",
  "en-US",
  "es",
  "es-MX",
  "et",
  "eu",
  "fi",
  "fil",
  "fr",
  "fr-CA",
  "gl",
  "he",
  "hi",
  "hr",
  "hu",
  "id",
  "is",
  "it",
  "ja",
  "ko",
  "lt",
  "lv",
  "nb",
  "nl",
  "nn",
  "pl",
  "pt-BR",
  "pt-PT",
  "ro",
  "ru",
  "sk",
  "sl",
  "sr-Latn",
  "sv",
  "th",
  "tr",
  "uk",
  "vi",
  "zh-CN",
  "zh-TW",
] as const;

export const asApp = "app";
export type InvitationLanguage = typeof asApp | (typeof invitationLanguages)[number];

/** Our own words of it, where there are any. */
export function wordsFor(tag: string): Language | null {
  const primary = tag.toLowerCase().split("-")[0];
  return languages.find((language) => language.tag === primary)?.tag ?? null;
}
