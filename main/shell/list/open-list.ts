import type { Clock } from "../../base/clock.ts";
import type { Log } from "../../base/log.ts";
import { type ObservableStore, publisherOf } from "../../base/store.ts";
import type { DocumentFile, Vault } from "../../base/vault.ts";
import type { Account } from "../../contract/state.ts";
import { createHistory, type History } from "../../meetings/history.ts";
import { createEarlierList } from "../../meetings/kept/earlier-list.ts";
import type { SealedRecords } from "../sealed-records.ts";

export interface OpenListDependencies {
  readonly sealedLines: SealedRecords["sealedLines"];
  readonly documentFile: (name: string) => DocumentFile;
  readonly vault: Vault;
  readonly store: ObservableStore;
  readonly known: () => readonly Account[];
  /** There is something else to see of it. */
  readonly redraw: () => void;
  readonly clock: Clock;
  readonly log: Log;
}

/** The list of meetings, which tells the person where it is not on disk. */
export function openList(dependencies: OpenListDependencies): History {
  const { sealedLines, documentFile, vault, store, known, redraw, clock, log } = dependencies;
  const publish = publisherOf<"unsaved">(store);
  // Which meeting is looked at says the window; what there is to see of it, the list.
  let detailsOf: string | null = null;
  store.subscribe((state) => {
    if (state.detailsOf === detailsOf) return;
    ({ detailsOf } = state);
    redraw();
  });
  return createHistory({
    lines: sealedLines("history-lines"),
    earlier: createEarlierList(documentFile("history"), vault),
    clock,
    log,
    known,
    onProblem(unsaved) {
      if (store.read().unsaved?.kind === unsaved?.kind) return;
      publish({ unsaved });
      if (unsaved === null) redraw();
    },
  });
}
