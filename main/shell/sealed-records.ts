import type { Clock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import { createSealedLines, type SealedLines } from "../base/sealed/sealed-lines.ts";
import { createSealedRecord } from "../base/sealed-record.ts";
import type { DocumentFile, LineFile, SealedRecord, Vault, WriteOptions } from "../base/vault.ts";
import { ok, type Result } from "../contract/errors.ts";

export interface SealedRecordsDependencies {
  readonly vault: Vault;
  readonly documentFile: (name: string) => DocumentFile;
  readonly lineFile: (name: string) => LineFile;
  readonly clock: Clock;
  readonly log: Log;
}

/** Everything that is kept sealed: each in a file of its own, all protected alike. */
export interface SealedRecords {
  /** `merge` joins what was saved with what this run held while the keyring was locked. */
  readonly sealed: (
    name: string,
    merge: (saved: string, held: string) => string,
    options?: Pick<WriteOptions, "mayBeLost">,
  ) => SealedRecord;
  /** Its owner protects it again. */
  readonly sealedLines: (name: string) => SealedLines;
  /** After the person changed whether anything may be kept without a keyring. */
  readonly protectAgain: () => Promise<Result<undefined>>;
}

export function createSealedRecords({
  vault,
  documentFile,
  lineFile,
  clock,
  log,
}: SealedRecordsDependencies): SealedRecords {
  const records: SealedRecord[] = [];
  return {
    sealed(name, merge, options) {
      const file = documentFile(name);
      const record = createSealedRecord({ vault, clock, log, file, merge, ...options });
      records.push(record);
      return record;
    },
    sealedLines: (name) => createSealedLines({ vault, clock, log, file: lineFile(name) }),
    async protectAgain() {
      const results = await Promise.all(records.map((record) => record.protectAgain()));
      return results.find((result) => !result.ok) ?? ok(undefined);
    },
  };
}
