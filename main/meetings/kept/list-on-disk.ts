import type { Clock } from "../../base/clock.ts";
import type { Log } from "../../base/log.ts";
import type { FoundText } from "../../base/sealed/read-sealed-lines.ts";
import type { SealedLines, SealedText } from "../../base/sealed/sealed-lines.ts";
import { type AppError, fail, ok, type Result } from "../../contract/errors.ts";
import type { HistoryEntry } from "../history.ts";
import { type EarlierList, readTaken, type Taken, takenId } from "./earlier-list.ts";
import { readEntry } from "./kept-entry.ts";

/** The list as it is on disk, an entry a line; a change writes what has changed. Lists are newest first. */
export interface ListOnDisk {
  isRead(): boolean;
  /** All that earlier runs kept. Errors: keyring-locked, disk-failed. */
  read(): Promise<Result<readonly HistoryEntry[]>>;
  /** Only after it was read. An entry that is not the same object is another one. Errors as those of `read`. */
  write(entries: readonly HistoryEntry[]): Promise<Result<undefined>>;
  /** It is the newest now, where it was there before. */
  toFront(id: string): void;
  /** After it has changed what may be on disk. */
  protectAgain(entries: readonly HistoryEntry[]): Promise<Result<undefined>>;
}

export interface ListOnDiskDependencies {
  readonly lines: SealedLines;
  readonly earlier: EarlierList;
  readonly clock: Clock;
  readonly log: Log;
}

/** So long a keyring that did not open is left alone. */
const pauseMilliseconds = 30_000;

export function createListOnDisk(dependencies: ListOnDiskDependencies): ListOnDisk {
  const { lines, earlier, clock } = dependencies;
  let isRead = false;
  let closed: { readonly error: AppError; readonly at: number } | null = null;
  /** What is on disk of each. */
  const saved = new Map<string, HistoryEntry>();
  const places = createPlaces();
  let taken: Taken | null = null;
  let isTakenSaved = true;

  const textOf = (entry: HistoryEntry): SealedText => ({
    id: entry.id,
    place: places.of(entry.id),
    text: JSON.stringify(entry),
  });

  const takenText = (): readonly SealedText[] =>
    taken && !isTakenSaved ? [{ id: takenId, place: 0, text: JSON.stringify(taken) }] : [];

  return {
    isRead: () => isRead,
    async read() {
      if (closed && Math.abs(clock.now() - closed.at) < pauseMilliseconds)
        return fail(closed.error);
      const read = await readAll(dependencies);
      if (!read.ok) {
        // A disk is asked anew each time; a keyring may have the person type a password.
        const { error } = read;
        closed = error.kind === "keyring-locked" ? { error, at: clock.now() } : null;
        return read;
      }
      const { kept, added } = read.value;
      for (const { entry, place, isGood } of kept) {
        places.note(entry.id, place);
        if (isGood) saved.set(entry.id, entry);
      }
      ({ taken, isTakenSaved } = read.value);
      if (taken && isTakenSaved && earlier.removeOld(taken, clock.now())) taken = null;
      isRead = true;
      closed = null;
      return ok([...added, ...kept.map(({ entry }) => entry)]);
    },
    async write(entries) {
      places.give(entries);
      const ids = new Set(entries.map(({ id }) => id));
      const changed = entries.filter((entry) => saved.get(entry.id) !== entry);
      const removed = [...saved.keys()].filter((id) => !ids.has(id));
      const put = [...changed.map(textOf), ...takenText()];
      if (put.length + removed.length === 0) return ok(undefined);
      // While Teams is still to hear of it, its intent is on disk, and stands for it after a power cut.
      const isLeftToIntent = removed.length === 0 && changed.every(({ isSettling }) => isSettling);
      const survives = isLeftToIntent ? "kill" : "power-cut";
      const remove = taken ? removed : [...removed, takenId];
      const written = await lines.write({ put, remove }, { survives });
      if (!written.ok) return written;
      if (written.value === "memory-only") return ok(undefined);
      for (const entry of changed) saved.set(entry.id, entry);
      for (const id of removed) saved.delete(id);
      isTakenSaved = true;
      return ok(undefined);
    },
    toFront: places.leave,
    async protectAgain(entries) {
      if (!isRead) return ok(undefined);
      places.give(entries);
      const done = await lines.protectAgain([...entries.map(textOf), ...takenText()]);
      if (!done.ok) return done;
      saved.clear();
      if (done.value === "memory-only") return earlier.unprotect();
      for (const entry of entries) saved.set(entry.id, entry);
      return ok(undefined);
    },
  };
}

/** Where in the list each entry is: the newest has the highest number. */
function createPlaces() {
  const places = new Map<string, number>();
  let last = 0;
  const note = (id: string, place: number) => {
    places.set(id, place);
    last = Math.max(last, place);
  };
  return {
    of: (id: string) => places.get(id) ?? 0,
    note,
    leave: (id: string) => void places.delete(id),
    /** The oldest of those that have none comes first. */
    give(entries: readonly HistoryEntry[]) {
      for (const { id } of entries.toReversed()) if (!places.has(id)) note(id, last + 1);
    },
  };
}

interface Kept {
  readonly entry: HistoryEntry;
  readonly place: number;
  /** It need not be written anew. */
  readonly isGood: boolean;
}

interface AllKept {
  readonly kept: readonly Kept[];
  /** What an earlier version kept, and this one does not have yet. */
  readonly added: readonly HistoryEntry[];
  readonly taken: Taken | null;
  readonly isTakenSaved: boolean;
}

async function readAll({
  lines,
  earlier,
  clock,
  log,
}: ListOnDiskDependencies): Promise<Result<AllKept>> {
  const found = await lines.load();
  if (!found.ok) return found;
  const before = readTaken(found.value.find(({ id }) => id === takenId)?.text ?? "");
  const kept = found.value.flatMap(keptOf).toSorted((one, other) => other.place - one.place);
  const read = await earlier.read(before);
  if (!read.ok) return read;
  if (!read.value) return ok({ kept, added: [], taken: before, isTakenSaved: true });
  const { sha256, entries } = read.value;
  const idsBefore = before?.ids ?? [];
  const known = new Set([...kept.map(({ entry }) => entry.id), ...idsBefore]);
  const added = entries.filter(({ id }) => !known.has(id));
  log.info("list-taken-over", { entries: added.length });
  const ids = [...new Set([...idsBefore, ...entries.map(({ id }) => id)])];
  return ok({ kept, added, taken: { sha256, ids, at: clock.now() }, isTakenSaved: false });
}

function keptOf({ id, place, text, shouldReseal }: FoundText): readonly Kept[] {
  const entry = readEntry(text);
  return entry?.id === id ? [{ entry, place, isGood: !shouldReseal }] : [];
}
