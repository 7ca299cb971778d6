import type { Result } from "../contract/errors.ts";

/** Encrypts text with a key the operating system keeps. Implemented by platform/vault.ts over Electron's async safeStorage. */
export interface Vault {
  protection(): Promise<VaultProtection>;
  /** Name of the backend in use, kept beside the ciphertext so that a change can be noticed. */
  backend(): string;
  /** Base64 ciphertext. Errors: keyring-locked, unexpected. */
  seal(text: string): Promise<Result<string>>;
  open(ciphertext: string): Promise<VaultOpening>;
}

/** "weak" where ciphertext is not protected (Linux without a keyring); "memory-only" where it is not to be written. */
export type VaultProtection = "sealed" | "weak" | "memory-only";

/** Without a keyring nothing is written, unless the person chose that. */
export const withConsent = (vault: Vault, allowsWeak: () => boolean): Vault => ({
  ...vault,
  async protection() {
    const protection = await vault.protection();
    return protection === "weak" && !allowsWeak() ? "memory-only" : protection;
  },
});

export type VaultOpening =
  | { readonly kind: "opened"; readonly text: string; readonly shouldReseal: boolean }
  /** The keyring cannot be asked now; the ciphertext may still be good. */
  | { readonly kind: "unavailable" }
  | { readonly kind: "unreadable" };

export interface WriteOptions {
  /** Keeps the bytes of before in a copy: what the new value replaces could not be read. One copy is kept. */
  readonly setAside?: boolean;
  /** Where the power goes, the value of before may be there again: nothing is lost by that. */
  readonly mayComeBack?: boolean;
  /** Where the power goes, all of it may be gone: it only saves asking once more. */
  readonly mayBeLost?: boolean;
}

/** One JSON document on disk, replaced as a whole and atomically. Implemented by platform/files, the settings over electron-store. */
export interface DocumentFile {
  /** Undefined when there is no file. A file that is not JSON is set aside first. Errors: disk-failed. */
  read(): Result<unknown>;
  /** On an error the old value stays, also where half of the new one was written. Errors: disk-failed. */
  write(value: unknown, options?: WriteOptions): Result<undefined>;
  remove(): Result<undefined>;
}

/** Lines of text on disk, each there as a whole or not at all. Implemented by platform/files/line-file.ts. */
export interface LineFile {
  /** In the order they were written; a last one that a kill cut off may be among them. Errors: disk-failed. */
  read(): Promise<Result<readonly string[]>>;
  /** Behind the others. Errors: disk-failed; they are then not there. */
  append(lines: readonly string[], options: AppendOptions): Promise<Result<undefined>>;
  /** In the place of all that is there. Errors: disk-failed; what was there stays. */
  replace(lines: readonly string[], options?: WriteOptions): Promise<Result<undefined>>;
  remove(): Result<undefined>;
  /** From now on nothing is written, also of what is on its way. */
  close(): void;
}

export interface AppendOptions {
  /** What they outlive for sure, once it is answered. */
  readonly survives: "kill" | "power-cut";
}

/** Text that is kept sealed on disk, or in memory where it could not be protected. */
export interface SealedRecord {
  /** Null when nothing was saved. Errors: keyring-locked, disk-failed, sign-in-unreadable: what is on disk stays there. */
  load(): Promise<Result<string | null>>;
  /** Answers where the text went. Errors: keyring-locked, disk-failed, unexpected. On error the text stays in memory. */
  save(text: string): Promise<Result<VaultProtection>>;
  /** The same text once more, after what may be written has changed. What may no longer be on disk leaves it. */
  protectAgain(): Promise<Result<undefined>>;
  /** What this run can work with, also while the disk cannot be read. */
  held(): string | null;
  /** What was saved last but one leaves the disk: it may hold what was signed out. */
  forgetPrevious(): Promise<Result<undefined>>;
  /** Removes what could be read. What could not stays where it is. */
  clear(): Promise<Result<undefined>>;
}
