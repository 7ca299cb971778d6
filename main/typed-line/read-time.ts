import { readPhrase } from "../times/phrase.ts";
import type { PhraseContext, PhraseReading } from "../times/phrase-reading.ts";

/** More words than this stand in no time. */
const mostWords = 8;

/**
 * The time among the words of a line. A city beside a subject may belong to either, and is read as the time's
 * where it stands at the end or at the beginning: "call tomorrow 9:00 New York".
 */
export async function readTime(text: string, context: PhraseContext): Promise<PhraseReading> {
  const reading = await readPhrase(text, context);
  if (isUnclear(reading)) return (await readAtEdge(text, context)) ?? reading;
  return reading.kind === "read"
    ? ((await sharedZone(text, reading, context)) ?? reading)
    : reading;
}

const isUnclear = (reading: PhraseReading): boolean =>
  reading.kind === "not-understood" && reading.unclearZone !== null;

async function readAtEdge(text: string, context: PhraseContext): Promise<PhraseReading | null> {
  const words = [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
  }));
  const last = words.slice(1).slice(-mostWords);
  const first = words.slice(0, -1).slice(0, mostWords).toReversed();
  const edges = [
    ...last.map(({ from }) => ({ from, to: text.length })),
    ...first.map(({ to }) => ({ from: 0, to })),
  ];
  for (const { from, to } of edges) {
    const found = await readPhrase(text.slice(from, to), { ...context, timeOnly: true });
    if (found.kind === "read") return { ...found, from: found.from + from, to: found.to + from };
  }
  return null;
}

/** "15:00 ist": the last word is no subject, where several places call their clocks so. */
async function sharedZone(
  text: string,
  { from, to }: Extract<PhraseReading, { kind: "read" }>,
  context: PhraseContext,
): Promise<PhraseReading | null> {
  if (!/^\s+\p{L}{2,5}\s*$/u.test(text.slice(to))) return null;
  const whole = await readPhrase(text.slice(from), { ...context, timeOnly: true });
  return isUnclear(whole) ? whole : null;
}
