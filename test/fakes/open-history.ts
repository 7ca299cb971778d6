import type { Clock } from "../../main/base/clock.ts";
import { createSealedLines } from "../../main/base/sealed/sealed-lines.ts";
import type { DocumentFile, LineFile, Vault } from "../../main/base/vault.ts";
import type { AppError } from "../../main/contract/errors.ts";
import type { Account } from "../../main/contract/state.ts";
import { createHistory } from "../../main/meetings/history.ts";
import { createEarlierList } from "../../main/meetings/kept/earlier-list.ts";
import { memoryLog } from "./memory-log.ts";

export interface OpenHistoryOptions {
  readonly lines: LineFile;
  /** Where earlier versions kept the list. */
  readonly earlier: DocumentFile;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly known: () => readonly Account[];
  readonly onProblem?: (problem: AppError | null) => void;
}

/** The list of meetings as the app opens it. */
export function openHistory(options: OpenHistoryOptions) {
  const { lines: file, earlier, vault, clock, known, onProblem = () => undefined } = options;
  const { log } = memoryLog();
  return createHistory({
    lines: createSealedLines({ vault, file, clock, log }),
    earlier: createEarlierList(earlier, vault),
    clock,
    log,
    known,
    onProblem,
  });
}
