import type { Clock } from "../../../main/base/clock.ts";
import {
  type Backend,
  createSafeStorage,
  type SafeStorage,
  temporarilyUnavailable,
} from "./safe-storage.ts";

export const keyringFaults = [
  "throws",
  "hangs",
  "temporarily-unavailable",
  "undecryptable",
  "backend-changed",
  "empty-answer",
] as const;
export type KeyringFault = (typeof keyringFaults)[number];

export interface FaultyKeyring extends SafeStorage {
  /** From now on; null is a keyring that works, with the key it had at first. */
  fault: KeyringFault | null;
}

const home: Backend = "gnome_libsecret";

/** A keyring whose fault can be changed while the app runs. `newBackend` is where it goes when it changes. */
export function createFaultyKeyring(clock: Clock, newBackend: Backend): FaultyKeyring {
  const good = createSafeStorage(home);
  // The key is gone for good; what is sealed from now on is sealed with another.
  const rekeyed = createSafeStorage(home, "another key");
  const moved = createSafeStorage(newBackend);

  async function answer<Value>(
    empty: Value,
    ask: (from: SafeStorage) => Promise<Value>,
  ): Promise<Value> {
    switch (keyring.fault) {
      case null:
        return ask(good);
      case "throws":
        throw new Error("org.freedesktop.DBus.Error.NoReply");
      case "hangs":
        await clock.sleep(30_000);
        return ask(good);
      case "temporarily-unavailable":
        throw temporarilyUnavailable();
      case "undecryptable":
        return ask(rekeyed);
      case "backend-changed":
        return ask(moved);
      case "empty-answer":
        return empty;
    }
  }

  const keyring: FaultyKeyring = {
    fault: null,
    getSelectedStorageBackend: () => (keyring.fault === "backend-changed" ? newBackend : home),
    encryptStringAsync: (text) => answer(Buffer.alloc(0), (from) => from.encryptStringAsync(text)),
    decryptStringAsync: (bytes) =>
      answer({ result: "", shouldReEncrypt: false }, (from) => from.decryptStringAsync(bytes)),
  };
  return keyring;
}
