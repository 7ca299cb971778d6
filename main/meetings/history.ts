import * as v from "valibot";

import { parseJson } from "../graph/graph-errors.ts";
import type { Clock } from "../clock.ts";
import { ok, type Result } from "../contract/errors.ts";
import type { Meeting } from "../contract/state.ts";
import type { SealedRecord } from "../vault.ts";

/** A meeting with what later calls to Graph need. Stays in main. */
export interface HistoryEntry extends Meeting {
  readonly graphId: string;
}

export interface History {
  /** Reads what earlier runs kept. Errors as SealedRecord.load; the list is then empty. */
  load(): Promise<Result<undefined>>;
  /** Newest first. */
  entries(): readonly HistoryEntry[];
  find(id: string): HistoryEntry | undefined;
  /** Shown at once, also when it could not be saved. Adding an id again replaces it. */
  add(entry: HistoryEntry): Promise<Result<undefined>>;
  remove(id: string): Promise<Result<undefined>>;
}

const maxEntries = 500;
const maxAgeMilliseconds = 366 * 24 * 3_600_000;

const storedEntry = v.object({
  id: v.string(),
  graphId: v.string(),
  subject: v.string(),
  startAt: v.number(),
  endAt: v.number(),
  createdAt: v.number(),
  joinUrl: v.string(),
  meetingId: v.nullable(v.string()),
  passcode: v.nullable(v.string()),
  organiserId: v.string(),
  organiserUsername: v.string(),
});
const storedHistory = v.object({ version: v.literal(1), entries: v.array(storedEntry) });

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
    entries = entries.filter((entry) => entry.createdAt > oldest).slice(0, maxEntries);
    const saved = await record.save(JSON.stringify({ version: 1, entries }));
    return saved.ok ? ok(undefined) : saved;
  }

  return {
    load,
    entries: () => entries,
    find: (id) => entries.find((entry) => entry.id === id),
    add: (entry) => keep([entry, ...entries.filter((other) => other.id !== entry.id)]),
    remove: (id) => keep(entries.filter((entry) => entry.id !== id)),
  };
}

const readEntries = (text: string): readonly HistoryEntry[] => {
  const parsed = v.safeParse(storedHistory, parseJson(text));
  return parsed.success ? parsed.output.entries : [];
};

/** The newer entry of each id, in the order of the newer list. */
function over(newer: readonly HistoryEntry[], older: readonly HistoryEntry[]): HistoryEntry[] {
  const known = new Set(newer.map((entry) => entry.id));
  return [...newer, ...older.filter((entry) => !known.has(entry.id))];
}

/** For when the disk could be read only after this run had made something. */
export const mergeHistories = (saved: string, held: string): string =>
  JSON.stringify({ version: 1, entries: over(readEntries(held), readEntries(saved)) });
