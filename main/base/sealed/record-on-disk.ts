import type { Clock } from "../clock.ts";
import { ok, type Result } from "../../contract/errors.ts";
import type { DocumentFile, Vault, VaultProtection, WriteOptions } from "../vault.ts";
import { type Generation, type OpenedText, openSaved, toGeneration } from "./generations.ts";

/** The last text and the one before it, sealed in one file. Whoever uses it waits for each step before the next. */
export interface RecordOnDisk {
  read(): Promise<OpenedText | { readonly kind: "none" | "disk-failed" }>;
  /** Answers where the text went. Errors: keyring-locked, disk-failed, unexpected; what is on disk then stays. */
  write(text: string, options: AsideOption): Promise<Result<VaultProtection>>;
  /** What was read or written last stays alone. Errors: disk-failed. */
  forgetPrevious(): Result<undefined>;
  /** Whether the keyring in use now sealed what was read or written last: another one protects its own. */
  isOwn(): boolean;
  /** Errors: disk-failed. */
  remove(): Result<undefined>;
}

type AsideOption = Required<Pick<WriteOptions, "setAside">>;

export function createRecordOnDisk(
  vault: Vault,
  file: DocumentFile,
  clock: Clock,
  { mayBeLost }: Required<Pick<WriteOptions, "mayBeLost">>,
): RecordOnDisk {
  let last: Generation | null = null;
  return {
    async read() {
      const stored = file.read();
      // A disk that cannot be read is not an empty one.
      if (!stored.ok) return { kind: "disk-failed" };
      if (stored.value === undefined) return { kind: "none" };
      const opened = await openSaved(vault, stored.value);
      if (opened.kind === "text") last = opened.generation;
      return opened;
    },
    async write(text, { setAside }) {
      const protection = await vault.protection();
      if (protection === "memory-only") return ok(protection);
      const sealed = await vault.seal(text);
      if (!sealed.ok) return sealed;
      const current = toGeneration(sealed.value, vault.backend(), clock.now());
      const document = { version: 1, current, previous: last };
      const written = file.write(document, { setAside, mayBeLost });
      if (!written.ok) return written;
      last = current;
      return ok(protection);
    },
    forgetPrevious: () =>
      last === null ? ok(undefined) : file.write({ version: 1, current: last, previous: null }),
    isOwn: () => last !== null && last.backend === vault.backend(),
    remove() {
      last = null;
      return file.remove();
    },
  };
}
