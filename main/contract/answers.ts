import * as v from "valibot";

import { scheduleProblems, timeProblem } from "./error-schema.ts";
import { invitee } from "./event-draft.ts";
import { instant, kindOf, listOf, shape } from "./shape.ts";

/** Square modules, quiet zone included; `path` is SVG path data of the dark ones. */
export const qrCode = shape({ size: v.number(), path: v.string() });

const place = { start: v.number(), end: v.number() };
/** Where in the template, in UTF-16 units, `end` not included. */
const templateProblem = v.variant("kind", [
  kindOf("unknown-field", { ...place, name: v.string() }),
  kindOf("unclosed-brace", place),
  kindOf("unclosed-bracket", place),
]);
export type TemplateProblem = v.InferOutput<typeof templateProblem>;

/** As it would be pasted. `html` is null for formats that are plain text only. */
export const copyPreview = shape({
  text: v.string(),
  html: v.nullable(v.string()),
  /** Problems of an own template, by their place in the text. */
  problems: listOf(templateProblem),
});
export type CopyPreview = v.InferOutput<typeof copyPreview>;

export const zone = shape({ id: v.string(), city: v.string(), offsetMinutes: v.number() });
export type Zone = v.InferOutput<typeof zone>;

/** What was made out of a pasted text. */
export const joinReading = v.variant("kind", [
  kindOf("empty", {}),
  kindOf("meeting", { meetingId: v.nullable(v.string()), passcode: v.nullable(v.string()) }),
  /** Nothing in the link says where it leads; `by` names the product that wrapped it. */
  kindOf("wrapped", { host: v.string(), by: v.string() }),
  /** A meeting of another product, by its name. */
  kindOf("other-product", { product: v.string() }),
  /** A link to a Teams meeting that was cut off. */
  kindOf("incomplete", {}),
  /** A page of Teams that is no meeting. */
  kindOf("teams-page", {}),
  kindOf("not-teams", { host: v.string() }),
  kindOf("not-understood", {}),
]);
export type JoinReading = v.InferOutput<typeof joinReading>;

/** Both null while they cannot be told. */
export const scheduleCheck = shape({
  problems: v.nullable(scheduleProblems),
  startAt: v.nullable(instant),
  endAt: v.nullable(instant),
});
export type ScheduleCheck = v.InferOutput<typeof scheduleCheck>;

/** What was made out of typed or pasted addresses; `rejected` is what is none, as it was typed. */
export const checkedInvitees = shape({ people: listOf(invitee), rejected: listOf(v.string()) });

/** A day and a time on the clock: "YYYY-MM-DD" and "HH:MM". */
const wallTime = shape({ date: v.string(), time: v.string() });
export type WallTime = v.InferOutput<typeof wallTime>;

const inviteeStanding = v.picklist(["free", "perhaps-busy", "outside-hours", "busy"]);
export type InviteeStanding = v.InferOutput<typeof inviteeStanding>;

/** A meeting as it is for somebody invited. */
export const inviteeTime = shape({
  /** As it was asked for. */
  address: v.string(),
  /** Null where nobody knows their zone. `city` may be an offset, like "UTC+05:30". */
  clock: v.nullable(shape({ start: wallTime, end: wallTime, city: v.string() })),
  /** Null where their calendar could not be looked at. */
  standing: v.nullable(inviteeStanding),
});
export type InviteeTime = v.InferOutput<typeof inviteeTime>;

/** Something that was assumed; the words are the renderer's. */
const phraseHint = shape({
  kind: v.string(),
  values: v.pipe(v.record(v.string(), v.string()), v.readonly()),
});
export type PhraseHint = v.InferOutput<typeof phraseHint>;

/** What a text about time means. Wall times are in the computer's zone. */
export const phraseReading = v.variant("kind", [
  kindOf("empty", {}),
  /** `unclearZone` is what several places call their clocks ("IST"), as it was typed. */
  kindOf("not-understood", { unclearZone: v.nullable(v.string()) }),
  kindOf("problem", {
    problem: timeProblem,
    field: v.picklist(["start", "end"]),
    /** What was read all the same, where it is a time on the clock. */
    start: v.nullable(wallTime),
  }),
  kindOf("read", {
    startAt: instant,
    endAt: instant,
    start: wallTime,
    end: wallTime,
    /** IANA name, where the text named a zone. */
    timeZone: v.nullable(v.string()),
    repeats: v.nullable(v.picklist(["daily", "weekdays", "weekly", "monthly"])),
    hint: v.nullable(phraseHint),
    /** The characters of the text that were the time. */
    from: v.number(),
    to: v.number(),
  }),
]);
export type PhraseReading = v.InferOutput<typeof phraseReading>;

/** What the app is built with, and under what; `text` is empty where the package has none of its own. */
export const licence = shape({
  name: v.string(),
  version: v.string(),
  licence: v.string(),
  text: v.string(),
});
export type Licence = v.InferOutput<typeof licence>;

/** Pages outside the app, by name: windows never hand over an address. */
export const namedPage = v.picklist(["permissions", "privacy-statement"]);
export type NamedPage = v.InferOutput<typeof namedPage>;
