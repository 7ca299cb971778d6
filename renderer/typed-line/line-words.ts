import type { TFunction } from "i18next";

import { findPreset } from "../../main/contract/presets.ts";
import type { AppState } from "../../main/contract/state.ts";
import type { NamedPerson, TypedLine } from "../../main/contract/requests/typed-line.ts";
import { formatDuration, formatZone } from "../format.ts";
import { joinSentences } from "../i18n/joined.ts";
import { timeProblemText } from "../ui/fields/time-problem-text.ts";
import { presetName } from "../ui/option-words.ts";
import { hintText, spanText, spokenSpan } from "../schedule/when/when-words.ts";

export interface LineWords {
  /** Null while the time cannot be told. */
  readonly when: string | null;
  readonly people: readonly { readonly name: string; readonly address: string | null }[];
  /** Null where the usual one is used. */
  readonly preset: string | null;
  /** What was assumed, and what stays in the subject. */
  readonly notes: readonly string[];
  /** Why it cannot be made as it is. */
  readonly problem: string | null;
  /** All of it, as it is read out. */
  readonly spoken: string;
}

/** What a reading says, to those who look and to those who listen. */
export function lineWords(
  line: TypedLine,
  state: AppState,
  { now, mustAllow }: { readonly now: number; readonly mustAllow: boolean },
  t: TFunction,
): LineWords {
  const { draft, people, isPresetNamed } = line;
  const problem = problemOf(line, state, t);
  const preset = isPresetNamed
    ? presetName(findPreset(state.settings.presets, draft.presetId), t)
    : null;
  const notes = [
    ...timeNotes(line, state, now, t),
    ...peopleNotes(people, t),
    ...presetNotes(line, t),
  ];
  if (mustAllow) notes.push(t("typed.needsForm"));
  const words = {
    when: whenText(line, state, now, t),
    people: people.flatMap(({ person }) =>
      person
        ? [{ name: person.name ?? person.address, address: person.name && person.address }]
        : [],
    ),
    preset,
    notes,
    problem,
  };
  return { ...words, spoken: spokenOf(line, words, state, now, t) };
}

function whenText(
  { startAt, endAt, time, draft }: TypedLine,
  state: AppState,
  now: number,
  t: TFunction,
) {
  if (startAt === null || endAt === null || time.kind === "problem") return null;
  if (time.kind === "empty")
    return t("typed.now", { duration: formatDuration((endAt - startAt) / 60_000, t) });
  const here = spanText({ startAt, endAt }, now, state, t);
  const { timeZone } = draft;
  if (timeZone === null || timeZone === state.timeZone) return here;
  const there = { locale: state.locale, timeZone };
  const reading = spanText({ startAt, endAt }, now, there, t);
  return t("when.inCity", { reading, city: formatZone(timeZone, startAt).city });
}

function problemOf(
  { time, problems }: TypedLine,
  { locale }: AppState,
  t: TFunction,
): string | null {
  if (time.kind === "problem") return timeProblemText(time.problem, time.start, locale, t);
  if (time.kind === "not-understood")
    return t("when.unclearZone", { zone: time.unclearZone ?? "" });
  if (problems === null) return null;
  if (problems.subject === "too-long") return t("schedule.problem.too-long-subject");
  const wrong = problems.start ?? problems.end;
  if (wrong) return timeProblemText(wrong, null, locale, t);
  return t(problems.presenters ? "options.presentersNobody" : "typed.needsMore");
}

function timeNotes(line: TypedLine, state: AppState, now: number, t: TFunction): readonly string[] {
  if (line.mayHoldTime) return [t("typed.noTime")];
  return line.time.kind === "read"
    ? [...placeNotes(line, state, now, t), ...assumed(line, state, t)]
    : [];
}

/** Where the times are another place's, what they are here. */
function placeNotes(
  { draft, startAt, endAt }: TypedLine,
  state: AppState,
  now: number,
  t: TFunction,
) {
  const { timeZone } = state;
  if (draft.timeZone === null || draft.timeZone === timeZone) return [];
  const reading = spanText({ startAt: startAt ?? 0, endAt: endAt ?? 0 }, now, state, t);
  return [t("when.here", { reading, city: formatZone(timeZone, startAt ?? 0).city })];
}

function assumed({ time, draft }: TypedLine, { locale }: AppState, t: TFunction) {
  if (time.kind !== "read") return [];
  const { hint, repeats } = time;
  const isOfLinks = hint?.kind === "repeat-needs-event";
  // An event does repeat: what is said of links is not true of it.
  if (draft.event !== null) return hint && !isOfLinks ? [hintText(hint, locale, t)] : [];
  const once = repeats === null || isOfLinks ? [] : [t("when.once")];
  return [...(hint ? [hintText(hint, locale, t)] : []), ...once];
}

const peopleNotes = (people: readonly NamedPerson[], t: TFunction) =>
  people.flatMap(({ why, typed }) =>
    why === null ? [] : [t(`typed.why.${why}`, { name: typed })],
  );

const presetNotes = ({ alsoPreset }: TypedLine, t: TFunction) =>
  alsoPreset === null ? [] : [t("typed.alsoPreset", { name: alsoPreset })];

type Said = Omit<LineWords, "spoken">;

function spokenOf(
  { draft: { subject, timeZone }, startAt, endAt }: TypedLine,
  { people, preset, notes, problem }: Said,
  state: AppState,
  now: number,
  t: TFunction,
): string {
  if (problem !== null || startAt === null || endAt === null) return problem ?? "";
  const place = { locale: state.locale, timeZone: timeZone ?? state.timeZone };
  const when = spokenSpan({ startAt, endAt }, now, place, t);
  const names = new Intl.ListFormat(state.locale).format(people.map(({ name }) => name));
  const what = t(people.length > 0 ? "typed.willInvite" : "typed.will", {
    subject,
    when,
    people: names,
  });
  const named = preset === null ? [] : [t("typed.preset", { name: preset })];
  return joinSentences([what, ...named, ...notes], t);
}
