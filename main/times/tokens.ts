import { fold } from "./folded.ts";
import type { Meaning, Vocabulary, WordKind } from "./words/vocabulary.ts";

type Shape =
  /** A word or a phrase of the vocabulary. */
  | { readonly shape: "word"; readonly meanings: readonly Meaning[] }
  /** `isOrdinal` for "24." */
  | { readonly shape: "number"; readonly digits: string; readonly isOrdinal: boolean }
  /** 14:30 */
  | { readonly shape: "clock"; readonly hour: string; readonly minute: string }
  /** 14h30 or 14h: a time or, after "for", a length. */
  | { readonly shape: "hours"; readonly hour: string; readonly minute: string | null }
  /** 14.30 or 3.12 or 1.5 */
  | { readonly shape: "pair"; readonly left: string; readonly right: string }
  | {
      readonly shape: "date";
      readonly order: "year-first" | "day-first" | "local";
      readonly numbers: readonly number[];
    }
  | { readonly shape: "zone" | "dash" | "mark" | "unknown" };

export type Token = Shape & {
  /** As typed. */
  readonly raw: string;
  readonly from: number;
  readonly to: number;
};

type Pattern = readonly [RegExp, (...groups: readonly string[]) => Shape];
type Found = readonly [length: number, shape: Shape];

const dateOf =
  (order: "year-first" | "day-first" | "local") =>
  (...groups: readonly (string | undefined)[]): Shape => {
    const numbers = groups.filter((group) => group !== undefined).map(Number);
    return { shape: "date", order, numbers };
  };
const hoursOf = (hour = "", minute: string | null = null): Shape => ({
  shape: "hours",
  hour,
  minute,
});

/** Each is tried where the token before ended and none can run back and forth, whatever the text. */
const patterns: readonly Pattern[] = [
  [/(?:utc|gmt) ?[+-] ?\d{1,2}(?::?\d\d)?(?!\d)/uy, () => ({ shape: "zone" })],
  [/[a-z]{2,12}\/[a-z_+-]{2,20}\d{0,2}(?:\/[a-z_]{2,20})?/uy, () => ({ shape: "zone" })],
  [/(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)(?:t(?=\d))?/uy, dateOf("year-first")],
  [/(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)?(?![\d:])/uy, dateOf("day-first")],
  [/(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d\d))?(?![\d/])/uy, dateOf("local")],
  [/(\d{1,2})-(\d{1,2})-(\d{4}|\d\d)(?![\d:])/uy, dateOf("local")],
  [
    /(\d{1,2}):(\d\d)(?::\d\d)?(?![\d:])/uy,
    (hour = "", minute = "") => ({ shape: "clock", hour, minute }),
  ],
  // "1h30 min" is a length of two parts, "10h 24 dec" a time and a date.
  [/(\d{1,2})h(\d\d)(?!\d| ?m(?!\p{L})| ?min)/uy, hoursOf],
  [/(\d{1,2}) ?h ?(\d\d)(?! ?[\p{L}\d.:/])/uy, hoursOf],
  [/(\d{1,2}) ?h(?![\p{L}'])/uy, hoursOf],
  [
    /(\d{1,2})[.,](\d{1,2})(?![\d.,:])/uy,
    (left = "", right = "") => ({ shape: "pair", left, right }),
  ],
  [
    /(\d+)(\.?)(?!\d)/uy,
    (digits = "", dot) => ({ shape: "number", digits, isOrdinal: dot !== "" }),
  ],
  [
    /([ap])\. ?m\.?(?![\p{L}\d])/uy,
    (letter) => ({
      shape: "word",
      meanings: [{ kind: "meridiem", value: letter === "p" ? 12 : 0 }],
    }),
  ],
  [/-/uy, () => ({ shape: "dash" })],
  [/[,;.()|!?:"]/uy, () => ({ shape: "mark" })],
];
const fewWords = /[\p{L}@][\p{L}'.]*(?:(?: {1,2}|-)[\p{L}@][\p{L}']*){0,3}/uy;
/** "2ª-feira" */
const numberedWord = /[2-6]a(?:[ -]feira)?(?![\p{L}\d])/uy;
const run = /[\p{L}\p{N}'_]+|./suy;

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
  return [match(run, text, index)?.[0].length ?? 1, { shape: "unknown" }];
}

/** "4k" and "2nd-gen" are no numbers. */
const isGluedToUnknown = (text: string, end: number, shape: Shape, vocabulary: Vocabulary) =>
  shape.shape === "number" &&
  /\p{L}/u.test(text[end] ?? "") &&
  wordAt(text, end, vocabulary) === null;

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
  const meanings = found && vocabulary.get(found.replace("-", " "));
  return meanings ? [found.length, { shape: "word", meanings }] : null;
}

/** The longest phrase the vocabulary holds. */
function wordAt(text: string, index: number, vocabulary: Vocabulary): Found | null {
  const found = match(fewWords, text, index)?.[0] ?? "";
  const ends = [...found.matchAll(/(?=[ -]|$)/gu)].map((end) => end.index).toReversed();
  for (const end of ends) {
    const phrase = found.slice(0, end).replace(/\.$/u, "").replace(/[ -]+/gu, " ");
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
  if (/\p{L}/u.test(next)) return false;
  if (next === "-") {
    const after = match(/-(\p{L}+)/uy, text, end)?.[1];
    return after === undefined || vocabulary.has(after);
  }
  if (!/\d/u.test(next)) return true;
  const opens = vocabulary
    .get(phrase)
    ?.some(({ kind }) => ["at", "for", "in", "to", "clock"].includes(kind));
  return opens === true && (phrase.length > 1 || phrase === "@");
}

/** What a word means, read as this kind. */
export const meaningOf = (token: Token | undefined, kind: WordKind): Meaning | undefined =>
  token?.shape === "word" ? token.meanings.find((meaning) => meaning.kind === kind) : undefined;

export const is = (token: Token | undefined, ...kinds: readonly WordKind[]): boolean =>
  kinds.some((kind) => meaningOf(token, kind) !== undefined);
