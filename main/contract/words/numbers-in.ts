/**
 * For i18next: numbers in sentences are written as the place does that belongs to the language, "1,234" or
 * "١٬٢٣٤". What it gives is a BCP 47 tag.
 */
export const numbersIn = (placeOf: (language: string) => string) => ({
  type: "formatter" as const,
  init() {
    // Nothing of the instance is needed.
  },
  add() {
    throw new Error("There is one format.");
  },
  addCached() {
    throw new Error("There is one format.");
  },
  format: (value: unknown, _name: unknown, language = "en"): unknown =>
    typeof value === "number" ? new Intl.NumberFormat(placeOf(language)).format(value) : value,
});

/** How i18next puts values into sentences: as text, since React and main escape what they draw. */
export const asText = { escapeValue: false, alwaysFormat: true } as const;
