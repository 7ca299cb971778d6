import { fold } from "./folded.ts";
import { patterns, type Shape } from "./token-patterns.ts";
import type { Meaning, Vocabulary, WordKind } from "../words/vocabulary.ts";

export type Token = Shape & {
  /** As typed. */
  readonly raw: string;
  readonly from: number;
  readonly to: number;
};

type Found = readonly [length: number, shape: Shape];

const fewWords = /[\p{L}@][\p{L}'.]*(?:(?: {1,2}|-)[\p{L}@][\p{L}']*){0,3}/uy;
/** "2ª-feira": in Portuguese, some weekdays are numbers. */
const numberedWord = /[2-6][aª](?:[ -]feira)?(?![\p{L}\d])/uy;
const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** In characters. */
const longestEastAsian = 6;
/** A word with the numbers that belong to it, such as "v1.1.30", or a single character. */
const run = /\p{L}[\p{L}\p{N}'_]*(?:[.:/-]\p{N}+)*|[\p{N}'_][\p{L}\p{N}'_]*|./suy;

const letters = /\p{L}+/uy;

/** With more than this it is no time any more; the limit keeps every later step short. */
const maxTokens = 80;

export function readTokens(original: string, vocabulary: Vocabulary): Token[] | null {
  const { text, positions } = fold(original);
  const tokens: Token[] = [];
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === " " || isHyphen(text, index)) continue;
    if (tokens.length === maxTokens) return null;
    const [length, shape] = shapeAt(text, index, vocabulary);
    const from = positions[index] ?? 0;
    const to = positions[index + length] ?? original.length;
    tokens.push({ ...shape, raw: original.slice(from, to), from, to });
    index += length - 1;
  }
  return tokens;
}

/** "une demi-heure": between letters it is no "to". */
const isHyphen = (text: string, index: number): boolean =>
  text[index] === "-" && /^\p{L}-\p{L}$/u.test(text.slice(index - 1, index + 2));

function shapeAt(text: string, index: number, vocabulary: Vocabulary): Found {
  const found =
    numberedWordAt(text, index, vocabulary) ??
    patternAt(text, index) ??
    wordAt(text, index, vocabulary);
  if (found && !isGluedToUnknown(text, index + found[0], found[1], vocabulary)) return found;
  const length = isEastAsian(text, index) ? 1 : match(run, text, index)?.[0].length;
  return [length ?? 1, { shape: "unknown" }];
}

/** "4k" and "2nd-gen" are no numbers. */
const isGluedToUnknown = (text: string, end: number, shape: Shape, vocabulary: Vocabulary) =>
  shape.shape === "number" &&
  /\p{L}/u.test(text[end] ?? "") &&
  wordAt(text, end, vocabulary) === null &&
  patternAt(text, end) === null;

function match(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

function patternAt(text: string, index: number): Found | null {
  for (const [pattern, shapeOf] of patterns) {
    const found = match(pattern, text, index);
    if (found) return [found[0].length, shapeOf(...found.slice(1))];
  }
  return null;
}

function numberedWordAt(text: string, index: number, vocabulary: Vocabulary): Found | null {
  const found = match(numberedWord, text, index)?.[0];
  const meanings = found && vocabulary.get(found.replace("-", " ").replace("ª", "a"));
  return meanings ? [found.length, { shape: "word", meanings }] : null;
}

const isEastAsian = (text: string, index: number): boolean => eastAsian.test(text[index] ?? "");

/** Where no spaces say where a word ends, the longest that is known. */
function eastAsianAt(text: string, index: number, vocabulary: Vocabulary): Found | null {
  for (let length = longestEastAsian; length > 0; length -= 1) {
    const meanings = vocabulary.get(text.slice(index, index + length));
    if (meanings) return [length, { shape: "word", meanings }];
  }
  return null;
}

/** The longest phrase the vocabulary holds. */
function wordAt(text: string, index: number, vocabulary: Vocabulary): Found | null {
  if (isEastAsian(text, index)) return eastAsianAt(text, index, vocabulary);
  const found = match(fewWords, text, index)?.[0] ?? "";
  const ends = [...found.matchAll(/(?=[ -]|$)|(?<=')(?=\p{L})/gu)]
    .map((end) => end.index)
    .toReversed();
  for (const end of ends) {
    const phrase = found
      .slice(0, end)
      .replace(/\.{1,3}$/u, "")
      .replace(/[ -]+/gu, " ");
    const meanings = vocabulary.get(phrase);
    if (meanings && mayEnd(text, index + end, phrase, vocabulary))
      return [end, { shape: "word", meanings }];
  }
  return compoundAt(found, vocabulary);
}

/** "Freitagnachmittag", "demainmatin": a day and what follows it, written together. */
function compoundAt(found: string, vocabulary: Vocabulary): Found | null {
  const word = /^\p{L}+/u.exec(found)?.[0] ?? "";
  for (let end = 5; end < word.length; end += 1) {
    const meanings = vocabulary.get(word.slice(0, end));
    const isDay = meanings?.some(({ kind }) => kind === "weekday" || kind === "day");
    const rest = vocabulary.get(word.slice(end));
    if (meanings && isDay && rest?.some(({ kind }) => kind === "part" || kind === "noon"))
      return [end, { shape: "word", meanings }];
  }
  return null;
}

/** "um14" and "14uhr30" are missing a space; "a4" and "asap-ish" are words of their own. */
function mayEnd(text: string, end: number, phrase: string, vocabulary: Vocabulary): boolean {
  const next = text[end] ?? "";
  const opens = (...kinds: readonly WordKind[]) =>
    vocabulary.get(phrase)?.some(({ kind }) => kinds.includes(kind)) === true;
  // "all'una", where it opens a time: in "d'une heure" the hour is how long.
  if (/\p{L}/u.test(next))
    return phrase.endsWith("'") && opens("at") && vocabulary.has(lettersAt(text, end));
  if (next === "-") {
    const after = lettersAt(text, end + 1);
    return after === "" || vocabulary.has(after);
  }
  return !/\d/u.test(next) || mayEndBeforeDigit(text.slice(end, end + 8), phrase, opens);
}

/** "10Dec2026", "tomorrow10am", "um14" */
const mayEndBeforeDigit = (
  digits: string,
  phrase: string,
  opens: (...kinds: readonly WordKind[]) => boolean,
): boolean =>
  (opens("month") && phrase.length > 2) ||
  (opens("day", "weekday") &&
    phrase.length > 4 &&
    /^\d{1,2}(?::| ?[ap]m| ?h| uhr)/u.test(digits)) ||
  (opens("at", "for", "in", "to", "clock") && (phrase.length > 1 || phrase === "@"));

const lettersAt = (text: string, index: number): string => match(letters, text, index)?.[0] ?? "";

/** What a word means, read as this kind. */
export const meaningOf = (token: Token | undefined, kind: WordKind): Meaning | undefined =>
  token?.shape === "word" ? token.meanings.find((meaning) => meaning.kind === kind) : undefined;

export const is = (token: Token | undefined, ...kinds: readonly WordKind[]): boolean =>
  kinds.some((kind) => meaningOf(token, kind) !== undefined);
