import * as v from "valibot";

import { openSaved, savedAs } from "../../base/sealed/generations.ts";
import type { DocumentFile, Vault } from "../../base/vault.ts";
import { fail, ok, type Result } from "../../contract/errors.ts";
import { parseJson } from "../../graph/graph-errors.ts";
import type { HistoryEntry } from "../history.ts";
import { readEntries } from "./kept-entry.ts";

/** What was taken over of the list of earlier versions, and when. */
export interface Taken {
  /** Tells whether an earlier version has written there since. */
  readonly sha256: string;
  /** Of all that was in it: what of them is missing now was removed, and does not come back. */
  readonly ids: readonly string[];
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Among the lines of the list, beside its entries. */
export const takenId = "taken-over";

const taken = v.object({ sha256: v.string(), ids: v.array(v.string()), at: v.number() });

export function readTaken(text: string): Taken | null {
  const read = v.safeParse(taken, parseJson(text));
  return read.success ? read.output : null;
}

/**
 * The list as earlier versions kept it: one sealed text. It stays for a while, so that whoever goes back to such a
 * version finds it; what that version adds to it is taken over when they return.
 */
export interface EarlierList {
  /** Null where there is none, or none that was not taken over already. Errors: keyring-locked, disk-failed. */
  read(before: Taken | null): Promise<Result<EarlierEntries | null>>;
  /** Once it has been taken over for so long that nobody goes back. */
  removeOld(before: Taken, now: number): boolean;
  /** What this keyring sealed leaves the disk: it may no longer be there. */
  unprotect(): Result<undefined>;
}

export interface EarlierEntries {
  readonly sha256: string;
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
}

const keptMilliseconds = 30 * 24 * 3_600_000;

export const createEarlierList = (file: DocumentFile, vault: Vault): EarlierList => ({
  async read(before) {
    const stored = file.read();
    if (!stored.ok) return stored;
    const saved = savedAs(stored.value);
    if (saved === null || saved.sha256 === before?.sha256) return ok(null);
    const opened = await openSaved(vault, stored.value);
    // What cannot be opened stays where it is, for whoever may open it once more.
    if (opened.kind !== "text")
      return opened.kind === "unavailable" ? fail({ kind: "keyring-locked" }) : ok(null);
    return ok({ sha256: saved.sha256, entries: readEntries(opened.text) });
  },
  removeOld: ({ at }, now) => now - at > keptMilliseconds && file.remove().ok,
  unprotect() {
    const stored = file.read();
    const saved = stored.ok ? savedAs(stored.value) : null;
    return saved?.backend === vault.backend() ? file.remove() : ok(undefined);
  },
});
