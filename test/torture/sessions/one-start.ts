import { type Accounts, createAccounts } from "../../../main/auth/accounts.ts";
import type { Log } from "../../../main/base/log.ts";
import type { Network } from "../../../main/base/network.ts";
import { createVault } from "../../../main/platform/vault.ts";
import { createSealedRecord } from "../../../main/base/sealed-record.ts";
import type { SealedRecord } from "../../../main/base/vault.ts";
import { createMemoryDocument, type Disk } from "../../fakes/memory-platform.ts";
import { organisation } from "../an-organisation.ts";
import type { SimulatedTime } from "./simulated-time.ts";

/** What outlives a start of the app. */
export interface Computer {
  readonly time: SimulatedTime;
  readonly disk: Disk;
  readonly network: Network;
  /** Milliseconds that the keyring takes. */
  readonly keyringDelay: () => number;
  readonly isKeyringLocked: () => boolean;
}

export const organisationId = "own";

// Thousands of lines that nobody reads would look like a leak.
export const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

export function openRecord({ time, disk, keyringDelay, isKeyringLocked }: Computer): SealedRecord {
  async function ask(): Promise<void> {
    await time.sleep(keyringDelay());
    if (isKeyringLocked()) throw new Error("safeStorage is temporarily unavailable.");
  }
  const safeStorage = {
    getSelectedStorageBackend: () => "gnome_libsecret" as const,
    async encryptStringAsync(text: string) {
      await ask();
      return Buffer.from(text);
    },
    async decryptStringAsync(bytes: Buffer) {
      await ask();
      return { result: bytes.toString(), shouldReEncrypt: false };
    },
  };
  const vault = createVault({ safeStorage, platform: "linux", clock: time, log: silent });
  const file = createMemoryDocument(disk, "tokens");
  return createSealedRecord({ vault, file, clock: time, log: silent });
}

/** The accounts as one start of the app has them, all of it real but the network, the keyring and the disk. */
export function startAccounts(computer: Computer): Accounts {
  const { time, network } = computer;
  const page = { title: "", body: "" };
  return createAccounts({
    organisationId,
    organisation,
    record: openRecord(computer),
    network,
    clock: time,
    random: () => 0.5,
    newReference: () => "reference",
    texts: () => ({
      language: "en",
      pages: { received: page, declined: page, nothing: page, gone: page, refused: page },
    }),
    onSaved: () => undefined,
    onSaveFailed: () => undefined,
  });
}
