/** The languages there are catalogues for. Names are in the language itself, as lists of languages show them. */
export const languages = [
  { tag: "en", name: "English" },
  { tag: "de", name: "Deutsch" },
] as const;

export type Language = (typeof languages)[number]["tag"];

/** The first of `wanted` (BCP 47 tags, best first) there is a catalogue for; English otherwise. */
export function chooseLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split("-")[0];
    const found = languages.find((language) => language.tag === primary);
    if (found) return found.tag;
  }
  return "en";
}
