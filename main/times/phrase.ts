import { dateFormat } from "../base/date-format.ts";
import { boundsOf, isLink, type Bounds } from "./bounds.ts";
import { findWithChrono, type ChronoFound } from "./chrono-dates.ts";
import type { DateOrder } from "./dates.ts";
import { fold } from "./folded.ts";
import { makePlan, todayIn } from "./make-plan.ts";
import { isNearDay } from "./near-miss.ts";
import { notUnderstood, type PhraseContext, type PhraseReading } from "./phrase-reading.ts";
import { settle } from "./settle.ts";
import { readSlots, type Slots } from "./slots.ts";
import { nextMonthly } from "./typed-day.ts";
import { readTokens, type Token } from "./tokens.ts";
import { hasVocabulary, vocabularyOf } from "./words/vocabulary.ts";

/** A subject and a time fit in this; reading more would only cost time. */
const maxLength = 300;

/**
 * Reads a time as people type it, in the language of the words on screen and in English. Waits only for
 * chrono, which is loaded for what our own words do not hold.
 */
export async function readPhrase(text: string, context: PhraseContext): Promise<PhraseReading> {
  if (text.length > maxLength) return notUnderstood;
  if (fold(text).text.trim() === "") return { kind: "empty" };
  const language = context.language.split("-")[0]?.toLowerCase() ?? "en";
  const parsed = parse(text, language, context);
  const own = parsed ? readingOf(text, language, parsed, context) : notUnderstood;
  if (own.kind !== "not-understood" || own.unclearZone !== null) return own;
  return (await readWithChrono(text, language, context)) ?? own;
}

interface Parsed {
  readonly tokens: readonly Token[];
  readonly slots: Slots;
  readonly claimed: readonly boolean[];
}

function parse(text: string, language: string, context: PhraseContext): Parsed | null {
  const tokens = readTokens(text, vocabularyOf(language));
  const found = tokens && readSlots(tokens, orderOf(language, context));
  return tokens && found ? { tokens, ...found } : null;
}

function readingOf(
  text: string,
  language: string,
  { tokens, slots, claimed }: Parsed,
  context: PhraseContext,
): PhraseReading {
  const bounds = boundsOf(tokens, claimed);
  if (!bounds) return notUnderstood;
  if (slots.zone?.id === null) return { kind: "not-understood", unclearZone: slots.zone.typed };
  if (!mayLeave(tokens, bounds, slots, language, context)) return notUnderstood;
  const from = tokens[bounds.first]?.from ?? 0;
  const to = tokens[bounds.last]?.to ?? text.length;
  const plan = makePlan(slots, context);
  return plan ? settle({ ...plan, from, to }, context) : notUnderstood;
}

/** Chrono finds the day, and the hour if we cannot; every other word has to be ours. */
async function readWithChrono(text: string, language: string, context: PhraseContext) {
  const found = await findWithChrono(text, language, context);
  if (!found || !isNews(text, language, found)) return null;
  const blank = " ".repeat(found.to - found.from);
  const rest = parse(text.slice(0, found.from) + blank + text.slice(found.to), language, context);
  if (!rest || rest.claimed.some((isClaimed, index) => !isClaimed && !isLink(rest.tokens[index])))
    return null;
  const slots = withFound(rest.slots, found);
  const plan = slots && makePlan(slots, context);
  if (!plan) return null;
  const from = Math.min(found.from, rest.tokens[0]?.from ?? found.from);
  const to = Math.max(found.to, rest.tokens.at(-1)?.to ?? found.to);
  return settle({ ...plan, from, to }, context);
}

/** What we have words for and did not read was left for a reason: "fri 28 nov" is a Saturday. */
function isNews(text: string, language: string, { from, to }: ChronoFound): boolean {
  const tokens = readTokens(text, vocabularyOf(language)) ?? [];
  return tokens.some((token) => token.shape === "unknown" && token.from >= from && token.to <= to);
}

/** Null where both name a day or a time. */
function withFound(ours: Slots, { day, start, end }: ChronoFound): Slots | null {
  const hasDay = ours.day !== undefined || ours.weekday !== undefined || ours.nextWeek === true;
  if (day ? hasDay : !start) return null;
  if (start && (ours.start || ours.end)) return null;
  return { ...ours, ...(day && { day }), ...(start && { start }), ...(end && { end }) };
}

/** Whether the words around the time may be a subject. */
function mayLeave(
  tokens: readonly Token[],
  { first, last }: Bounds,
  slots: Slots,
  language: string,
  { timeOnly }: PhraseContext,
): boolean {
  const rest = tokens.filter((token, index) => (index < first || index > last) && !isLink(token));
  if (rest.length === 0) return true;
  // What a language without words of its own leaves over may be its "tomorrow".
  if (timeOnly || !hasVocabulary(language) || isWeak(slots)) return false;
  const vocabulary = vocabularyOf(language);
  return !rest.some(
    (token) => token.shape === "unknown" && isNearDay(fold(token.raw).text, vocabulary),
  );
}

/** Words that name a time only when they are alone: "Review 15", "now hiring", "30 min sync". */
function isWeak({ start, day, weekday, nextWeek, delay, part }: Slots): boolean {
  if (day || weekday || nextWeek || delay !== undefined) return false;
  return start ? start.isBare : part === undefined;
}

/** Sweden writes 3/12 for 3 December, though its full dates begin with the year. */
function orderOf(language: string, { locale, timeZone, now }: PhraseContext): DateOrder {
  const format = dateFormat(locale, { month: "numeric", day: "numeric", timeZone: "UTC" });
  const first = format.formatToParts(0).find(({ type }) => type === "month" || type === "day");
  const today = todayIn(timeZone, now);
  return {
    language,
    isMonthFirst: first?.type === "month",
    weekdayOf: (day) => nextMonthly(day, today, () => false)?.dayOfWeek ?? null,
  };
}
