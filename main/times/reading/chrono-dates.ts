import type { Chrono, ParsedComponents } from "chrono-node";
import { Temporal } from "temporal-polyfill";

import type { TypedClock } from "./clocks.ts";
import type { Day } from "./dates.ts";
import type { PhraseContext } from "../phrase-reading.ts";

export interface ChronoFound {
  readonly from: number;
  readonly to: number;
  readonly day: Day | null;
  readonly start: TypedClock | null;
  readonly end: TypedClock | null;
}

/** Loaded one by one: all of chrono takes a third of a second on a cold disk. */
const languages: Readonly<Record<string, () => Promise<{ readonly casual: Chrono }>>> = {
  fi: () => import("chrono-node/fi"),
  id: () => import("chrono-node/id"),
  ru: () => import("chrono-node/ru"),
  sv: () => import("chrono-node/sv"),
  uk: () => import("chrono-node/uk"),
  vi: () => import("chrono-node/vi"),
};
/** Some of chrono's patterns take long on long texts; times are short. */
const maxLength = 80;
/** "1h 1h 1h …" takes chrono's Dutch patterns twice as long with each length more; no time has so many numbers. */
const maxNumbers = 12;
/**
 * Zones whose summer chrono looks for day by day, and for ever in a year that is none, as where it takes "et
 * demie, …" for a time. Their offset is not used, so any will do.
 */
const timezones = { CET: 0, CT: 0, ET: 0, MT: 0, PT: 0 };
const onlyWords = /^[\p{L}\p{M}\p{N}\p{P}\p{Z}+]+$/u;

/** What chrono finds in a language; null unless it is one thing. */
export async function findWithChrono(
  text: string,
  language: string,
  context: PhraseContext,
): Promise<ChronoFound | null> {
  const load = languages[language];
  if (!load || text.length > maxLength || !onlyWords.test(text)) return null;
  if ((text.match(/\d+/gu)?.length ?? 0) > maxNumbers) return null;
  return findIn((await load()).casual, text, context);
}

function findIn(chrono: Chrono, text: string, { timeZone, now }: PhraseContext) {
  const options = { forwardDate: true, timezones };
  const [found, ...more] = chrono.parse(text, wallDate(now, timeZone), options);
  // Zones are ours to find: chrono knows offsets, not whose clocks they are.
  if (!found || more.length > 0 || found.start.isCertain("timezoneOffset")) return null;
  const { start, end, index } = found;
  // "Dec. 2026" is a month: its first day is chrono's guess.
  if (start.isCertain("month") && !start.isCertain("day")) return null;
  if (end && end.get("day") !== start.get("day") && !end.isCertain("hour")) return null;
  return {
    from: index,
    to: index + found.text.length,
    day: dayOf(start),
    start: clockOf(start),
    end: end ? clockOf(end) : null,
  };
}

/**
 * A date that shows the person's wall time wherever the process thinks it is: half of chrono's languages
 * heed the zone of a reference, the others only getHours() and its like. Nothing but what it shows is used.
 */
function wallDate(now: number, timeZone: string): Date {
  const zoned = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  const { year, month, day, hour, minute, second } = zoned;
  return new Date(year, month - 1, day, hour, minute, second);
}

function dayOf(components: ParsedComponents): Day | null {
  const isSaid = (["day", "weekday"] as const).some((part) => components.isCertain(part));
  const [year, month, day] = [
    components.get("year"),
    components.get("month"),
    components.get("day"),
  ];
  // "Next week" is no day: chrono takes today's weekday.
  if (!isSaid) return null;
  if (year === null || month === null || day === null) return null;
  return { kind: "calendar", year, month, day };
}

function clockOf(components: ParsedComponents): TypedClock | null {
  const hour = components.isCertain("hour") ? components.get("hour") : null;
  if (hour === null) return null;
  const half = components.isCertain("meridiem") ? (hour < 12 ? "am" : "pm") : null;
  return {
    hour,
    minute: components.get("minute") ?? 0,
    half,
    mayBeAfternoon: half === null,
    isBare: false,
    isMidnight: false,
  };
}
