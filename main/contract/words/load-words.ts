import type { Language } from "../languages.ts";

/** What main says, and windows say alike. A file of its own in the build, read when it is needed. */
export async function loadWords(language: Language): Promise<object> {
  const words: { readonly default: object } = await import(`../words/${language}.json`, {
    with: { type: "json" },
  });
  return words.default;
}
