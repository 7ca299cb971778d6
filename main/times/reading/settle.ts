import type { TimeProblem } from "../../contract/errors.ts";
import { maxHours } from "../../contract/event-limits.ts";
import { readLocalTime, wallOf } from "../local-time.ts";
import { minuteOf } from "./day-time.ts";
import type { Hint, PhraseContext, PhraseReading, Plan, WallTime } from "../phrase-reading.ts";

/**
 * Asks the clocks about a plan. Where a time does not exist or exists twice, give it again with another
 * `start` or with an occurrence.
 */
export function settle(plan: Plan, context: PhraseContext): PhraseReading {
  const { timeZone } = plan;
  const problem = (field: "start" | "end", found: TimeProblem): PhraseReading => ({
    kind: "problem",
    problem: found,
    field,
    plan,
  });
  const start =
    "at" in plan.start ? plan.start : instantOf(plan.start, timeZone, plan.startOccurrence);
  if ("problem" in start) return problem("start", start.problem);
  if (start.at < minuteOf(context.now)) return problem("start", { kind: "past" });
  const end =
    "minutes" in plan.end
      ? { at: start.at + plan.end.minutes * 60_000 }
      : instantOf(plan.end, timeZone, plan.endOccurrence);
  if ("problem" in end) return problem("end", end.problem);
  if (end.at <= start.at) return problem("end", { kind: "end-before-start" });
  if (end.at - start.at > maxHours * 3_600_000) return problem("end", { kind: "too-long" });
  return readingOf(plan, start.at, end.at, context);
}

const instantOf = (
  { date, time }: WallTime,
  timeZone: string,
  occurrence: Plan["startOccurrence"],
) => readLocalTime(date, time, timeZone, occurrence);

function readingOf(
  { timeZone, zoneNamed, repeats, hint, from, to }: Plan,
  startAt: number,
  endAt: number,
  context: PhraseContext,
): PhraseReading {
  const start = wallOf(startAt, context.timeZone);
  const end = wallOf(endAt, context.timeZone);
  return {
    kind: "read",
    start,
    end,
    startThere: wallOf(startAt, timeZone),
    endThere: wallOf(endAt, timeZone),
    startAt,
    endAt,
    timeZone,
    zoneNamed,
    repeats,
    hint: hint ?? nextDayHint(start, end),
    from,
    to,
  };
}

const nextDayHint = (start: WallTime, end: WallTime): Hint | null =>
  start.date === end.date ? null : { kind: "next-day", date: end.date };
