import type { PhraseReading, WallTime } from "../../../main/contract/answers.ts";
import type { ScheduleDraft } from "../../../main/contract/drafts.ts";
import type { TimeProblem } from "../../../main/contract/errors.ts";
import { app } from "../../app.ts";
import { between, type DraftTimes, occurrenceOf, shifted, wallTimeOf } from "../../ui/wall-time.ts";

/** A phrase and what it was taken for. */
export interface When {
  readonly text: string;
  readonly reading: PhraseReading;
  /** What it makes of the draft; null while it cannot be used. */
  readonly part: Partial<ScheduleDraft> | null;
  readonly choices: readonly WhenChoice[];
}

/** A way out of a clock change; `offset` only where the same time comes twice. */
export interface WhenChoice {
  readonly kind: "use" | "first" | "second";
  readonly time: string;
  readonly offset: string;
  readonly part: Partial<ScheduleDraft>;
}

interface WhenContext {
  /** The computer's. */
  readonly timeZone: string;
  /** Chosen by hand. */
  readonly zone: string | null;
  readonly draft: ScheduleDraft;
  readonly minutes: number;
}

/** Null where main did not answer. */
export async function readWhen(text: string, context: WhenContext): Promise<When | null> {
  const answer = await app.readPhrase({ text, field: "when" });
  if (!answer.ok) return null;
  const plain = answer.value;
  const inZone = context.zone === null ? null : await readInZone(text, plain, context.zone);
  const reading = inZone ?? plain;
  if (reading.kind === "read")
    return { text, reading, part: partOf(reading, context), choices: [] };
  const choices =
    reading.kind === "problem"
      ? await choicesFor(reading, { ...context, zone: inZone ? context.zone : null })
      : [];
  return { text, reading, part: null, choices };
}

/** "14:30" is in the zone that was chosen; "in 20 min" is the same everywhere, and no zone goes with it. */
async function readInZone(
  text: string,
  plain: PhraseReading,
  zone: string,
): Promise<PhraseReading | null> {
  const namesZone = plain.kind === "read" && plain.timeZone !== null;
  if (namesZone || (plain.kind !== "read" && plain.kind !== "problem")) return null;
  const answer = await app.readPhrase({ text: `${text} ${zone}`, field: "when" });
  return answer.ok && answer.value.kind !== "not-understood" ? answer.value : null;
}

function partOf(
  { startAt, endAt, timeZone: named }: Extract<PhraseReading, { kind: "read" }>,
  { timeZone: computers, zone }: WhenContext,
): Partial<ScheduleDraft> {
  const timeZone = named ?? zone;
  const there = timeZone ?? computers;
  return { ...unambiguous(startAt, endAt, there), timeZone };
}

/** The instants are known, so a time that comes twice is asked about no more. */
function unambiguous(startAt: number, endAt: number, zone: string): DraftTimes {
  return {
    ...between(wallTimeOf(startAt, zone), wallTimeOf(endAt, zone)),
    startOccurrence: occurrenceOf(startAt, zone),
    endOccurrence: occurrenceOf(endAt, zone),
  };
}

type Problem = Extract<PhraseReading, { kind: "problem" }>;

async function choicesFor(
  { problem, field, start }: Problem,
  context: WhenContext,
): Promise<readonly WhenChoice[]> {
  if (field !== "start" || start === null) return [];
  if (problem.kind !== "does-not-exist" && problem.kind !== "exists-twice") return [];
  const at = (wall: WallTime) => ({
    ...between(wall, shifted(wall, context.minutes)),
    timeZone: context.zone,
  });
  // The phrase may have named a zone, which the answer does not tell. Only where the clocks of ours do the same.
  const check = await app.checkSchedule({ ...context.draft, ...at(start) });
  if (!check.ok || !isSame(check.value.problems?.start ?? null, problem)) return [];
  if (problem.kind === "does-not-exist")
    return [problem.after, problem.before].map((time) => ({
      kind: "use",
      time,
      offset: "",
      part: at({ date: start.date, time }),
    }));
  const { earlierOffset, laterOffset } = problem;
  const { time } = start;
  return [
    {
      kind: "first",
      time,
      offset: earlierOffset,
      part: { ...at(start), startOccurrence: "earlier" },
    },
    { kind: "second", time, offset: laterOffset, part: { ...at(start), startOccurrence: "later" } },
  ];
}

const isSame = (one: TimeProblem | null, other: TimeProblem): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
