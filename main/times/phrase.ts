import { dateFormat } from "../contract/words/date-format.ts";
import { boundsOf, isLink, type Bounds, type Stretch, stretchesOf } from "./reading/bounds.ts";
import { findWithChrono, type ChronoFound } from "./reading/chrono-dates.ts";
import type { DateOrder } from "./reading/dates.ts";
import { fold } from "./reading/folded.ts";
import { makePlan, todayIn } from "./reading/make-plan.ts";
import { holdsUnspacedDay, isForeignDay, mayBeDay, withNames } from "./reading/near-miss.ts";
import { notUnderstood, type PhraseContext, type PhraseReading } from "./phrase-reading.ts";
import { settle } from "./reading/settle.ts";
import { hasDay, readSlots, type Slots, type SlotsFound } from "./reading/slots.ts";
import { isWeak } from "./reading/weak.ts";
import { nextMonthly } from "./reading/typed-day.ts";
import { readTokens, type Token } from "./reading/tokens.ts";
import { withoutLabel } from "./words/time-labels.ts";
import { hasVocabulary, vocabularyOf } from "./words/vocabulary.ts";

/** A subject and a time fit in this; reading more would only cost time. */
const maxLength = 300;

/**
 * Reads a time as people type it, in each of their languages and in English. Waits only for chrono, which
 * is loaded for languages that we have no words of.
 */
export async function readPhrase(text: string, context: PhraseContext): Promise<PhraseReading> {
  if (text.length > maxLength) return notUnderstood;
  if (fold(text).text.trim() === "") return { kind: "empty" };
  const languages = languagesOf(context);
  const readings = languages.map((language) => readInWords(text, language, context));
  const own = bestOf(readings);
  if (own.kind !== "not-understood" || own.unclearZone !== null) return own;
  // Where we have words of our own, what they leave is no definite time: "weekend", "next quarter", "within 5 days".
  for (const language of languages.filter((each) => !hasVocabulary(each))) {
    const found = await readWithChrono(text, language, context);
    if (found) return found;
  }
  return own;
}

/** Where the parts of one time stand that has other words between them: "tomorrow lunch at 12:30". */
export function partsOfTime(text: string, context: PhraseContext): readonly (readonly Stretch[])[] {
  if (text.length > maxLength) return [];
  return languagesOf(context)
    .map((language) => parse(text, language, { ...context, timeOnly: false }))
    .map((parsed) => (parsed ? stretchesOf(parsed.tokens, parsed.claimed) : []))
    .filter(({ length }) => length > 1);
}

/** Read one after the other, so a list that somebody never tidied costs no more than this. */
const mostLanguages = 5;

const languagesOf = ({ languages }: PhraseContext): readonly string[] => {
  const primary = languages.map((tag) => tag.split("-")[0]?.toLowerCase() ?? "");
  return [...new Set([...primary.slice(0, mostLanguages - 1), "en"])];
};

/**
 * The reading of the language that understands most of the text, and of the first such language. Where
 * another one understands as much and reads something else, that is told.
 */
function bestOf(readings: readonly PhraseReading[]): PhraseReading {
  const widest = Math.max(...readings.map(widthOf));
  const wide = readings.filter((reading) => widest > 0 && widthOf(reading) === widest);
  const [best, ...others] = wide.filter((reading) => reading.kind === "read");
  if (best) {
    const other = others.find(({ startAt }) => startAt !== best.startAt);
    return other ? { ...best, hint: { kind: "also-means", ...other.start } } : best;
  }
  const isUnclear = (reading: PhraseReading) =>
    reading.kind === "not-understood" && reading.unclearZone !== null;
  return wide[0] ?? readings.find(isUnclear) ?? notUnderstood;
}

/** How many characters were the time. */
function widthOf(reading: PhraseReading): number {
  return "from" in reading ? reading.to - reading.from : 0;
}

function readInWords(text: string, language: string, context: PhraseContext): PhraseReading {
  // A text that is nothing but a time is read as one, in whatever field it stands.
  const alone = { ...context, timeOnly: true };
  const parsed = parse(text, language, alone);
  const reading = parsed ? readingOf(text, language, parsed, alone) : notUnderstood;
  if (reading.kind !== "not-understood" || context.timeOnly) return reading;
  const around = parse(text, language, context);
  return around ? readingOf(text, language, around, context) : reading;
}

interface Parsed extends SlotsFound {
  readonly tokens: readonly Token[];
}

function parse(text: string, language: string, context: PhraseContext): Parsed | null {
  const read = readTokens(text, vocabularyOf(language));
  const tokens = read && (context.timeOnly ? withoutLabel(read) : withNames(read));
  const found = tokens && readSlots(tokens, orderOf(language, context));
  if (!tokens || !found) return null;
  const { labels } = found;
  return {
    ...found,
    tokens: tokens.map((token, at) => (labels.includes(at) ? unread(token) : token)),
  };
}

const unread = ({ raw, from, to }: Token): Token => ({ shape: "unknown", raw, from, to });

function readingOf(
  text: string,
  language: string,
  { tokens, slots, other, claimed }: Parsed,
  context: PhraseContext,
): PhraseReading {
  const bounds = boundsOf(tokens, claimed);
  if (!bounds) return notUnderstood;
  if (slots.zone?.id === null) return { kind: "not-understood", unclearZone: slots.zone.typed };
  if (!mayLeave(tokens, bounds, slots, language, context)) return notUnderstood;
  const from = tokens[bounds.first]?.from ?? 0;
  const to = tokens[bounds.last]?.to ?? text.length;
  const plan = makePlan(slots, other, context);
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
  const plan = slots && makePlan(slots, null, context);
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
  if (day ? hasDay(ours) : !start) return null;
  if (start && (ours.start || ours.end)) return null;
  return { ...ours, ...(day && { day }), ...(start && { start }), ...(end && { end }) };
}

/** Whether the words around the time may be a subject. */
function mayLeave(
  tokens: readonly Token[],
  { first, last }: Bounds,
  slots: Slots,
  language: string,
  context: PhraseContext,
): boolean {
  const rest = tokens.filter((token, index) => (index < first || index > last) && !isLink(token));
  if (rest.length === 0) return true;
  // What a language without words of its own leaves over may be its "tomorrow".
  const [own, next] = languagesOf(context);
  const isRead = [own, next].every((tag) => tag === undefined || hasVocabulary(tag));
  if (context.timeOnly || !isRead || isWeak(slots, tokens, first, last, language)) return false;
  // Two times, and which one is meant: "9:15 sync instead of 9:30".
  if (slots.start && rest.some(({ shape }) => shape === "clock")) return false;
  if (holdsUnspacedDay(rest.map(({ raw }) => raw).join(""))) return false;
  const vocabulary = vocabularyOf(language);
  // Where the day was said, a word that looks like one is a name: "Mona", "Marti".
  const mayHideDay = !hasDay(slots);
  const unnamed = rest.filter((token) => mayHideDay || !("isName" in token));
  return !unnamed.some(
    (token) =>
      isForeignDay(fold(token.raw).text) ||
      (mayHideDay && token.shape === "unknown" && mayBeDay(fold(token.raw).text, vocabulary)),
  );
}

/** Sweden writes 3/12 for 3 December, though its full dates begin with the year. */
function orderOf(language: string, context: PhraseContext): DateOrder {
  const { locale, timeZone, now, timeOnly = false } = context;
  const format = dateFormat(locale, { month: "numeric", day: "numeric", timeZone: "UTC" });
  const first = format.formatToParts(0).find(({ type }) => type === "month" || type === "day");
  const today = todayIn(timeZone, now);
  return {
    language,
    timeOnly,
    isMonthFirst: first?.type === "month",
    weekdayOf: (day) => nextMonthly(day, today, () => false)?.dayOfWeek ?? null,
  };
}
