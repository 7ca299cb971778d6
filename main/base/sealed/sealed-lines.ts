import type { Clock } from "../clock.ts";
import { fail, ok, type Result } from "../../contract/errors.ts";
import type { Log } from "../log.ts";
import { createQueue } from "../queue.ts";
import { bytesOf, createLineInventory } from "./line-inventory.ts";
import { type FoundText, openNewest, readAll, sortLines } from "./read-sealed-lines.ts";
import { type KeptLine, pack, writeGone, writeKept } from "./sealed-line.ts";
import type { AppendOptions, LineFile, Vault, VaultProtection } from "../vault.ts";

export interface SealedText {
  readonly id: string;
  /** Kept beside it, for whoever wants an order. */
  readonly place: number;
  readonly text: string;
}

export interface SealedChange {
  readonly put: readonly SealedText[];
  /** Their ids. */
  readonly remove: readonly string[];
}

/**
 * Texts by id, each sealed by itself: a change costs what has changed. They are read before anything is written.
 * What cannot be opened stays where it is, for as long as nothing takes its place; what is damaged is set aside.
 */
export interface SealedLines {
  /** The newest that can be opened of each id. Errors: keyring-locked, disk-failed; then nothing may be written. */
  load(): Promise<Result<readonly FoundText[]>>;
  /** Answers where it went. Errors: keyring-locked, disk-failed; then none of it is kept. */
  write(change: SealedChange, options: AppendOptions): Promise<Result<VaultProtection>>;
  /** After what may be written has changed; `all` is what there is. What may no longer be on disk leaves it. */
  protectAgain(all: readonly SealedText[]): Promise<Result<VaultProtection>>;
}

export interface SealedLinesDependencies {
  readonly vault: Vault;
  readonly file: LineFile;
  readonly clock: Clock;
  readonly log: Log;
}

export function createSealedLines(dependencies: SealedLinesDependencies): SealedLines {
  const { vault, file, clock, log } = dependencies;
  const inOrder = createQueue();
  const inventory = createLineInventory();
  let isDamaged = false;

  async function load(): Promise<Result<readonly FoundText[]>> {
    const read = await file.read();
    if (!read.ok) return read;
    const sorted = sortLines(await readAll(read.value));
    const opened = await openNewest(vault, sorted.byId);
    if (opened === "unavailable") return fail({ kind: "keyring-locked" });
    const { found, closed } = opened;
    ({ isDamaged } = sorted);
    if (isDamaged || closed.length > 0)
      log.warn("lines-not-opened", { closed: closed.length, damaged: isDamaged });
    const lines = found.map(({ line }) => line);
    inventory.take(lines, [...closed, ...sorted.later], sorted.bytes);
    // What was removed is gone for good by the next start at the latest.
    if (sorted.hasGone || isDamaged || inventory.isWastefulAtStart()) void inOrder(tidy);
    return ok(found.map(({ text }) => text));
  }

  async function write(
    { put, remove }: SealedChange,
    options: AppendOptions,
  ): Promise<Result<VaultProtection>> {
    const protection = await vault.protection();
    if (protection === "memory-only") return ok(protection);
    const sealed = await sealAll(dependencies, put);
    if (!sealed.ok) return sealed;
    const known = remove.filter((id) => inventory.has(id));
    const gone = known.map((id) => writeGone(id, clock.now()));
    const lines = [...sealed.value.map(({ line }) => line), ...gone];
    const written = lines.length === 0 ? ok(undefined) : await file.append(lines, options);
    if (!written.ok) return written;
    inventory.note(sealed.value, known, bytesOf(lines));
    if (inventory.isWasteful()) void inOrder(tidy);
    return ok(protection);
  }

  /** The lines that are needed, without those in between. */
  async function tidy(): Promise<Result<undefined>> {
    const read = await file.read();
    if (!read.ok) return read;
    const wanted = inventory.digests();
    const lines = (await readAll(read.value)).flatMap((line) =>
      "line" in line && wanted.delete(line.sha256) ? [line.line] : [],
    );
    // Somebody else wrote there: what this run knows to be there is not, so nothing more is taken away.
    if (wanted.size > 0) return ok(undefined);
    const written = await file.replace(lines, { setAside: isDamaged });
    if (!written.ok) return written;
    isDamaged = false;
    inventory.noteTidied();
    return written;
  }

  async function protectAgain(all: readonly SealedText[]): Promise<Result<VaultProtection>> {
    if ((await vault.protection()) === "memory-only") {
      // Only what this very backend wrote: another one protects its own.
      inventory.forgetThoseOf(vault.backend());
      const left = inventory.digests().size > 0 ? await tidy() : file.remove();
      return left.ok ? ok("memory-only") : left;
    }
    const written = await write({ put: all, remove: [] }, { survives: "power-cut" });
    const left = written.ok ? await tidy() : written;
    return left.ok ? written : left;
  }

  return {
    load: () => inOrder(load),
    write: (...change) => inOrder(() => write(...change)),
    protectAgain: (all) => inOrder(() => protectAgain(all)),
  };
}

async function sealAll(
  { vault, clock }: Pick<SealedLinesDependencies, "vault" | "clock">,
  texts: readonly SealedText[],
): Promise<Result<readonly KeptLine[]>> {
  const lines: KeptLine[] = [];
  for (const { id, place, text } of texts) {
    const sealed = await vault.seal(pack(text));
    if (!sealed.ok) return sealed;
    const known = { id, place, at: clock.now(), backend: vault.backend() };
    lines.push(writeKept({ ...known, sealed: sealed.value }));
  }
  return ok(lines);
}
