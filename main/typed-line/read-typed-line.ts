import type { MeetingDefaults } from "../contract/defaults.ts";
import type { ScheduleDraft } from "../contract/drafts.ts";
import { type EventDraft, everyOf } from "../contract/event-draft.ts";
import type { NamedPerson, TypedLine, TypedLineInput } from "../contract/requests/typed-line.ts";
import { fillSubject } from "../meetings/asking/subject.ts";
import { readSchedule } from "../meetings/schedule-reading.ts";
import { type PhraseContext, type PhraseReading, toldReading } from "../times/phrase-reading.ts";
import { findCompanies } from "./find-companies.ts";
import type { KnownPeople } from "./known-people.ts";
import { timesOf } from "./line-times.ts";
import { blanked, type Place, withoutPlaces } from "./line-text.ts";
import { type FoundPreset, markedPreset, presetWithin, trailingPreset } from "./named-preset.ts";
import { readTime } from "./read-time.ts";

export interface TypedLineContext extends Omit<PhraseContext, "defaultMinutes" | "timeOnly"> {
  /** What a meeting begins with: of this preset, or of the one that is used where none is named. */
  readonly defaultsOf: (presetId: string | undefined) => MeetingDefaults;
  readonly knownPeople: KnownPeople;
}

/** Reads a whole meeting out of one line: subject, time, people, preset. Nothing is made of it here. */
export async function readTypedLine(
  { text, presets }: TypedLineInput,
  context: TypedLineContext,
): Promise<TypedLine> {
  const { defaultsOf, now, timeZone, locale } = context;
  const { reading, phrase, preset, places, people } = await readParts({ text, presets }, context);
  const typed = withoutPlaces(text, places);

  const defaults = defaultsOf(preset?.id);
  const times = timesOf(reading, { now, minutes: defaults.durationMinutes, timeZone });
  const event = eventOf(people, reading);
  const draft: ScheduleDraft = {
    ...times,
    subject: typed,
    options: defaults.options,
    presetId: defaults.presetId,
    event,
  };
  const others = presets.filter(({ id }) => id !== defaults.presetId);
  const { startAt } = readSchedule(draft, timeZone, now);
  const place = { locale, timeZone };
  const subject = typed === "" ? fillSubject(defaults.subject, startAt ?? now, place) : typed;
  const named = { ...draft, subject };
  return {
    draft: named,
    ...readSchedule(named, timeZone, now),
    time: isSubjectAlone(reading) ? { kind: "empty" } : toldReading(reading),
    phrase,
    isUnnamed: typed === "",
    isPresetNamed: preset !== null,
    people,
    alsoPreset: preset ? null : presetWithin(typed, others),
    mayHoldTime: isSubjectAlone(reading) && /\d/u.test(typed),
  };
}

interface Parts {
  readonly reading: PhraseReading;
  /** The words of the time alone. */
  readonly phrase: string;
  readonly preset: FoundPreset | null;
  readonly people: readonly NamedPerson[];
  /** What is no part of the subject any more, the time among it. */
  readonly places: readonly Place[];
}

async function readParts(
  { text, presets }: TypedLineInput,
  context: TypedLineContext,
): Promise<Parts> {
  const marked = markedPreset(text, presets);
  const marks = marked ? [marked.place] : [];
  const read = (presetId: string | undefined, blanks: readonly Place[]) => {
    const defaultMinutes = context.defaultsOf(presetId).durationMinutes;
    return readTime(blanked(text, blanks), { ...context, defaultMinutes });
  };
  const first = await read(marked?.id, marks);
  const taken = [...first.places, ...marks];
  const trailing = marked ? null : trailingPreset(text, first.places, presets);
  if (trailing) taken.push(trailing.place);
  const preset = marked ?? trailing;
  const { languages, knownPeople } = context;
  const { places, named, people } = await findCompanies(text, taken, languages, knownPeople);
  // A preset may be for another length, and names may stand amid the time: "tomorrow 14:30 with anna for 45 min".
  const isHidden = first.places.length === 0 && named.length > 0;
  const isAgain = trailing !== null || isHidden;
  const blanks = isHidden ? [...places, ...named] : [];
  const time = isAgain ? await read(preset?.id, [...marks, ...blanks]) : first;
  const others = [...(preset ? [preset.place] : []), ...places];
  const whole = [...time.places, ...others];
  const phrase = phraseIn(text, time.places, others);
  return { reading: time.reading, phrase, preset, people, places: whole };
}

/** The words of the time alone, whatever stands amid them. */
const phraseIn = (text: string, time: readonly Place[], others: readonly Place[]): string =>
  time
    .map(({ from, to }) => blanked(text, others).slice(from, to))
    .join(" ")
    .replaceAll(/\s+/gu, " ")
    .trim();

/** Nothing in it reads like a time. */
const isSubjectAlone = (reading: PhraseReading): boolean =>
  reading.kind === "not-understood" && reading.unclearZone === null;

/** Only where somebody is invited: everything else is a link. */
function eventOf(people: readonly NamedPerson[], reading: PhraseReading): EventDraft | null {
  const invitees = people.flatMap(({ person }) => (person ? [person] : []));
  if (invitees.length === 0) return null;
  const repeats = reading.kind === "read" ? reading.repeats : null;
  return {
    invitees,
    presenters: [],
    coOrganizers: [],
    message: "",
    recurrence: repeats === null ? null : { every: everyOf[repeats], until: null, count: null },
    reminder: null,
  };
}
