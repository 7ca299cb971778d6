import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

import type { VaultDependencies } from "../../../main/platform/vault.ts";

export type SafeStorage = VaultDependencies["safeStorage"];
export type Backend = ReturnType<SafeStorage["getSelectedStorageBackend"]>;

/** Electron's words, which are all there is to tell the two apart. */
export const undecryptable = () =>
  new Error("Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.");
export const temporarilyUnavailable = () =>
  new Error("safeStorage is temporarily unavailable. Please try again.");

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A keyring that really encrypts (AES-256-GCM) and, as Electron's, answers in a later turn. */
export function createSafeStorage(
  backend: Backend = "gnome_libsecret",
  password: string = backend,
): SafeStorage {
  const key = createHash("sha256").update(password).digest();
  return {
    getSelectedStorageBackend: () => backend,
    async encryptStringAsync(text) {
      await turn();
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", key, nonce);
      const body = [cipher.update(text, "utf8"), cipher.final()];
      return Buffer.concat([nonce, cipher.getAuthTag(), ...body]);
    },
    async decryptStringAsync(bytes) {
      await turn();
      try {
        const opener = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
        opener.setAuthTag(bytes.subarray(12, 28));
        const body = Buffer.concat([opener.update(bytes.subarray(28)), opener.final()]);
        return { result: body.toString(), shouldReEncrypt: false };
      } catch {
        throw undecryptable();
      }
    },
  };
}
