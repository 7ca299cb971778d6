import type { Log } from "../base/log.ts";
import type { History, HistoryEntry } from "./history.ts";
import type { Outbox } from "./outbox/outbox.ts";

/** Makes a meeting safe in the history, which settles its intent. Not saved, it is settled on a later look. */
export type Remember = (entry: HistoryEntry) => Promise<void>;

export interface RememberDependencies {
  readonly history: Pick<History, "find" | "add" | "replace">;
  readonly outbox: Pick<Outbox, "settle">;
  readonly log: Log;
}

export const createRemember =
  ({ history, outbox, log }: RememberDependencies): Remember =>
  async (entry) => {
    const isListed = history.find(entry.id) !== undefined;
    const settled = await outbox.settle(entry.id, () =>
      isListed ? history.replace(entry) : history.add(entry),
    );
    if (!settled.ok) log.warn("history-not-saved", { kind: settled.error.kind });
  };
