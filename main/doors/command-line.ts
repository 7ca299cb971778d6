import type { Call } from "../contract/requests/vocabulary.ts";
import { verbs } from "./tables.ts";

/**
 * What a start of the app asks for. Any process of the person can start it with any words, so only
 * known verbs count, and everything else just opens the popup.
 */
export function readCommandLine(words: readonly string[]): Call<"commandLine"> {
  const known = words.find((word) => Object.hasOwn(verbs, word));
  return verbs[known ?? ""] ?? { name: "openPopup" };
}
