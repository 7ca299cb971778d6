import { fold } from "./folded.ts";
import { is, meaningOf, type Token } from "./tokens.ts";
import { isMadeName, makesName } from "../words/named-days.ts";
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
  const isName = (token: Token, index: number) =>
    (names.has(token.raw.toLowerCase()) && isNamed(tokens, index)) ||
    isNamedDay(tokens, index) ||
    isAdjective(tokens, index) ||
    isCountedWord(tokens, index);
  return tokens.map((token, index) => {
    const { raw, from, to } = token;
    return isName(token, index) ? { shape: "unknown", isName: true, raw, from, to } : token;
  });
}

/** "Black Friday", "lundi de Pâques" */
function isNamedDay(tokens: readonly Token[], index: number): boolean {
  if (!is(tokens[index], "weekday")) return false;
  const word = (token: Token | undefined) => fold(token?.raw ?? "").text;
  const after = tokens.slice(index + 1).find((token) => !is(token, "filler"));
  return makesName.has(word(tokens[index - 1])) || isMadeName.has(word(after));
}

/** "Weekly sync tomorrow 9:15": what kind of meeting it is, and not how often. */
const isAdjective = (tokens: readonly Token[], index: number): boolean =>
  /^(?:daily|weekly|monthly|dagelijks|wekelijks|maandelijks)$/iu.test(tokens[index]?.raw ?? "") &&
  mayEndBefore(tokens[index - 1]) &&
  isUnknownWord(tokens[index + 1]);

/** "2nd interview", "3. Quartal", "segunda entrevista": the second of its kind, and no day. */
function isCountedWord(tokens: readonly Token[], index: number): boolean {
  const first = is(tokens[index], "ordinal") ? index - 1 : index;
  const last = is(tokens[first + 1], "ordinal") ? first + 1 : first;
  if (!isUnknownWord(tokens[last + 1])) return false;
  const [number, before] = [tokens[first], tokens[first - 1]];
  if (isOrdinalDay(number)) return isSaidTwice(tokens, first);
  const isOrdinal = number?.shape === "number" && (last > first || number.isOrdinal);
  return isOrdinal && mayEndBefore(isArticle(before) ? tokens[first - 2] : before);
}

const isArticle = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:the|der|die|das)$/iu.test(token.raw);

const isUnknownWord = (token: Token | undefined): boolean =>
  token?.shape === "unknown" && /^\p{L}/u.test(token.raw);

/** What belongs to no time that goes on behind it. */
const mayEndBefore = (token: Token | undefined): boolean =>
  token === undefined || token.shape === "unknown" || token.shape === "mark";

/** In Portuguese Monday is the second. */
const isOrdinalDay = (token: Token | undefined): boolean =>
  is(token, "weekday") &&
  /^(?:segunda|ter[cç]a|quarta|quinta|sexta|[2-6][aª])$/iu.test(token?.raw ?? "");

/** Another day is said, or no time at all. */
const isSaidTwice = (tokens: readonly Token[], index: number): boolean =>
  tokens.some(
    (token, at) => at !== index && (is(token, "day", "weekday", "month") || token.shape === "date"),
  ) ||
  !tokens.some(
    (token) =>
      token.shape === "clock" || token.shape === "hours" || is(token, "at", "part", "noon"),
  );

function isNamed(tokens: readonly Token[], index: number): boolean {
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  if (before?.shape !== "unknown") return false;
  if (meaningOf(tokens[index], "day")) return true;
  return after?.shape !== "number" && after?.shape !== "date" && !is(after, "number", "filler");
}
