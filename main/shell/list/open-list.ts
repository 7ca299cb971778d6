import type { Clock } from "../../base/clock.ts";
import type { Log } from "../../base/log.ts";
import { publisherOf, type Store } from "../../base/store.ts";
import type { DocumentFile, Vault } from "../../base/vault.ts";
import type { Account } from "../../contract/state.ts";
import { createHistory, type History } from "../../meetings/history.ts";
import { createEarlierList } from "../../meetings/kept/earlier-list.ts";
import type { SealedRecords } from "../sealed-records.ts";

export interface OpenListDependencies {
  readonly sealedLines: SealedRecords["sealedLines"];
  readonly documentFile: (name: string) => DocumentFile;
  readonly vault: Vault;
  readonly store: Store;
  readonly known: () => readonly Account[];
  /** It could be read, or saved, after all. */
  readonly onMended: () => void;
  readonly clock: Clock;
  readonly log: Log;
}

/** The list of meetings, which tells the person where it is not on disk. */
export function openList(dependencies: OpenListDependencies): History {
  const { sealedLines, documentFile, vault, store, known, onMended, clock, log } = dependencies;
  const publish = publisherOf<"unsaved">(store);
  return createHistory({
    lines: sealedLines("history-lines"),
    earlier: createEarlierList(documentFile("history"), vault),
    clock,
    log,
    known,
    onProblem(unsaved) {
      if (store.read().unsaved?.kind === unsaved?.kind) return;
      publish({ unsaved });
      if (unsaved === null) onMended();
    },
  });
}
