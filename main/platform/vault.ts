import type { SafeStorage } from "electron";

import type { Clock } from "../base/clock.ts";
import { fail, ok } from "../contract/errors.ts";
import type { Log } from "../base/log.ts";
import type { Vault } from "../base/vault.ts";

export interface VaultDependencies {
  readonly safeStorage: Pick<
    SafeStorage,
    "encryptStringAsync" | "decryptStringAsync" | "getSelectedStorageBackend"
  >;
  readonly platform: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** A keyring that asks the person for a password may take long; one that hangs must not hang the app. */
const patienceMilliseconds = 10_000;
const late = Symbol("late");

/**
 * Electron's async safeStorage. On Linux "available" does not mean "protected": without a keyring the
 * key is a constant.
 * @see https://www.electronjs.org/docs/latest/api/safe-storage
 */
export function createVault({ safeStorage, platform, clock, log }: VaultDependencies): Vault {
  const backend = () => (platform === "linux" ? safeStorage.getSelectedStorageBackend() : platform);

  async function patiently<Value>(work: Promise<Value>): Promise<Value | typeof late> {
    const done = new AbortController();
    const waiting = clock.sleep(patienceMilliseconds, done.signal).then((): typeof late => late);
    try {
      return await Promise.race([work, waiting]);
    } finally {
      done.abort();
    }
  }

  return {
    backend,
    protection: async () => (["basic_text", "unknown"].includes(backend()) ? "weak" : "sealed"),
    async seal(text) {
      try {
        const sealed = await patiently(safeStorage.encryptStringAsync(text));
        if (sealed !== late && sealed.length > 0) return ok(sealed.toString("base64"));
        log.warn("keyring-did-not-seal", { late: sealed === late });
      } catch (error) {
        log.warn("keyring-refused", { temporary: isTemporary(error) });
      }
      return fail({ kind: "keyring-locked" });
    },
    async open(ciphertext) {
      try {
        const bytes = Buffer.from(ciphertext, "base64");
        if (bytes.length === 0) return { kind: "unreadable" };
        const opened = await patiently(safeStorage.decryptStringAsync(bytes));
        if (opened === late) return { kind: "unavailable" };
        return { kind: "opened", text: opened.result, shouldReseal: opened.shouldReEncrypt };
      } catch (error) {
        return { kind: isTemporary(error) ? "unavailable" : "unreadable" };
      }
    },
  };
}

/** There is no error code, only this phrase: electron_api_safe_storage.cc, Electron 45. */
const isTemporary = (error: unknown): boolean =>
  error instanceof Error && /temporarily unavailable/iu.test(error.message);
