import type { Locator, Page } from "@playwright/test";
import { createInstance } from "i18next";

import { asText, valuesIn } from "../../../main/contract/words/values-in.ts";
import { languages } from "../../../main/contract/languages.ts";
import { loadCatalogue } from "../../../renderer/i18n/load-catalogue.ts";

/** Stands in a sentence for what is left open. */
const anything = "\u0001";

/** Where the windows of a language are, for numbers. */
export const places = { ar: "ar-EG", de: "de-DE" };
const known = new Map<string, string>(Object.entries(places));

const catalogue = createInstance();
await catalogue
  .use(valuesIn({ placeOf: (language) => known.get(language) ?? language, areIsolated: true }))
  .init({
    lng: "en",
    fallbackLng: "en",
    missingInterpolationHandler: () => anything,
    interpolation: asText,
    resources: Object.fromEntries(
      await Promise.all(
        languages.map(async ({ tag }) => [tag, { translation: await loadCatalogue(tag) }] as const),
      ),
    ),
  });

type Values = Readonly<Record<string, string | number>>;
type Role = Parameters<Page["getByRole"]>[0];

/**
 * Something of a view that must be there to be seen: a sentence of the app's by its key, with whatever stands
 * where it names no value, or what somebody typed.
 */
export interface Sight {
  readonly role: Role | null;
  readonly says: string | { readonly key: string; readonly values: Values };
}

export const shows = (key: string, values: Values = {}): Sight => ({
  role: null,
  says: { key, values },
});
export const showsRole = (role: Role, key: string, values: Values = {}): Sight => ({
  role,
  says: { key, values },
});
/** What is the same in every language. */
export const showsData = (says: string, role: Role | null = null): Sight => ({ role, says });

/** The longest part of it that is known. */
function textOf({ says }: Sight, language: string): string {
  if (typeof says === "string") return says;
  const { key, values } = says;
  if (!catalogue.exists(key, values)) throw new Error(`There is no sentence ${key}.`);
  const parts = catalogue.t(key, { ...values, lng: language }).split(anything);
  return parts.reduce((one, other) => (other.length > one.length ? other : one)).trim();
}

/** In a window of this language; one without a translation speaks English. */
export function locate(page: Page, sight: Sight, language: string): Locator {
  const text = textOf(sight, language);
  const found =
    sight.role === null ? page.getByText(text) : page.getByRole(sight.role, { name: text });
  return found.filter({ visible: true }).first();
}

/** Whether seeing it proves that a window speaks this language. */
export const tells = (sight: Sight, language: string): boolean =>
  textOf(sight, language) !== textOf(sight, "en");
