import type { ScheduleDraft } from "../../contract/drafts.ts";
import { maxHours } from "../../contract/event-limits.ts";
import { fail, noProblems, ok, type Result, type ScheduleProblems } from "../../contract/errors.ts";
import type { EventDraft } from "../../contract/event-draft.ts";
import type { EventUpdate } from "../events/event-changes.ts";
import type { HistoryEntry } from "../history.ts";
import { graceMilliseconds, maxSubjectLength, readSchedule } from "../schedule-reading.ts";

type Change = Result<EventUpdate>;

export function readSubject(typed: string): Change {
  const subject = typed.trim();
  if (subject.length === 0) return invalid({ subject: "empty" });
  return subject.length > maxSubjectLength ? invalid({ subject: "too-long" }) : ok({ subject });
}

export interface MoveOptions {
  readonly computerZone: string;
  readonly now: number;
  /** What the form showed of the event before it was changed. */
  readonly before: EventDraft | null;
}

/** What has begun may still be given another end: only a start that is moved must lie ahead. */
export function readMove(
  entry: Pick<HistoryEntry, "startAt">,
  draft: ScheduleDraft,
  { computerZone, now, before }: MoveOptions,
): Change {
  const read = readSchedule(draft, computerZone, Math.min(now, entry.startAt));
  const isMoved = read.startAt !== null && read.startAt !== entry.startAt;
  if (isMoved && read.startAt < now - graceMilliseconds)
    return invalid({ start: { kind: "past" } });
  if (read.problems) return fail({ kind: "invalid-schedule", problems: read.problems });
  const { startAt, endAt } = read;
  if (startAt === null || endAt === null) return fail({ kind: "time-refused", trace: null });
  const { options, event: after, subject } = draft;
  return ok({
    subject: subject.trim(),
    times: { startAt, endAt },
    // A form that asks for no options leaves them as they are.
    ...(Object.keys(options).length > 0 ? { options } : {}),
    ...(after && before ? { event: { before, after } } : {}),
  });
}

/** From now on where it is over already: "15 more minutes" never lie in the past. */
export function readExtension(
  entry: Pick<HistoryEntry, "startAt" | "endAt" | "repeats">,
  minutes: number,
  now: number,
): Change {
  const { startAt } = entry;
  const from = entry.repeats ? entry.endAt : Math.max(entry.endAt, now);
  const endAt = from + minutes * 60_000;
  const isLong = endAt - startAt > maxHours * 3_600_000;
  return isLong ? invalid({ end: { kind: "too-long" } }) : ok({ times: { startAt, endAt } });
}

export function renewalOf(
  { startAt, endAt }: Pick<HistoryEntry, "startAt" | "endAt">,
  now: number,
) {
  const from = Math.floor(now / 1_000) * 1_000;
  return { times: { startAt: from, endAt: from + endAt - startAt } };
}

const invalid = (problem: Partial<ScheduleProblems>) =>
  fail({ kind: "invalid-schedule", problems: { ...noProblems, ...problem } });
