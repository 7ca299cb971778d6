import { is, meaningOf, type Token } from "./tokens.ts";
import {
  vocabularyOf,
  vocabularyTags,
  type Meaning,
  type Vocabulary,
} from "../words/vocabulary.ts";

/** A word beside a time that names no day: "deman", or "tom" in "sync tom 3pm". */
export const mayBeDay = (word: string, vocabulary: Vocabulary): boolean =>
  isNearDay(word, vocabulary) || isDay(vocabulary.get(word) ?? []);

/** Whether a word is one slip of the finger from a day: "deman" is left unread, not taken for a subject. */
function isNearDay(word: string, vocabulary: Vocabulary): boolean {
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

/** "明日" in what another language leaves over, where no spaces say that it is a word. */
export const holdsUnspacedDay = (text: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) &&
  unspacedDays().some((day) => text.includes(day));

let unspaced: readonly string[] | null = null;

function unspacedDays(): readonly string[] {
  const words = ["ja", "zh"].flatMap((tag) => [...vocabularyOf(tag)]);
  unspaced ??= words.flatMap(([word, meanings]) =>
    isDay(meanings) && word.length > 1 ? [word] : [],
  );
  return unspaced;
}

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

/** Short for a day or a month, and somebody's name: "call Tom 3pm", "mit Jan morgen 15 Uhr". */
const names = new Set(["tom", "jan", "april", "june", "may", "august"]);

/** Beside other words a name is a name, unless a number or a word of time stands next to it. */
export function withNames(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, index) =>
    names.has(token.raw.toLowerCase()) && isNamed(tokens, index)
      ? { shape: "unknown", raw: token.raw, from: token.from, to: token.to }
      : token,
  );
}

function isNamed(tokens: readonly Token[], index: number): boolean {
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  if (before?.shape !== "unknown") return false;
  if (meaningOf(tokens[index], "day")) return true;
  return after?.shape !== "number" && after?.shape !== "date" && !is(after, "number", "filler");
}
