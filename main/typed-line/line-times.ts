import type { ScheduleDraft, TimesDraft } from "../contract/drafts.ts";
import { readLocalTime, wallOf } from "../times/local-time.ts";
import type { PhraseReading, WallTime } from "../times/phrase-reading.ts";

type Read = Extract<PhraseReading, { kind: "read" }>;

/** The times of a draft: those that were read, in the zone that was named, else from now on. */
export function timesOf(
  reading: PhraseReading,
  {
    now,
    minutes,
    timeZone,
  }: { readonly now: number; readonly minutes: number; readonly timeZone: string },
): TimesDraft {
  if (reading.kind === "read") return timesRead(reading);
  if (reading.kind === "problem") return untold(reading.start);
  if (reading.kind === "not-understood" && reading.unclearZone !== null) return untold(null);
  const startAt = Math.floor(now / 60_000) * 60_000;
  const [start, end] = [startAt, startAt + minutes * 60_000];
  return {
    ...between(wallOf(start, timeZone), wallOf(end, timeZone)),
    startOccurrence: occurrenceAt(start, timeZone),
    endOccurrence: occurrenceAt(end, timeZone),
    timeZone: null,
  };
}

/** No draft that could be sent: what was meant has to be said first. */
const untold = (start: WallTime | null): TimesDraft => ({
  ...between(start ?? nothing, nothing),
  startOccurrence: null,
  endOccurrence: null,
  timeZone: null,
});

const nothing: WallTime = { date: "", time: "" };

/** The instants are known, so a time that comes twice is asked about no more. */
const timesRead = ({
  startThere,
  endThere,
  startAt,
  endAt,
  timeZone,
  zoneNamed,
}: Read): TimesDraft => ({
  ...between(startThere, endThere),
  startOccurrence: occurrenceAt(startAt, timeZone),
  endOccurrence: occurrenceAt(endAt, timeZone),
  timeZone: zoneNamed ? timeZone : null,
});

const between = (start: WallTime, end: WallTime) => ({
  startDate: start.date,
  startTime: start.time,
  endDate: end.date,
  endTime: end.time,
});

/** Which one of two an instant is, where its time on the clock comes twice. */
function occurrenceAt(at: number, timeZone: string): ScheduleDraft["startOccurrence"] {
  const { date, time } = wallOf(at, timeZone);
  const read = readLocalTime(date, time, timeZone, null);
  if (!("problem" in read) || read.problem.kind !== "exists-twice") return null;
  const earlier = readLocalTime(date, time, timeZone, "earlier");
  return "at" in earlier && earlier.at === at ? "earlier" : "later";
}
