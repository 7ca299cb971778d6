import type { TFunction } from "i18next";

/** Whole sentences, one after the other: with a blank between them, or without, as the language is written. */
export const joinSentences = (sentences: readonly string[], t: TFunction): string =>
  join("joined.sentences", sentences, t);

/** Facts side by side, without the "and" of a sentence. */
export const joinFacts = (facts: readonly string[], t: TFunction): string =>
  join("joined.facts", facts, t);

const join = (key: string, [first = "", ...rest]: readonly string[], t: TFunction): string =>
  rest.reduce((text, next) => t(key, { text, next }), first);
