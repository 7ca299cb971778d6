import { createHash } from "node:crypto";

import * as v from "valibot";

import type { Clock } from "./clock.ts";
import { fail, ok, type Result } from "./contract/errors.ts";
import type { Log } from "./log.ts";
import { createQueue } from "./queue.ts";
import type { DocumentFile, SealedRecord, Vault } from "./vault.ts";

export interface SealedRecordDependencies {
  readonly vault: Vault;
  readonly file: DocumentFile;
  readonly clock: Clock;
  readonly log: Log;
}

/** One sealed text with what tells a torn or foreign one from a good one before the keyring is asked. */
const generation = v.object({
  /** Epoch milliseconds. */
  savedAt: v.number(),
  backend: v.string(),
  /** Of the ciphertext in base64. */
  length: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4 * 1024 * 1024)),
  sha256: v.string(),
  ciphertext: v.string(),
});
type Generation = v.InferOutput<typeof generation>;

const document = v.object({
  version: v.literal(1),
  current: v.optional(v.unknown()),
  previous: v.optional(v.unknown()),
});

const maxTextBytes = 1024 * 1024;

type Reading =
  | { readonly kind: "text"; readonly text: string; readonly shouldReseal: boolean }
  | { readonly kind: "none" | "unavailable" | "unreadable" };

/**
 * A text sealed on disk with its previous generation, or in memory where it would not be protected.
 * What cannot be opened stays as it is until a new text is safely there; then it is set aside.
 */
export function createSealedRecord(dependencies: SealedRecordDependencies): SealedRecord {
  const { vault, file, clock, log } = dependencies;
  const inOrder = createQueue();
  // Once read or written, the text is known: a keyring that is locked later costs nothing.
  let known: { readonly text: string | null } | null = null;
  let isUnreadable = false;
  let isLocked = false;
  let last: Generation | null = null;

  async function read(): Promise<Reading> {
    const stored = file.read();
    if (stored === undefined) return { kind: "none" };
    const parsed = v.safeParse(document, stored);
    if (!parsed.success) return { kind: "unreadable" };
    for (const candidate of [parsed.output.current, parsed.output.previous]) {
      const checked = checkGeneration(candidate);
      if (!checked) continue;
      const opening = await vault.open(checked.ciphertext);
      if (opening.kind === "unavailable") return { kind: "unavailable" };
      if (opening.kind === "unreadable") continue;
      last = checked;
      // An empty ciphertext opens to an empty text without an error.
      if (opening.text !== "") return { ...opening, kind: "text" };
    }
    return { kind: "unreadable" };
  }

  async function load(): Promise<Result<string | null>> {
    if (known) return ok(known.text);
    const reading = await read();
    switch (reading.kind) {
      case "none":
        known = { text: null };
        return ok(null);
      case "unavailable":
        isLocked = true;
        return fail({ kind: "keyring-locked" });
      case "unreadable":
        isUnreadable = true;
        log.warn("sealed-record-unreadable");
        return fail({ kind: "sign-in-unreadable" });
      case "text":
        isLocked = false;
        known = { text: reading.text };
        if (reading.shouldReseal) await save(reading.text);
        return ok(reading.text);
    }
  }

  async function save(text: string): Promise<Result<"sealed" | "memory-only">> {
    known = { text };
    if (Buffer.byteLength(text) > maxTextBytes)
      return fail({ kind: "unexpected", reference: "record-too-large", trace: null });
    if ((await vault.protection()) === "memory-only") return ok("memory-only");
    const sealed = await vault.seal(text);
    if (!sealed.ok) return sealed;
    const current = toGeneration(sealed.value, vault.backend(), clock.now());
    if (isUnreadable) file.setAside();
    const written = file.write({ version: 1, current, previous: last });
    if (!written.ok) return written;
    isUnreadable = false;
    isLocked = false;
    last = current;
    return ok("sealed");
  }

  return {
    load: () => inOrder(load),
    save: (text) => inOrder(() => save(text)),
    hold(text) {
      known = { text };
    },
    clear: () =>
      inOrder(async () => {
        known = { text: null };
        last = null;
        return isLocked || isUnreadable ? ok(undefined) : file.remove();
      }),
  };
}

const toGeneration = (ciphertext: string, backend: string, savedAt: number): Generation => ({
  savedAt,
  backend,
  length: ciphertext.length,
  sha256: digest(ciphertext),
  ciphertext,
});

function checkGeneration(candidate: unknown): Generation | null {
  const parsed = v.safeParse(generation, candidate);
  if (!parsed.success) return null;
  const { ciphertext, length, sha256 } = parsed.output;
  return ciphertext.length === length && digest(ciphertext) === sha256 ? parsed.output : null;
}

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");
