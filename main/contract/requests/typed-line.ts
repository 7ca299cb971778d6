import * as v from "valibot";

import { phraseReading } from "../answers.ts";
import { line, scheduleDraft } from "../drafts.ts";
import { scheduleProblems } from "../error-schema.ts";
import { invitee } from "../event-draft.ts";
import { instant, listOf, shape, shortList } from "../shape.ts";

/** More presets than anybody can have: the built-in ones beside the most of one's own. */
const mostNames = 60;

/** A line as typed on Home, and what presets are called on the screen it was typed on. */
export const typedLineInput = v.strictObject({
  text: line,
  presets: shortList(
    v.strictObject({ id: v.pipe(v.string(), v.maxLength(64)), name: line }),
    mostNames,
  ),
});
export type TypedLineInput = v.InferOutput<typeof typedLineInput>;

/** Somebody the line names. `why` nobody is invited for these words, which stay in the subject; null where somebody is. */
const namedPerson = shape({
  typed: v.string(),
  person: v.nullable(invitee),
  why: v.nullable(v.picklist(["several", "nobody", "off", "unreachable"])),
});
export type NamedPerson = v.InferOutput<typeof namedPerson>;

/** All that becomes of a typed line: what is shown is what is sent. */
export const typedLine = shape({
  /** Whole, as the form would send it. */
  draft: scheduleDraft,
  /** Null while the draft cannot be sent as it is. */
  problems: v.nullable(scheduleProblems),
  startAt: v.nullable(instant),
  endAt: v.nullable(instant),
  /** What was read of the time; "empty" where none was found, so that it begins now. */
  time: phraseReading,
  /** The words that were the time. */
  phrase: v.string(),
  /** Nothing says what it is about, so that it is called as meetings usually are. */
  isUnnamed: v.boolean(),
  /** The line names its preset. */
  isPresetNamed: v.boolean(),
  people: listOf(namedPerson),
  /** A preset that is called like words that stay in the subject, by its name. */
  alsoPreset: v.nullable(v.string()),
  /** It has digits that were not understood as a time. */
  mayHoldTime: v.boolean(),
});
export type TypedLine = v.InferOutput<typeof typedLine>;
