import { directionOf } from "../languages.ts";

/** How i18next puts values into sentences: as text, since React and main escape what they draw. */
export const asText = { escapeValue: false, alwaysFormat: true } as const;

interface Values {
  /** Where numbers are written as there, "1,234" or "١٬٢٣٤", by language: a BCP 47 tag. */
  readonly placeOf: (language: string) => string;
  /** Set apart by marks nobody sees, so that what is written the other way round turns nothing else. */
  readonly areIsolated?: boolean;
}

/** What i18next does with the values of a sentence. */
export const valuesIn = ({ placeOf, areIsolated = false }: Values) => ({
  type: "formatter" as const,
  init() {
    // Nothing of the instance is needed.
  },
  add: oneFormat,
  addCached: oneFormat,
  format(value: unknown, _name: unknown, language = "en"): unknown {
    if (typeof value === "number") return new Intl.NumberFormat(placeOf(language)).format(value);
    if (!areIsolated || typeof value !== "string" || value === "") return value;
    return directionOf(language) === "rtl" || rightToLeft.test(value)
      ? `\u2068${value}\u2069`
      : value;
  },
});

function oneFormat(): never {
  throw new Error("There is one format.");
}

const rightToLeft = /[\u061c\u200f\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** The text itself, where it is to be kept and not shown. */
export const withoutIsolates = (text: string): string => text.replaceAll(/[\u2068\u2069]/gu, "");
