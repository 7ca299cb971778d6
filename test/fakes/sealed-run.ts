import { createSealedRecord } from "../../main/base/sealed-record.ts";
import type { Vault } from "../../main/base/vault.ts";
import { createFakeClock } from "./fake-clock.ts";
import { memoryLog } from "./memory-log.ts";
import { createMemoryDocument, createMemoryVault, type Disk } from "./memory-platform.ts";

export const name = "sign-in";
export const clock = createFakeClock();

interface RunOptions {
  readonly disk?: Disk;
  readonly vault?: Partial<Vault>;
  readonly merge?: (saved: string, held: string) => string;
}

/** The record as one run of the app has it; the disk and the keyring outlive the run. */
export function run({ disk = new Map(), vault, merge }: RunOptions = {}) {
  const keyring = createMemoryVault();
  const file = createMemoryDocument(disk, name);
  const { log, lines } = memoryLog();
  const record = createSealedRecord({
    vault: { ...keyring, ...vault },
    file,
    clock,
    log,
    ...(merge ? { merge } : {}),
  });
  return { record, disk, keyring, file, lines };
}

export async function diskWith(...texts: string[]): Promise<Disk> {
  const { record, disk } = run();
  for (const text of texts) await record.save(text);
  return disk;
}

export const stored = (disk: Disk) => disk.get(name);

export function tamper(disk: Disk, change: (document: Record<string, unknown>) => unknown): Disk {
  disk.set(name, JSON.stringify(change(JSON.parse(stored(disk) ?? "{}"))));
  return disk;
}

export const value = (text: string | null) => ({ ok: true, value: text });
export const failed = (kind: string) => ({ ok: false, error: { kind } });
