import type { Clock } from "./clock.ts";
import { type AppError, fail, ok, type Result } from "../contract/errors.ts";
import type { Log } from "./log.ts";
import { createQueue } from "./queue.ts";
import { createRecordOnDisk } from "./sealed/record-on-disk.ts";
import type { DocumentFile, SealedRecord, Vault, VaultProtection } from "./vault.ts";

export interface SealedRecordDependencies {
  readonly vault: Vault;
  readonly file: DocumentFile;
  readonly clock: Clock;
  readonly log: Log;
  /** One text of what earlier runs saved and what this run holds; without it this run's alone counts. */
  readonly merge?: (saved: string, held: string) => string;
  /** As of WriteOptions. */
  readonly mayBeLost?: boolean;
}

/** A longer text is not sealed. */
export const maxTextBytes = 2 * 1024 * 1024;

/**
 * A text sealed on disk with its previous generation, or in memory where it would not be protected.
 * Nothing is written before what is on disk was taken in. What cannot be opened stays as it is until
 * a new text is safely sealed; then it is set aside.
 */
export function createSealedRecord(dependencies: SealedRecordDependencies): SealedRecord {
  const { vault, file, clock, log, merge = (_saved, held) => held } = dependencies;
  const { mayBeLost = false } = dependencies;
  const disk = createRecordOnDisk(vault, file, clock, { mayBeLost });
  const shut = createShut(clock, log);
  const inOrder = createQueue();
  /** All there is to know once the disk was taken in; before that, what this run brought. */
  let held: string | null = null;
  let isTakenIn = false;

  /** Puts what is on disk under what this run holds. */
  async function takeIn(): Promise<Result<{ shouldSave: boolean }>> {
    const reading = await disk.read();
    if (reading.kind !== "none" && reading.kind !== "text") return fail(shut.note(reading.kind));
    const saved = reading.kind === "text" ? reading.text : null;
    const shouldSave = held !== null || (reading.kind === "text" && reading.shouldReseal);
    held = saved !== null && held !== null ? merge(saved, held) : (held ?? saved);
    isTakenIn = true;
    shut.end();
    return ok({ shouldSave });
  }

  async function load(): Promise<Result<string | null>> {
    if (isTakenIn) return ok(held);
    const tooSoon = held === null ? null : shut.tooSoon();
    if (tooSoon) return fail(tooSoon);
    const taken = await takeIn();
    if (!taken.ok) return taken;
    if (taken.value.shouldSave && held !== null) await write(held);
    return ok(held);
  }

  async function save(text: string): Promise<Result<VaultProtection>> {
    if (Buffer.byteLength(text) > maxTextBytes)
      return fail({ kind: "unexpected", reference: "record-too-large", trace: null });
    held = text;
    if (isTakenIn) return write(text);
    if ((await vault.protection()) === "memory-only") return ok("memory-only");
    const taken = await takeIn();
    return taken.ok || taken.error.kind === "sign-in-unreadable" ? write(held) : taken;
  }

  async function write(text: string): Promise<Result<VaultProtection>> {
    const written = await disk.write(text, { setAside: !isTakenIn });
    if (!written.ok || written.value === "memory-only") return written;
    isTakenIn = true;
    shut.end();
    return written;
  }

  async function protectAgain(): Promise<Result<undefined>> {
    if (!isTakenIn || held === null) return ok(undefined);
    if ((await vault.protection()) === "memory-only")
      return disk.isOwn() ? disk.remove() : ok(undefined);
    const written = await write(held);
    return written.ok ? ok(undefined) : written;
  }

  async function clear(): Promise<Result<undefined>> {
    held = null;
    return isTakenIn ? disk.remove() : ok(undefined);
  }

  return {
    load: () => inOrder(load),
    held: () => held,
    save: (text) => inOrder(() => save(text)),
    protectAgain: () => inOrder(protectAgain),
    forgetPrevious: () => inOrder(async () => (isTakenIn ? disk.forgetPrevious() : ok(undefined))),
    clear: () => inOrder(clear),
  };
}

const shutKinds = {
  unavailable: "keyring-locked",
  "disk-failed": "disk-failed",
  unreadable: "sign-in-unreadable",
} as const;

/** So long a keyring that did not open is left alone, while there is something to work with. */
const pauseMilliseconds = 30_000;

/** Why what is on disk could not be read, and since when. */
function createShut(clock: Clock, log: Log) {
  let shut: { readonly error: AppError; readonly at: number } | null = null;
  return {
    /** Logged once for each reason. */
    note(reading: keyof typeof shutKinds): AppError {
      const error = { kind: shutKinds[reading] } as const;
      if (shut?.error.kind !== error.kind) log.warn("sealed-record-closed", { kind: error.kind });
      shut = { error, at: clock.now() };
      return error;
    },
    /** Null where it may be tried again. */
    tooSoon: (): AppError | null =>
      shut && Math.abs(clock.now() - shut.at) < pauseMilliseconds ? shut.error : null,
    end(): void {
      shut = null;
    },
  };
}
