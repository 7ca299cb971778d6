import * as v from "valibot";

import { homeIdOf } from "../auth/account.ts";
import { parseJson } from "../graph/graph-errors.ts";
import type { Clock } from "../base/clock.ts";
import { ok, type Result } from "../contract/errors.ts";
import { optionNames } from "../contract/meeting-options.ts";
import { meetingOptions } from "../contract/option-schema.ts";
import type { Meeting } from "../contract/meeting.ts";
import type { Account } from "../contract/state.ts";
import { maxTextBytes } from "../base/sealed-record.ts";
import type { SealedRecord } from "../base/vault.ts";
import { keptFormat } from "./outbox/kept-intent.ts";

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

/** Only the meetings of accounts that are known now can be seen; those of others stay sealed until they are back. */
export interface History {
  /** Reads what earlier runs kept. Errors as SealedRecord.load; the list is then empty. */
  load(): Promise<Result<undefined>>;
  /** Newest first. */
  entries(): readonly HistoryEntry[];
  /** Undefined also for a meeting of somebody who signed out. */
  find(id: string): HistoryEntry | undefined;
  /** Shown at once, also when it could not be saved. Adding an id again replaces it. */
  add(entry: HistoryEntry): Promise<Result<undefined>>;
  /** In its place; nothing where it was removed meanwhile. */
  replace(entry: HistoryEntry): Promise<Result<undefined>>;
  remove(id: string): Promise<Result<undefined>>;
}

/** Of one account, so that nobody's presses push out what is somebody else's. */
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

/** Theirs who organises; undefined before it was made. */
export const roomOf = (
  entries: readonly HistoryEntry[],
  { id }: Account,
): HistoryEntry | undefined => entries.find((entry) => isRoom(entry) && entry.organiserId === id);

export interface HistoryDependencies {
  readonly record: SealedRecord;
  readonly clock: Clock;
  /** Who is known on this computer now, signed in or to sign in again. */
  readonly known: () => readonly Account[];
}

/** The meetings made here, kept sealed: 500 of each account, or 12 months. */
export function createHistory({ record, clock, known }: HistoryDependencies): History {
  /** Everybody's. */
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
    entries = sealable(entries.filter((entry) => isRoom(entry) || entry.createdAt > oldest));
    const saved = await record.save(textOf(entries));
    return saved.ok ? ok(undefined) : saved;
  }

  return {
    load,
    entries: () => ofThoseHere(entries, known()),
    find: (id) => ofThoseHere(entries, known()).find((entry) => entry.id === id),
    add: (entry) => keep([entry, ...entries.filter((other) => other.id !== entry.id)]),
    replace: (entry) => keep(entries.map((other) => (other.id === entry.id ? entry : other))),
    remove: (id) => keep(entries.filter((entry) => entry.id !== id)),
  };
}

/**
 * A person is told by their home account, whichever app registration they came by: an organisation that was
 * removed and added again has another id. Each entry names its organiser as they are known now.
 */
function ofThoseHere(
  entries: readonly HistoryEntry[],
  known: readonly Account[],
): readonly HistoryEntry[] {
  const ids = new Set(known.map(({ id }) => id));
  const byHome = new Map(
    // Who is here twice can change it as a member only.
    [...guests(known), ...members(known)].map(({ id }) => [homeIdOf(id), id]),
  );
  return entries.flatMap((entry) => {
    if (ids.has(entry.organiserId)) return [entry];
    const organiserId = byHome.get(homeIdOf(entry.organiserId));
    return organiserId === undefined ? [] : [{ ...entry, organiserId }];
  });
}

const guests = (known: readonly Account[]) => known.filter(({ kind }) => kind === "guest");
const members = (known: readonly Account[]) => known.filter(({ kind }) => kind === "member");

/** Where all of it would be too much to seal, everybody's part is shortened alike. */
function sealable(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  let most = maxEntries;
  let kept = shortened(entries, most);
  while (most > 1 && Buffer.byteLength(textOf(kept)) > maxTextBytes) {
    most = Math.floor(most / 2);
    kept = shortened(entries, most);
  }
  return kept;
}

function shortened(entries: readonly HistoryEntry[], most: number): readonly HistoryEntry[] {
  const counts = new Map<string, number>();
  return entries.flatMap((entry) => {
    if (isRoom(entry)) return [entry];
    const person = homeIdOf(entry.organiserId);
    const place = counts.get(person) ?? 0;
    counts.set(person, place + 1);
    if (place >= most) return [];
    const isKeptWhole = place < maxInvitations || entry.invitation === null;
    return [isKeptWhole ? entry : { ...entry, invitation: null }];
  });
}

const textOf = (entries: readonly HistoryEntry[]): string =>
  JSON.stringify({ version: 1, entries });

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
  textOf(over(readEntries(held), readEntries(saved)));
