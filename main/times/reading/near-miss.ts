import {
  vocabularyOf,
  vocabularyTags,
  type Meaning,
  type Vocabulary,
} from "../words/vocabulary.ts";

/** Whether a word is one slip of the finger from a day: "deman" is left unread, not taken for a subject. */
export function isNearDay(word: string, vocabulary: Vocabulary): boolean {
  if (word.length < 5 || vocabulary.has(word)) return false;
  for (const [known, meanings] of vocabulary)
    if (known.length >= 5 && isDay(meanings) && isOneSlip(word, known)) return true;
  return false;
}

/** One letter more, less or other, or two neighbours swapped. */
function isOneSlip(typed: string, known: string): boolean {
  let start = 0;
  while (start < typed.length && typed[start] === known[start]) start += 1;
  let end = 0;
  const limit = Math.min(typed.length, known.length) - start;
  while (end < limit && typed.at(-1 - end) === known.at(-1 - end)) end += 1;
  const [mine, theirs] = [
    typed.slice(start, typed.length - end),
    known.slice(start, known.length - end),
  ];
  if (mine.length <= 1 && theirs.length <= 1) return true;
  return mine.length === 2 && theirs.length === 2 && mine[0] === theirs[1] && mine[1] === theirs[0];
}

/** "demain", whatever the language of the rest: a subject that holds it has a day that nobody read. */
export const isForeignDay = (word: string): boolean =>
  !vocabularyOf("en").has(word) && days().has(word);

let known: ReadonlySet<string> | null = null;

/** Without the shortest, which are words of other languages too: "die", "dom", "mit". */
function days(): ReadonlySet<string> {
  known ??= new Set(vocabularyTags.flatMap((tag) => [...vocabularyOf(tag)].flatMap(dayNames)));
  return known;
}

const dayNames = ([word, meanings]: readonly [string, readonly Meaning[]]): readonly string[] =>
  isDay(meanings) && word.length >= (meanings.some(({ kind }) => kind === "day") ? 4 : 5)
    ? [word]
    : [];

const isDay = (meanings: readonly Meaning[]): boolean =>
  meanings.some(({ kind }) => kind === "day" || kind === "weekday");
