import { arabic } from "./arabic.ts";
import { chinese } from "./chinese.ts";
import { dutch } from "./dutch.ts";
import { fold } from "../reading/folded.ts";
import { english } from "./english.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import { italian } from "./italian.ts";
import { japanese } from "./japanese.ts";
import { polish } from "./polish.ts";
import { portuguese } from "./portuguese.ts";
import { spanish } from "./spanish.ts";

const wordKinds = [
  "after-hour", // minutes to add to the hour before it: "et demie"
  "and",
  "at",
  "before-hour", // minutes to add to the hour after it: "half past"
  "between",
  "clock", // says that the number before it is an hour: "Uhr"
  "day", // days from today
  "days", // a unit of days
  "every",
  "filler",
  "for",
  "from-now", // makes the length before it a delay
  "half", // half of the unit after it, or as much again of the unit before it
  "in",
  "length", // minutes, without a number: "Viertelstunde"
  "meridiem", // hours to add
  "midnight",
  "minus", // minutes to take from the hour before it: "menos diez"
  "minutes", // a unit, in minutes
  "month",
  "months", // a unit
  "next", // 1: the coming one, 2: the one in the week after this, 4: in the week after that, -1: the one before
  "noon",
  "now",
  "number",
  "ordinal",
  "other", // makes "every" something that no calendar here repeats
  "part", // of the day: see `parts`
  "past", // 1: "10 nach 4", -1: "10 vor 4"
  "range-end", // closes a span behind its end: "まで"
  "refused", // turns the meaning round, so the phrase is not read: "not", "until"
  "repeat", // an index of `repeatings`
  "this",
  "to",
  "weekday", // 1 is Monday
  "zone-word", // "Zeit" in "Londoner Zeit"
  "weekdays",
] as const;

export type WordKind = (typeof wordKinds)[number];

export interface Meaning {
  readonly kind: WordKind;
  readonly value: number;
}

/**
 * Parts of the day as the vocabularies number them. In some languages the night begins with the dark ("las 7 de la
 * noche"), in others it is only the hours in which people sleep ("nachts"). "Tonight" begins with the evening.
 */
export const parts = {
  morning: 1,
  afternoon: 2,
  evening: 3,
  night: 4,
  tonight: 5,
  deepNight: 6,
  /** "Noon" beside an hour: "12 noon", "mittags um eins". */
  noon: 7,
} as const;
export const repeatings = ["daily", "weekdays", "weekly", "monthly"] as const;

/** "kind:value", or "kind" where the value says nothing, to the words, folded and separated by "|". */
export type Words = Readonly<Record<string, string>>;

const vocabularies: Readonly<Record<string, Words>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  pt: portuguese,
  it: italian,
  nl: dutch,
  pl: polish,
  ar: arabic,
  ja: japanese,
  zh: chinese,
};

export const vocabularyTags: readonly string[] = Object.keys(vocabularies);

export const hasVocabulary = (language: string): boolean => Object.hasOwn(vocabularies, language);

export type Vocabulary = ReadonlyMap<string, readonly Meaning[]>;

const built = new Map<string, Vocabulary>();

/** The words of a language and, after them, English. */
export function vocabularyOf(language: string): Vocabulary {
  const known = built.get(language);
  if (known) return known;
  const vocabulary = new Map<string, Meaning[]>();
  addWords(vocabulary, vocabularies[language] ?? {});
  if (language !== "en") addWords(vocabulary, english);
  built.set(language, vocabulary);
  return vocabulary;
}

function addWords(vocabulary: Map<string, Meaning[]>, words: Words): void {
  for (const [key, list] of Object.entries(words)) {
    const [name = "", value = "0"] = key.split(":");
    const kind = wordKinds.find((known) => known === name);
    if (!kind) throw new Error(`There are no words of the kind ${name}.`);
    for (const word of list.split("|").map((typed) => fold(typed).text))
      vocabulary.set(word, [...(vocabulary.get(word) ?? []), { kind, value: Number(value) }]);
  }
}
