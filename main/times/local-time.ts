import { Temporal } from "temporal-polyfill";

import { dateFormat } from "../contract/words/date-format.ts";
import type { ScheduleDraft } from "../contract/drafts.ts";
import type { WallTime } from "../contract/answers.ts";
import type { TimeProblem } from "../contract/errors.ts";

type Occurrence = ScheduleDraft["startOccurrence"];
/** Epoch milliseconds, or why the time cannot be told. */
type LocalTime = { readonly at: number } | { readonly problem: TimeProblem };

/** One wall-clock reading ("YYYY-MM-DD", "HH:MM") as an instant, or why it cannot be one. */
export function readLocalTime(
  date: string,
  time: string,
  timeZone: string,
  occurrence: Occurrence,
): LocalTime {
  const wall = parseWall(date, time);
  if (wall === null || !isZone(timeZone)) return { problem: { kind: "missing" } };
  const earlier = wall.toZonedDateTime(timeZone, { disambiguation: "earlier" });
  const later = wall.toZonedDateTime(timeZone, { disambiguation: "later" });
  if (earlier.epochMilliseconds === later.epochMilliseconds)
    return { at: earlier.epochMilliseconds };
  if (!earlier.toPlainDateTime().equals(wall))
    // In a gap "earlier" reads with the offset after it, so it lands before, and "later" after.
    return {
      problem: { kind: "does-not-exist", before: clockOf(earlier), after: clockOf(later) },
    };
  if (occurrence === "earlier") return { at: earlier.epochMilliseconds };
  if (occurrence === "later") return { at: later.epochMilliseconds };
  const [earlierOffset, laterOffset] = [earlier.offset, later.offset];
  return { problem: { kind: "exists-twice", earlierOffset, laterOffset } };
}

/** What the clocks of a zone show at an instant (epoch milliseconds). */
export function wallOf(at: number, timeZone: string): WallTime {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return { date: zoned.toPlainDate().toString(), time: clockOf(zoned) };
}

const knownZones = new Map<string, boolean>();
/** More than there are zones, so that nothing but nonsense is ever forgotten. */
const mostKnown = 1_000;

/** A name this computer's rules know. To ask them takes long, so each is asked for once. */
export function isZone(timeZone: string): boolean {
  const known = knownZones.get(timeZone);
  if (known !== undefined) return known;
  const isKnown = canFormat(timeZone);
  if (knownZones.size >= mostKnown) knownZones.clear();
  knownZones.set(timeZone, isKnown);
  return isKnown;
}

function canFormat(timeZone: string): boolean {
  try {
    return dateFormat("en", { timeZone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

const clockOf = (zoned: Temporal.ZonedDateTime): string =>
  zoned.toPlainTime().toString({ smallestUnit: "minute" });

function parseWall(date: string, time: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(`${date}T${time}`, { overflow: "reject" });
  } catch {
    return null;
  }
}
