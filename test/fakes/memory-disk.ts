import type {
  DocumentFile,
  LineFile,
  SealedRecord,
  Vault,
  VaultProtection,
} from "../../main/base/vault.ts";
import { fail, ok } from "../../main/contract/errors.ts";
import { createMemoryLines } from "./memory-platform.ts";
import { openHistory, type OpenHistoryOptions } from "./open-history.ts";

export function memoryFile(disk: Record<string, unknown>, name: string): DocumentFile {
  return {
    read: () => ok(disk[name]),
    write(value, options) {
      if (options?.setAside) disk[`${name}.aside`] = disk[name];
      disk[name] = structuredClone(value);
      return ok(undefined);
    },
    remove() {
      delete disk[name];
      return ok(undefined);
    },
  };
}

/** As one of the documents: one text. */
export function memoryLines(disk: Record<string, unknown>, name: string): LineFile {
  const texts = {
    get: (key: string) => (typeof disk[key] === "string" ? disk[key] : undefined),
    set: (key: string, text: string) => void (disk[key] = text),
    delete: (key: string) => delete disk[key],
  };
  return createMemoryLines(texts, name);
}

export const openHistoryIn = (
  disk: Record<string, unknown>,
  vault: Vault,
  others: Pick<OpenHistoryOptions, "clock" | "known" | "onProblem">,
) =>
  openHistory({
    lines: memoryLines(disk, "history-lines"),
    earlier: memoryFile(disk, "history"),
    vault,
    ...others,
  });

/** Not encryption: enough to see whether text was sealed at all. */
export function scrambling(protection: VaultProtection, beforeSeal?: () => Promise<void>): Vault {
  return {
    protection: async () => protection,
    backend: () => "test",
    async seal(text) {
      if (beforeSeal) await beforeSeal();
      return ok(Buffer.from(text).toString("base64"));
    },
    open: async (ciphertext) => ({
      kind: "opened",
      text: Buffer.from(ciphertext, "base64").toString(),
      shouldReseal: false,
    }),
  };
}

export function sealedIn(disk: Record<string, unknown>, name: string, vault: Vault): SealedRecord {
  return {
    async load() {
      const kept = disk[name];
      if (typeof kept !== "string") return ok(null);
      const opening = await vault.open(kept);
      return opening.kind === "opened" ? ok(opening.text) : fail({ kind: "keyring-locked" });
    },
    async save(text) {
      const sealed = await vault.seal(text);
      if (!sealed.ok) return sealed;
      disk[name] = sealed.value;
      return ok("sealed");
    },
    held: () => null,
    protectAgain: async () => ok(undefined),
    forgetPrevious: async () => ok(undefined),
    async clear() {
      delete disk[name];
      return ok(undefined);
    },
  };
}
