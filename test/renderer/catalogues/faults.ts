/** The sentences of one catalogue by their dotted keys, plural forms each by its own: "people_one". */
export type Sentences = ReadonlyMap<string, string>;

/** Every sentence of a catalogue by its dotted key. */
export const sentencesOf = (catalogue: unknown): Sentences => new Map(flatten(catalogue, []));

function flatten(value: unknown, path: readonly string[]): [string, string][] {
  if (typeof value === "string") return [[path.join("."), value]];
  if (typeof value !== "object" || value === null) return [[path.join("."), ""]];
  return Object.entries(value).flatMap(([key, part]) => flatten(part, [...path, key]));
}

const form = /_(zero|one|two|few|many|other)$/u;
export const withoutForm = (key: string): string => key.replace(form, "");
const formOf = (key: string): string | null => form.exec(key)?.[1] ?? null;

/** Of this sentence, whichever plural form: the English one is read in its form for many. */
const englishFor = (key: string, english: Sentences): string | undefined =>
  english.get(key) ?? english.get(`${withoutForm(key)}_other`);

/** Sentences that English has and this one lacks, or the other way round. */
export function keyFaults(tag: string, catalogue: Sentences, english: Sentences): string[] {
  const here = new Set([...catalogue.keys()].map(withoutForm));
  const there = new Set([...english.keys()].map(withoutForm));
  return [
    ...[...there].filter((key) => !here.has(key)).map((key) => `${tag}: ${key} is missing`),
    ...[...here].filter((key) => !there.has(key)).map((key) => `${tag}: ${key} is nowhere else`),
  ];
}

/** A sentence that says a number in words has forms for it, also where English could do without. */
export const uncountedFaults = (tag: string, catalogue: Sentences): string[] =>
  [...catalogue].flatMap(([key, sentence]) =>
    sentence.includes("{{count}}") && formOf(key) === null
      ? [`${tag}: ${key} counts, and has no forms for it`]
      : [],
  );

/** A sentence that counts has each form the language's numbers ask for, and no other. */
export function pluralFaults(tag: string, catalogue: Sentences, english: Sentences): string[] {
  const wanted = new Intl.PluralRules(tag).resolvedOptions().pluralCategories.toSorted();
  const counting = [...english.keys()].filter((key) => formOf(key) !== null).map(withoutForm);
  const found = Map.groupBy(
    [...catalogue.keys()].filter((key) => formOf(key) !== null),
    withoutForm,
  );
  return [...new Set([...counting, ...found.keys()])].flatMap((key) => {
    const forms = (found.get(key) ?? []).map((each) => formOf(each) ?? "").toSorted();
    const expected = counting.includes(key) ? wanted : [];
    return forms.join() === expected.join()
      ? []
      : [`${tag}: ${key} has the forms ${forms.join(", ")} instead of ${expected.join(", ")}`];
  });
}

const placeholdersOf = (sentence: string): string[] =>
  (sentence.match(/\{\{[^}]*\}\}/gu) ?? []).toSorted();

/** These forms stand for one number, so that it may be a word, or go without saying. */
const formsOfOne = new Set(["zero", "one", "two"]);

export function placeholderFaults(tag: string, catalogue: Sentences, english: Sentences): string[] {
  return [...catalogue].flatMap(([key, sentence]) => {
    const model = englishFor(key, english);
    if (model === undefined) return [];
    const isOfOne = formsOfOne.has(formOf(key) ?? "");
    const named = (text: string) =>
      placeholdersOf(text)
        .filter((each) => !isOfOne || each !== "{{count}}")
        .join(" ");
    return named(sentence) === named(model)
      ? []
      : [`${tag}: ${key} names ${named(sentence)} instead of ${named(model)}`];
  });
}

/** Words of a sentence, without what stands in for values. */
const wordsOf = (sentence: string): string[] =>
  sentence.replaceAll(/\{\{[^}]*\}\}|\{[a-z]+\}/gu, " ").match(/\p{L}[\p{L}\p{N}]*/gu) ?? [];

/** Copies of the English, but for names and what `international` has, word by word. */
export function sameFaults(
  tag: string,
  catalogue: Sentences,
  english: Sentences,
  international: ReadonlySet<string>,
): string[] {
  return [...catalogue].flatMap(([key, sentence]) => {
    if (sentence !== englishFor(key, english)) return [];
    const words = wordsOf(sentence).filter((word) => !international.has(word));
    return words.length === 0 ? [] : [`${tag}: ${key} is the English "${sentence}"`];
  });
}

/** Empty ones, and blanks at the ends or side by side: they are there to be glued to something. */
export const spaceFaults = (tag: string, catalogue: Sentences): string[] =>
  [...catalogue].flatMap(([key, sentence]) =>
    sentence === "" || sentence !== sentence.trim() || / {2}/u.test(sentence)
      ? [`${tag}: ${key} is "${sentence}"`]
      : [],
  );
