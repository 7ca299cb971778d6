import * as v from "valibot";

import type { Clock } from "../base/clock.ts";
import type { Result } from "../contract/errors.ts";
import type { CalendarEntry } from "../graph/event-answer.ts";
import type { DocumentFile } from "../base/vault.ts";

type Time = Pick<CalendarEntry, "eventId" | "startAt" | "endAt">;

/** The meetings a person wants out of the way, each until it is over. One that is moved to another time comes back. */
export interface Dismissed {
  has(accountId: string, entry: Time): boolean;
  /** Errors: disk-failed; it then holds until the app quits. */
  add(accountId: string, entry: Time): Result<undefined>;
  remove(accountId: string, entry: Time): Result<undefined>;
}

export interface DismissedDependencies {
  readonly file: DocumentFile;
  /** Names in plain files what must not be told by them. */
  readonly hash: (text: string) => string;
  readonly clock: Clock;
}

const stored = v.object({ until: v.record(v.string(), v.number()) });

/** The file is plain, so that it holds without a keyring too: a hash for each, and when it is over. */
export function createDismissed({ file, hash, clock }: DismissedDependencies): Dismissed {
  const read = file.read();
  const kept = v.safeParse(stored, read.ok ? read.value : undefined);
  const until = new Map(kept.success ? Object.entries(kept.output.until) : []);

  const keyOf = (accountId: string, { eventId, startAt }: Time) =>
    hash(`${accountId} ${eventId} ${startAt}`);

  function save(): Result<undefined> {
    for (const [key, at] of until) if (at <= clock.now()) until.delete(key);
    // Written over what could not be read, everything kept would be lost.
    return read.ok ? file.write({ version: 1, until: Object.fromEntries(until) }) : read;
  }

  return {
    has: (accountId, entry) => until.size > 0 && until.has(keyOf(accountId, entry)),
    add(accountId, entry) {
      until.set(keyOf(accountId, entry), entry.endAt);
      return save();
    },
    remove(accountId, entry) {
      until.delete(keyOf(accountId, entry));
      return save();
    },
  };
}
