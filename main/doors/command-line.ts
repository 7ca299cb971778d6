import type { Call } from "../contract/requests/vocabulary.ts";
import { verbs } from "./tables.ts";

/** A start that nobody watches, when the session begins: what it does not ask for is not shown. */
export const hiddenWord = "--hidden";

/**
 * What a start of the app asks for. Any process of the person can start it with any words, so only
 * known verbs count, and everything else just opens the popup. Null where nothing is to be opened.
 */
export function readCommandLine(words: readonly string[]): Call<"commandLine"> | null {
  const known = words.find((word) => Object.hasOwn(verbs, word));
  return verbs[known ?? ""] ?? (words.includes(hiddenWord) ? null : { name: "openPopup" });
}
