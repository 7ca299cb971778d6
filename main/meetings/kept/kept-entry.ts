import * as v from "valibot";

import { dialIn, meeting } from "../../contract/meeting.ts";
import { optionDifference } from "../../contract/option-schema.ts";
import { parseJson } from "../../graph/graph-errors.ts";
import type { HistoryEntry } from "../history.ts";
import { keptFormat } from "../outbox/kept-intent.ts";

/** What has been in every list there was. */
const firstFacts = [
  "id",
  "subject",
  "startAt",
  "endAt",
  "createdAt",
  "joinUrl",
  "organiserId",
  "organiserUsername",
] as const;
type FirstFact = (typeof firstFacts)[number];

const nothingOf: Readonly<Record<string, () => unknown>> = {
  nullable: () => null,
  boolean: () => false,
  number: () => 0,
  array: () => [],
  strict_object: () => ({}),
};

const shown = v.omit(v.object(meeting.entries), ["hasOptionsPage"]);
const ofMain = {
  graphId: v.nullable(v.string()),
  eventId: v.nullable(v.string()),
  presenters: v.array(v.string()),
  coOrganizers: v.array(v.string()),
  timeZone: v.nullable(v.string()),
  optionsUrl: v.nullable(v.string()),
  takenAnyway: v.boolean(),
  invitation: v.nullable(v.string()),
};

/** As windows see it, with what is main's alone. Whatever came later than the first version may be absent. */
const keptEntry = v.object({
  ...v.pick(shown, firstFacts).entries,
  ...maybeAbsent({ ...v.omit(shown, firstFacts).entries, ...ofMain }),
  kind: v.optional(shown.entries.kind, "link"),
  // A list is read as far as it is understood: what a later version adds inside of these does not cost the entry.
  dialIn: v.optional(
    v.nullable(
      v.object({
        ...dialIn.entries,
        moreNumbersUrl: v.optional(dialIn.entries.moreNumbersUrl, null),
      }),
    ),
    null,
  ),
  differences: v.optional(v.array(v.object(optionDifference.entries)), []),
  copyFormat: keptFormat,
});

type MaybeAbsent<Entries extends Record<string, v.GenericSchema>> = {
  readonly [Name in keyof Entries]: v.OptionalSchema<
    Entries[Name],
    () => v.InferInput<Entries[Name]>
  >;
};

/** Each with what stands for "not known" in its type. */
function maybeAbsent<Entries extends Record<string, v.GenericSchema>>(
  entries: Entries,
): MaybeAbsent<Entries> {
  const optional = Object.entries(entries).map(([name, schema]) => [
    name,
    v.optional(schema, nothingOf[schema.type]),
  ]);
  // TypeScript does not follow names and types through a list of pairs.
  return Object.fromEntries(optional);
}

/** A new entry: what is not known of it yet is what an old list would lack. */
export const completeEntry = (
  known: Pick<HistoryEntry, FirstFact> & Partial<HistoryEntry>,
): HistoryEntry => v.parse(keptEntry, known);

const storedList = v.object({ entries: v.array(v.unknown()) });

/** Null for what is none. */
export function readEntry(text: string): HistoryEntry | null {
  const entry = v.safeParse(keptEntry, parseJson(text));
  return entry.success ? entry.output : null;
}

/** A list as it was kept before its entries were kept one by one: an entry that cannot be read does not cost the others. */
export function readEntries(text: string): readonly HistoryEntry[] {
  const list = v.safeParse(storedList, parseJson(text));
  if (!list.success) return [];
  return list.output.entries.flatMap((raw) => {
    const entry = v.safeParse(keptEntry, raw);
    return entry.success ? [entry.output] : [];
  });
}
