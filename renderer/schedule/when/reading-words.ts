import type { TFunction } from "i18next";

import type { PhraseReading, ScheduleCheck } from "../../../main/contract/answers.ts";
import type { ScheduleDraft } from "../../../main/contract/drafts.ts";
import type { AppState } from "../../../main/contract/state.ts";
import { formatZone } from "../../format.ts";
import type { When } from "./read-when.ts";
import { timeProblemText } from "../../ui/fields/time-problem-text.ts";
import { joinSentences } from "../../i18n/joined.ts";
import { hintText, spanText, spokenSpan } from "./when-words.ts";

export interface WordsContext {
  readonly phrase: string;
  /** Null until it was read. */
  readonly when: When | null;
  readonly check: ScheduleCheck | null;
  readonly draft: ScheduleDraft;
  readonly state: Pick<AppState, "locale" | "timeZone">;
}

interface Words {
  readonly lines: readonly string[];
  readonly spoken: string | null;
  readonly problem: string | null;
}

/** What the line below "When" says: what was read, else what the fields say. */
export function readingWords(context: WordsContext, now: number, t: TFunction): Words {
  const { when, phrase, check } = context;
  if (phrase.trim() === "") return spanWords(spanOf(check), [], context, now, t);
  if (when === null) return silent;
  const { reading } = when;
  const { locale } = context.state;
  const problem = readingProblem(reading, locale, t);
  if (problem !== null) return { lines: [], spoken: problem, problem };
  if (reading.kind !== "read") return spanWords(spanOf(check), [], context, now, t);
  return spanWords(reading, notesOf(reading, locale, t), context, now, t);
}

/** Why the words are no times; null where they are. */
export function readingProblem(
  reading: PhraseReading,
  locale: string,
  t: TFunction,
): string | null {
  switch (reading.kind) {
    case "empty":
    case "read":
      return null;
    case "not-understood":
      return reading.unclearZone === null
        ? t("when.try")
        : t("when.unclearZone", { zone: reading.unclearZone });
    case "problem":
      return timeProblemText(reading.problem, reading.start, locale, t);
  }
}

const silent: Words = { lines: [], spoken: null, problem: null };

function spanWords(
  span: Span | null,
  notes: readonly string[],
  context: WordsContext,
  now: number,
  t: TFunction,
): Words {
  if (span === null) return silent;
  const spoken = joinSentences([spokenIn(span, context, now, t), ...notes], t);
  return { lines: [...spanLines(span, context, now, t), ...notes], spoken, problem: null };
}

interface Span {
  readonly startAt: number;
  readonly endAt: number;
}

const spanOf = (check: ScheduleCheck | null): Span | null =>
  check && check.problems === null && check.startAt !== null && check.endAt !== null
    ? { startAt: check.startAt, endAt: check.endAt }
    : null;

/** Where the times are another place's, also what they are here. */
function spanLines(span: Span, { draft, state }: WordsContext, now: number, t: TFunction) {
  const here = spanText(span, now, state, t);
  if (draft.timeZone === null || draft.timeZone === state.timeZone) return [here];
  const there = { locale: state.locale, timeZone: draft.timeZone };
  const city = (zone: string) => formatZone(zone, span.startAt).city;
  return [
    t("when.inCity", { reading: spanText(span, now, there, t), city: city(draft.timeZone) }),
    t("when.here", { reading: here, city: city(state.timeZone) }),
  ];
}

function spokenIn(span: Span, { draft, state }: WordsContext, now: number, t: TFunction): string {
  const timeZone = draft.timeZone ?? state.timeZone;
  const reading = spokenSpan(span, now, { locale: state.locale, timeZone }, t);
  if (timeZone === state.timeZone) return reading;
  return t("when.inCity", { reading, city: formatZone(timeZone, span.startAt).city });
}

type Read = Extract<PhraseReading, { kind: "read" }>;

function notesOf({ hint, repeats }: Read, locale: string, t: TFunction): readonly string[] {
  const said = hint ? hintText(hint, locale, t) : "";
  const isSaid = repeats === null || hint?.kind === "repeat-needs-event";
  return [said, isSaid ? "" : t("when.once")].filter((note) => note !== "");
}
