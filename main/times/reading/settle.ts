import type { TimeProblem } from "../../contract/errors.ts";
import { maxHours } from "../../contract/event-limits.ts";
import { readLocalTime, wallOf } from "../local-time.ts";
import { minuteOf } from "./day-time.ts";
import type { Hint, PhraseContext, PhraseReading, Plan, WallTime } from "../phrase-reading.ts";

/** Asks the clocks about a plan: a time may be over, may not exist, or exist twice. */
export function settle(plan: Plan, context: PhraseContext): PhraseReading {
  const { timeZone, from, to } = plan;
  const problem = (field: "start" | "end", found: TimeProblem): PhraseReading => ({
    kind: "problem",
    problem: found,
    field,
    start: "at" in plan.start ? null : plan.start,
    from,
    to,
  });
  const start = "at" in plan.start ? plan.start : instantOf(plan.start, timeZone);
  if ("problem" in start) return problem("start", start.problem);
  if (start.at < minuteOf(context.now)) return problem("start", { kind: "past" });
  const end =
    "minutes" in plan.end
      ? { at: start.at + plan.end.minutes * 60_000 }
      : instantOf(plan.end, timeZone);
  if ("problem" in end) return problem("end", end.problem);
  if (end.at <= start.at) return problem("end", { kind: "end-before-start" });
  if (end.at - start.at > maxHours * 3_600_000) return problem("end", { kind: "too-long" });
  return readingOf(plan, start.at, end.at, context);
}

const instantOf = ({ date, time }: WallTime, timeZone: string) =>
  readLocalTime(date, time, timeZone, null);

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
