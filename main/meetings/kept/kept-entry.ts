import * as v from "valibot";

import { optionNames } from "../../contract/meeting-options.ts";
import { meetingOptions } from "../../contract/option-schema.ts";
import { parseJson } from "../../graph/graph-errors.ts";
import type { HistoryEntry } from "../history.ts";
import { keptFormat } from "../outbox/kept-intent.ts";

const optionValue = v.union([v.string(), v.boolean()]);
const storedEntry = v.object({
  id: v.string(),
  graphId: v.nullable(v.string()),
  subject: v.string(),
  startAt: v.number(),
  endAt: v.number(),
  createdAt: v.number(),
  joinUrl: v.string(),
  meetingId: v.nullable(v.string()),
  passcode: v.nullable(v.string()),
  organiserId: v.string(),
  organiserUsername: v.string(),
  // What follows is absent in lists of earlier versions.
  kind: v.optional(v.picklist(["link", "event"]), "link"),
  inviteeCount: v.optional(v.number(), 0),
  repeats: v.optional(v.boolean(), false),
  eventId: v.optional(v.nullable(v.string()), null),
  presenters: v.optional(v.array(v.string()), []),
  coOrganizers: v.optional(v.array(v.string()), []),
  timeZone: v.optional(v.nullable(v.string()), null),
  dialIn: v.optional(
    v.nullable(
      v.object({
        number: v.string(),
        conferenceId: v.nullable(v.string()),
        moreNumbersUrl: v.optional(v.nullable(v.string()), null),
      }),
    ),
    null,
  ),
  expiresAt: v.optional(v.nullable(v.number()), null),
  lobby: v.optional(v.nullable(v.string()), null),
  asked: v.optional(meetingOptions, {}),
  differences: v.optional(
    v.array(
      v.object({
        option: v.picklist(optionNames),
        asked: optionValue,
        got: v.nullable(optionValue),
      }),
    ),
    [],
  ),
  optionsFailed: v.optional(v.boolean(), false),
  copyFormat: keptFormat,
  optionsUrl: v.optional(v.nullable(v.string()), null),
  invitation: v.optional(v.nullable(v.string()), null),
  isSettling: v.optional(v.boolean(), false),
  isGone: v.optional(v.boolean(), false),
});
const storedList = v.object({ entries: v.array(v.unknown()) });

/** Null for what is none. */
export function readEntry(text: string): HistoryEntry | null {
  const entry = v.safeParse(storedEntry, parseJson(text));
  return entry.success ? entry.output : null;
}

/** A list as it was kept before its entries were kept one by one: an entry that cannot be read does not cost the others. */
export function readEntries(text: string): readonly HistoryEntry[] {
  const list = v.safeParse(storedList, parseJson(text));
  if (!list.success) return [];
  return list.output.entries.flatMap((raw) => {
    const entry = v.safeParse(storedEntry, raw);
    return entry.success ? [entry.output] : [];
  });
}
