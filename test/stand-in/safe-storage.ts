import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import type Electron from "electron";

import { app } from "./app.ts";
import { faults } from "./faults.ts";

/** Real encryption with a key in a file of its own, which stands for the operating system's keyring. */
function key(): Buffer {
  const file = join(app.getPath("userData"), "standin-key");
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, randomBytes(32), { mode: 0o600 });
  }
  return readFileSync(file);
}

const prefix = "v11";

async function suffer(): Promise<void> {
  if (!app.isReady()) throw new Error("safeStorage cannot be used before app is ready");
  if (faults.keyring === "hangs") await new Promise(() => undefined);
  if (faults.keyring === "throws") throw new Error("Error while encrypting the text provided.");
  if (faults.keyring === "locked")
    throw new Error("Encryption is temporarily unavailable. Please try again.");
}

type Used =
  | "isAsyncEncryptionAvailable"
  | "encryptStringAsync"
  | "decryptStringAsync"
  | "getSelectedStorageBackend";

export const safeStorage: Pick<Electron.SafeStorage, Used> = {
  isAsyncEncryptionAvailable: async () => app.isReady(),
  getSelectedStorageBackend: () => (app.isReady() ? faults.keyringBackend : "unknown"),
  async encryptStringAsync(text) {
    await suffer();
    const iv = randomBytes(12);
    const cipher = createCipheriv("aes-256-gcm", key(), iv);
    const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    return Buffer.concat([Buffer.from(prefix), iv, cipher.getAuthTag(), sealed]);
  },
  async decryptStringAsync(sealed) {
    if (!Buffer.isBuffer(sealed)) throw new TypeError("Expected the first argument to be a buffer");
    await suffer();
    if (sealed.length === 0) return { result: "", shouldReEncrypt: false };
    try {
      if (faults.keyring === "lost") throw new Error("lost");
      const decipher = createDecipheriv("aes-256-gcm", key(), sealed.subarray(3, 15));
      decipher.setAuthTag(sealed.subarray(15, 31));
      const result =
        decipher.update(sealed.subarray(31), undefined, "utf8") + decipher.final("utf8");
      return { result, shouldReEncrypt: false };
    } catch {
      throw new Error("Error while decrypting the ciphertext provided to safeStorage.");
    }
  },
};
