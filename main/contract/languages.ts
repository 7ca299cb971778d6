/** A language of the app. Its words are `words/<tag>.json` here and `renderer/i18n/<tag>.json`, and nothing else is needed. */
interface AppLanguage {
  readonly tag: string;
  /** What its words are, exactly: for voices, fonts and hyphens. */
  readonly lang: string;
  /** In the language itself, as lists of languages show it. */
  readonly name: string;
  readonly made: "original" | "with-the-original" | "by-machine";
  /** Who grew up with it and has read all of it, and when: "Ada, 2027-01". */
  readonly readBy: readonly string[];
}

export const languages = [
  { tag: "de", lang: "de", name: "Deutsch", made: "with-the-original", readBy: [] },
  { tag: "en", lang: "en", name: "English", made: "original", readBy: [] },
  { tag: "es", lang: "es", name: "Español", made: "by-machine", readBy: [] },
  { tag: "fr", lang: "fr", name: "Français", made: "by-machine", readBy: [] },
  { tag: "it", lang: "it", name: "Italiano", made: "by-machine", readBy: [] },
  { tag: "pl", lang: "pl", name: "Polski", made: "by-machine", readBy: [] },
  { tag: "pt", lang: "pt-BR", name: "Português (Brasil)", made: "by-machine", readBy: [] },
  { tag: "ar", lang: "ar", name: "العربية", made: "by-machine", readBy: [] },
  { tag: "ja", lang: "ja", name: "日本語", made: "by-machine", readBy: [] },
  { tag: "zh", lang: "zh-Hans", name: "简体中文", made: "by-machine", readBy: [] },
] as const satisfies readonly AppLanguage[];

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

/** Our own words of it, where there are any: of the same language, in the same script. */
export function wordsFor(tag: string): Language | null {
  const wanted = scriptOf(tag);
  return languages.find((language) => scriptOf(language.tag) === wanted)?.tag ?? null;
}

/** "zh-Hant" for "zh-TW"; null where it is no tag. */
function scriptOf(tag: string): string | null {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    return null;
  }
}

const rightToLeft = new Set(["Arab", "Hebr"]);

/** Which way a language is written. */
export const directionOf = (tag: string): "ltr" | "rtl" =>
  rightToLeft.has(new Intl.Locale(tag).maximize().script ?? "") ? "rtl" : "ltr";

const entryOf = (tag: string): AppLanguage | undefined =>
  languages.find((language) => language.tag === tag);

/** BCP 47, for the attribute `lang`. */
export const langOf = (tag: string): string => entryOf(tag)?.lang ?? tag;

/** Nobody who grew up with it has read its words. */
export function isUnread(tag: string): boolean {
  const entry = entryOf(tag);
  return entry !== undefined && entry.made !== "original" && entry.readBy.length === 0;
}
