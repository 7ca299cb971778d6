import * as v from "valibot";

import type { Clock } from "../base/clock.ts";
import type { DocumentFile } from "../base/vault.ts";

/** Until when Microsoft asked not to be called for one account. */
export interface ThrottleGate {
  /** Epoch milliseconds; in the past where nothing was asked. */
  until(): number;
  hold(until: number): void;
}

const stored = v.object({ until: v.record(v.string(), v.number()) });

/**
 * One gate an account, for every call and every start of the app: a `Retry-After` that only the call
 * knows which got it is broken by the next press, or by a restart.
 * @see https://learn.microsoft.com/graph/throttling
 */
export function createThrottleGates({
  file,
  clock,
}: {
  readonly file: DocumentFile;
  readonly clock: Clock;
}): (accountKey: string) => ThrottleGate {
  const read = file.read();
  const kept = v.safeParse(stored, read.ok ? read.value : undefined);
  const all = new Map(kept.success ? Object.entries(kept.output.until) : []);

  function save(): void {
    for (const [key, until] of all) if (until <= clock.now()) all.delete(key);
    file.write({ version: 1, until: Object.fromEntries(all) });
  }

  return (accountKey) => ({
    until: () => all.get(accountKey) ?? 0,
    hold(until) {
      if (until <= (all.get(accountKey) ?? 0)) return;
      all.set(accountKey, until);
      save();
    },
  });
}
