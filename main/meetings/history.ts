import * as v from "valibot";

import { parseJson } from "../graph/graph-errors.ts";
import type { Clock } from "../clock.ts";
import { ok, type Result } from "../contract/errors.ts";
import { optionNames } from "../contract/meeting-options.ts";
import { meetingOptions } from "../contract/option-schema.ts";
import type { Meeting } from "../contract/meeting.ts";
import type { SealedRecord } from "../vault.ts";
import { keptFormat } from "./wish.ts";

/** A meeting with what later calls to Graph need. Stays in main. */
export interface HistoryEntry extends Omit<Meeting, "hasOptionsPage"> {
  /** Of the online meeting; null where an event's own is not known yet. */
  readonly graphId: string | null;
  /** In the calendar; null for a link only. */
  readonly eventId: string | null;
  /** Addresses of those who were chosen to present. */
  readonly presenters: readonly string[];
  /** IANA name of the zone whose clocks an event keeps to. */
  readonly timeZone: string | null;
  readonly optionsUrl: string | null;
  /** Microsoft's own invitation, not cleaned yet; kept of the newest only. */
  readonly invitation: string | null;
}

export interface History {
  /** Reads what earlier runs kept. Errors as SealedRecord.load; the list is then empty. */
  load(): Promise<Result<undefined>>;
  /** Newest first. */
  entries(): readonly HistoryEntry[];
  find(id: string): HistoryEntry | undefined;
  /** Shown at once, also when it could not be saved. Adding an id again replaces it. */
  add(entry: HistoryEntry): Promise<Result<undefined>>;
  /** In its place; nothing where it was removed meanwhile. */
  replace(entry: HistoryEntry): Promise<Result<undefined>>;
  remove(id: string): Promise<Result<undefined>>;
}

const maxEntries = 500;
/** An invitation is some kilobytes, and the whole list is sealed anew with each change. */
const maxInvitations = 40;
const maxAgeMilliseconds = 366 * 24 * 3_600_000;

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
const storedHistory = v.object({ version: v.literal(1), entries: v.array(v.unknown()) });

/** A link of one's own is kept however old it is. */
const roomPrefix = "room-";
export const roomIdOf = (accountKey: string): string => `${roomPrefix}${accountKey}`;
export const isRoom = ({ id }: Pick<HistoryEntry, "id">): boolean => id.startsWith(roomPrefix);

export interface HistoryDependencies {
  readonly record: SealedRecord;
  readonly clock: Clock;
}

/** The meetings made here, kept sealed: 500, or 12 months. */
export function createHistory({ record, clock }: HistoryDependencies): History {
  let entries: readonly HistoryEntry[] = [];
  let loaded = false;

  /** Puts what is on disk behind what this run made. */
  async function load(): Promise<Result<undefined>> {
    const text = await record.load();
    // A locked keyring opens later; the record keeps what is on disk until then.
    if (!text.ok && text.error.kind === "keyring-locked") return text;
    loaded = true;
    if (!text.ok) return text;
    entries = over(entries, readEntries(text.value ?? ""));
    return ok(undefined);
  }

  async function keep(next: readonly HistoryEntry[]): Promise<Result<undefined>> {
    entries = next;
    if (!loaded) {
      const late = await load();
      if (!loaded) return late;
    }
    const oldest = clock.now() - maxAgeMilliseconds;
    entries = entries
      .filter((entry, index) => isRoom(entry) || (entry.createdAt > oldest && index < maxEntries))
      .map((entry, index) =>
        index < maxInvitations || entry.invitation === null
          ? entry
          : { ...entry, invitation: null },
      );
    const saved = await record.save(JSON.stringify({ version: 1, entries }));
    return saved.ok ? ok(undefined) : saved;
  }

  return {
    load,
    entries: () => entries,
    find: (id) => entries.find((entry) => entry.id === id),
    add: (entry) => keep([entry, ...entries.filter((other) => other.id !== entry.id)]),
    replace: (entry) => keep(entries.map((other) => (other.id === entry.id ? entry : other))),
    remove: (id) => keep(entries.filter((entry) => entry.id !== id)),
  };
}

/** Entry by entry: one that cannot be read does not cost the others. */
function readEntries(text: string): readonly HistoryEntry[] {
  const parsed = v.safeParse(storedHistory, parseJson(text));
  if (!parsed.success) return [];
  return parsed.output.entries.flatMap((raw) => {
    const entry = v.safeParse(storedEntry, raw);
    return entry.success ? [entry.output] : [];
  });
}

/** The newer entry of each id, in the order of the newer list. */
function over(newer: readonly HistoryEntry[], older: readonly HistoryEntry[]): HistoryEntry[] {
  const known = new Set(newer.map((entry) => entry.id));
  return [...newer, ...older.filter((entry) => !known.has(entry.id))];
}

/** For when the disk could be read only after this run had made something. */
export const mergeHistories = (saved: string, held: string): string =>
  JSON.stringify({ version: 1, entries: over(readEntries(held), readEntries(saved)) });
