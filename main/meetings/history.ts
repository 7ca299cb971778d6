import { createQueue } from "../base/queue.ts";
import { type AppError, ok, type Result } from "../contract/errors.ts";
import type { Meeting } from "../contract/meeting.ts";
import type { Account } from "../contract/state.ts";
import { isRoom, withinLimits } from "./kept/limits.ts";
import { createListOnDisk, type ListOnDiskDependencies } from "./kept/list-on-disk.ts";
import { createSight } from "./kept/sight.ts";

export { isRoom, roomIdOf } from "./kept/limits.ts";

/** A meeting with what later calls to Graph need. Stays in main. */
export interface HistoryEntry extends Omit<Meeting, "hasOptionsPage"> {
  /** Of the online meeting; null where an event's own is not known yet. */
  readonly graphId: string | null;
  /** In the calendar; null for a link only. */
  readonly eventId: string | null;
  /** Addresses of those who were chosen to present. */
  readonly presenters: readonly string[];
  /** Addresses of those who were chosen to organise it too. */
  readonly coOrganizers: readonly string[];
  /** IANA name of the zone whose clocks an event keeps to. */
  readonly timeZone: string | null;
  readonly optionsUrl: string | null;
  /** Less guarded than asked, the person copied its link all the same. */
  readonly takenAnyway: boolean;
  /** Microsoft's own invitation, not cleaned yet; kept of the newest only. */
  readonly invitation: string | null;
}

/** Only the meetings of accounts that are known now can be seen; those of others stay sealed until they are back. */
export interface History {
  /** Reads what earlier runs kept. Errors: keyring-locked, disk-failed; the list is then empty. */
  load(): Promise<Result<undefined>>;
  /** Newest first. */
  entries(): readonly HistoryEntry[];
  /** Undefined also for a meeting of somebody who signed out. */
  find(id: string): HistoryEntry | undefined;
  /** Shown at once, also when it could not be saved. Adding an id again replaces it. Errors as those of `save`. */
  add(entry: HistoryEntry): Promise<Result<undefined>>;
  /** In its place; nothing where it was removed meanwhile. */
  replace(entry: HistoryEntry): Promise<Result<undefined>>;
  remove(id: string): Promise<Result<undefined>>;
  /** What could not be saved before, once more. Errors: keyring-locked, disk-failed. */
  save(): Promise<Result<undefined>>;
  /** After it has changed what may be on disk. */
  protectAgain(): Promise<Result<undefined>>;
}

/** Theirs who organises; undefined before it was made. */
export const roomOf = (
  entries: readonly HistoryEntry[],
  { id }: Account,
): HistoryEntry | undefined => entries.find((entry) => isRoom(entry) && entry.organiserId === id);

export interface HistoryDependencies extends ListOnDiskDependencies {
  /** Who is known on this computer now, signed in or to sign in again. */
  readonly known: () => readonly Account[];
  /** Why what is listed is not on disk; null once it is. */
  readonly onProblem: (problem: AppError | null) => void;
}

/** The meetings made here, each kept sealed: 500 of each account, or 12 months. */
export function createHistory(dependencies: HistoryDependencies): History {
  const { lines, earlier, clock, log, known, onProblem } = dependencies;
  const disk = createListOnDisk({ lines, earlier, clock, log });
  const sight = createSight(known);
  const inOrder = createQueue();
  /** Everybody's, newest first. */
  let entries: readonly HistoryEntry[] = [];

  /** Puts what is on disk behind what this run made. */
  async function load(): Promise<Result<undefined>> {
    if (disk.isRead()) return ok(undefined);
    const read = await disk.read();
    if (!read.ok) return read;
    entries = over(entries, read.value);
    return ok(undefined);
  }

  /** All that has changed, also what an earlier try could not save. */
  async function saveChanges(): Promise<Result<undefined>> {
    const loaded = await load();
    if (!loaded.ok) return loaded;
    entries = withinLimits(entries, clock.now());
    return disk.write(entries);
  }

  const save = () =>
    inOrder(async () => {
      const saved = await saveChanges();
      onProblem(saved.ok ? null : saved.error);
      return saved;
    });

  function keep(next: readonly HistoryEntry[]): Promise<Result<undefined>> {
    entries = next;
    return save();
  }

  return {
    async load() {
      const loaded = await inOrder(load);
      // What was taken over, or is to be sealed anew, need not be waited for.
      if (loaded.ok) void save();
      else onProblem(loaded.error);
      return loaded;
    },
    entries: () => sight(entries).list,
    find: (id) => sight(entries).byId.get(id),
    add(entry) {
      disk.toFront(entry.id);
      return keep([entry, ...entries.filter((other) => other.id !== entry.id)]);
    },
    replace: (entry) => keep(entries.map((other) => (other.id === entry.id ? entry : other))),
    remove: (id) => keep(entries.filter((entry) => entry.id !== id)),
    save,
    protectAgain: () => inOrder(() => disk.protectAgain(entries)),
  };
}

/** The newer entry of each id, in the order of the newer list. */
function over(newer: readonly HistoryEntry[], older: readonly HistoryEntry[]): HistoryEntry[] {
  const known = new Set(newer.map((entry) => entry.id));
  return [...newer, ...older.filter((entry) => !known.has(entry.id))];
}
