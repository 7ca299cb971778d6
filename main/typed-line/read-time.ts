import { partsOfTime, readPhrase } from "../times/phrase.ts";
import type { PhraseContext, PhraseReading } from "../times/phrase-reading.ts";
import { blanked, type Place, piecesBetween } from "./line-text.ts";

/** More words than this stand in no time. */
const mostWords = 8;
/** "for one hour", "eine halbe Stunde" */
const mostWordsOfLength = 3;

/** What was read, and where its words stand; none where there is no time. */
export interface LineTime {
  readonly reading: PhraseReading;
  readonly places: readonly Place[];
}

/**
 * The time among the words of a line. A city beside a subject may belong to either, and is read as the time's
 * where it stands at the end or at the beginning: "call tomorrow 9:00 New York". How long it takes may stand at the
 * other end of the line: "30 min sync with Anna tomorrow 10:00".
 */
export async function readTime(text: string, context: PhraseContext): Promise<LineTime> {
  const reading = await readPhrase(text, context);
  if (isUnclear(reading)) return inOnePlace((await readAtEdge(text, context)) ?? reading);
  if (reading.kind === "read")
    return inOnePlace((await sharedZone(text, reading, context)) ?? reading);
  if (reading.kind !== "not-understood") return inOnePlace(reading);
  const apart = await readApart(text, context);
  if (apart && apart.places.length > 1) return apart;
  return (await readInParts(text, context)) ?? apart ?? inOnePlace(reading);
}

/** "Tomorrow lunch with Ben at 12:30": what each part says by itself, said together. */
async function readInParts(text: string, context: PhraseContext): Promise<LineTime | null> {
  for (const places of partsOfTime(text, context)) {
    const readOnly = (kept: readonly Place[]) =>
      readPhrase(blanked(text, piecesBetween(text, kept)), { ...context, timeOnly: true });
    const reading = await readOnly(places);
    if (reading.kind !== "read" || !(await areParts(text, places, context))) continue;
    // The "morning" of "Morning sync tomorrow 9:15" stays in the subject, as it says nothing more.
    const [first, ...others] = places;
    const rest =
      first?.from === 0 && first.isPartOfDay && others.some(({ hasDay }) => hasDay)
        ? await readOnly(others)
        : null;
    const isIdle =
      rest?.kind === "read" && rest.startAt === reading.startAt && rest.endAt === reading.endAt;
    return isIdle ? { reading: rest, places: others } : { reading, places };
  }
  return null;
}

/** Whether each of them is a time beside the other words, too, or how long it takes. */
async function areParts(text: string, places: readonly Place[], context: PhraseContext) {
  for (const place of places) {
    const others = places.filter((each) => each !== place);
    const reading = await readPhrase(blanked(text, others), context);
    const isRead = reading.kind === "read" && reading.from >= place.from && reading.to <= place.to;
    if (!isRead && !(await isLength(text.slice(place.from, place.to), context))) return false;
  }
  return true;
}

const inOnePlace = (reading: PhraseReading): LineTime => ({ reading, places: placesOf(reading) });

const placesOf = (reading: PhraseReading): Place[] =>
  "from" in reading ? [{ from: reading.from, to: reading.to }] : [];

/** Where no spaces part the words: 明天下午3点开会30分钟 */
const unspacedLength =
  /(?:\d{1,3}|[一二三四五六七八九十半]{1,3}) ?(?:分(?:钟|鐘|間)?|[个個]?(?:小时|小時)|時間半?)$/u;

/** Where the length may stand: the words at both ends, the most of them first. */
function endsOf(text: string): Place[] {
  const words = wordsOf(text);
  const most = Math.min(mostWordsOfLength, words.length - 1);
  const ends = Array.from({ length: Math.max(most, 0) }, (_none, index) => most - index).flatMap(
    (count) => [words.slice(0, count), words.slice(-count)],
  );
  const unspaced = unspacedLength.exec(text);
  return [
    ...ends.map((some) => ({ from: some[0]?.from ?? 0, to: some.at(-1)?.to ?? 0 })),
    ...(unspaced ? [{ from: unspaced.index, to: text.length }] : []),
  ];
}

/** The length at one end of the line, the rest of the time elsewhere: read as if they stood side by side. */
async function readApart(text: string, context: PhraseContext): Promise<LineTime | null> {
  let fromNow: LineTime | null = null;
  for (const length of endsOf(text)) {
    const typed = text.slice(length.from, length.to);
    if (!(await isLength(typed, context))) continue;
    const rest = blanked(text, [length]);
    const [time] = placesOf(await readPhrase(rest, context));
    const places = time ? [length, time] : [length];
    const alone = blanked(text, piecesBetween(text, places));
    const reading = await readPhrase(alone, { ...context, timeOnly: true });
    if (reading.kind !== "read") continue;
    if (time) return { reading, places };
    // "sync for 30 min" begins now, unless another number may be when.
    if (!/\p{N}/u.test(rest)) fromNow ??= { reading, places };
  }
  return fromNow;
}

/** Whether it says how long, and nothing else. */
async function isLength(text: string, context: PhraseContext): Promise<boolean> {
  if (!/\p{L}/u.test(text)) return false;
  const lengthFor = async (defaultMinutes: number) => {
    const reading = await readPhrase(text, { ...context, defaultMinutes, timeOnly: true });
    const isNow = reading.kind === "read" && reading.startAt <= context.now;
    return isNow ? reading.endAt - reading.startAt : null;
  };
  const length = await lengthFor(1);
  return length !== null && length === (await lengthFor(2));
}

const isUnclear = (reading: PhraseReading): boolean =>
  reading.kind === "not-understood" && reading.unclearZone !== null;

async function readAtEdge(text: string, context: PhraseContext): Promise<PhraseReading | null> {
  const words = wordsOf(text);
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

const wordsOf = (text: string): Place[] =>
  [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
  }));

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
