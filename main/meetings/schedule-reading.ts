import type { ScheduleProblems, TimeProblem } from "../contract/errors.ts";
import type { ScheduleDraft } from "../contract/drafts.ts";
import { maxHours } from "../contract/event-limits.ts";
import { isZone, readLocalTime } from "../times/local-time.ts";
import { eventProblems, lacksChosen } from "./events/event-reading.ts";

export const maxSubjectLength = 255;
/** A start this far back is still "now": the form was open while the minute turned. */
export const graceMilliseconds = 60_000;

/** Epoch milliseconds; null while a time cannot be told. */
export interface ScheduleReading {
  readonly problems: ScheduleProblems | null;
  readonly startAt: number | null;
  readonly endAt: number | null;
}

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
    presenters: lacksChosen("presenters", draft) ? "nobody" : null,
    coOrganizers: lacksChosen("coOrganizers", draft) ? "nobody" : null,
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

/** In a zone nobody knows, days are told as in UTC. */
const zoneOf = (timeZone: string): string => (isZone(timeZone) ? timeZone : "UTC");
