import { Temporal } from "temporal-polyfill";

import type { ScheduleProblems, TimeProblem } from "../contract/errors.ts";
import type { ScheduleDraft } from "../contract/drafts.ts";
import { dateFormat } from "../base/date-format.ts";
import { eventProblems, lacksPresenters } from "./events/event-reading.ts";

export const maxSubjectLength = 255;
export const maxHours = 24;
/** A start this far back is still "now": the form was open while the minute turned. */
export const graceMilliseconds = 60_000;

/** Epoch milliseconds; null while a time cannot be told. */
export interface ScheduleReading {
  readonly problems: ScheduleProblems | null;
  readonly startAt: number | null;
  readonly endAt: number | null;
}

type Occurrence = ScheduleDraft["startOccurrence"];
type Reading = { readonly at: number } | { readonly problem: TimeProblem };

/**
 * Reads what was typed as instants in the draft's own zone, else in `computerZone` (IANA names). A time
 * the clocks skip or show twice is never guessed: it is a problem, until the person chose.
 */
export function readSchedule(
  draft: ScheduleDraft,
  computerZone: string,
  now: number,
): ScheduleReading {
  const timeZone = draft.timeZone ?? computerZone;
  const start = readLocalTime(draft.startDate, draft.startTime, timeZone, draft.startOccurrence);
  const end = readLocalTime(draft.endDate, draft.endTime, timeZone, draft.endOccurrence);
  const startAt = "at" in start ? start.at : null;
  const endAt = "at" in end ? end.at : null;
  const problems: ScheduleProblems = {
    subject: subjectProblem(draft.subject),
    start: "problem" in start ? start.problem : startProblem(start.at, now),
    end: "problem" in end ? end.problem : endProblem(startAt, end.at),
    presenters: lacksPresenters(draft) ? "nobody" : null,
    event: draft.event && eventProblems(draft.event, startAt, zoneOf(timeZone)),
  };
  const isFine = Object.values(problems).every((problem) => problem === null);
  return { problems: isFine ? null : problems, startAt, endAt };
}

function subjectProblem(subject: string): ScheduleProblems["subject"] {
  const { length } = subject.trim();
  if (length === 0) return "empty";
  return length > maxSubjectLength ? "too-long" : null;
}

const startProblem = (startAt: number, now: number): TimeProblem | null =>
  startAt < now - graceMilliseconds ? { kind: "past" } : null;

function endProblem(startAt: number | null, endAt: number): TimeProblem | null {
  if (startAt === null) return null;
  if (endAt <= startAt) return { kind: "end-before-start" };
  return endAt - startAt > maxHours * 3_600_000 ? { kind: "too-long" } : null;
}

/** One wall-clock reading ("YYYY-MM-DD", "HH:MM") as an instant, or why it cannot be one. */
export function readLocalTime(
  date: string,
  time: string,
  timeZone: string,
  occurrence: Occurrence,
): Reading {
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

/** Of what is typed into a zone that is none, no day can be told but that of UTC. */
const zoneOf = (timeZone: string): string => (isZone(timeZone) ? timeZone : "UTC");

/** A name this computer's rules know. */
export function isZone(timeZone: string): boolean {
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
