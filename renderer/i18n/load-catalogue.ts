import type { Language } from "../../main/contract/languages.ts";
import { loadWords } from "../../main/contract/words/load-words.ts";

/** All that a window says: what main says alike, and what only windows do. */
export async function loadCatalogue(language: Language): Promise<object> {
  const [shared, own] = await Promise.all([loadWords(language), loadOwn(language)]);
  return { ...shared, ...own };
}

async function loadOwn(language: Language): Promise<object> {
  const words: { readonly default: object } = await import(`../i18n/${language}.json`, {
    with: { type: "json" },
  });
  return words.default;
}
