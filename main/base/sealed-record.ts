import { createHash } from "node:crypto";

import * as v from "valibot";

import type { Clock } from "./clock.ts";
import { type AppError, fail, ok, type Result } from "../contract/errors.ts";
import type { Log } from "./log.ts";
import { createQueue } from "./queue.ts";
import type { DocumentFile, SealedRecord, Vault, VaultProtection } from "./vault.ts";

export interface SealedRecordDependencies {
  readonly vault: Vault;
  readonly file: DocumentFile;
  readonly clock: Clock;
  readonly log: Log;
  /** One text of what earlier runs saved and what this run holds; without it this run's alone counts. */
  readonly merge?: (saved: string, held: string) => string;
  /** As of WriteOptions. */
  readonly mayBeLost?: boolean;
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

/** A longer text is not sealed. */
export const maxTextBytes = 2 * 1024 * 1024;

type Loaded = OpenedText | { readonly kind: "none" | "disk-failed" };

const closedKinds = {
  unavailable: "keyring-locked",
  "disk-failed": "disk-failed",
  unreadable: "sign-in-unreadable",
} as const;

/** So long a keyring that did not open is left alone, while there is something to work with. */
const pauseMilliseconds = 30_000;

/**
 * A text sealed on disk with its previous generation, or in memory where it would not be protected.
 * Nothing is written before what is on disk was taken in. What cannot be opened stays as it is until
 * a new text is safely sealed; then it is set aside.
 */
export function createSealedRecord(dependencies: SealedRecordDependencies): SealedRecord {
  const { vault, file, clock, log, merge = (_saved, held) => held } = dependencies;
  const { mayBeLost = false } = dependencies;
  const inOrder = createQueue();
  /** All there is to know once the disk was taken in; before that, what this run brought. */
  let held: string | null = null;
  let isTakenIn = false;
  let closed: { readonly error: AppError; readonly at: number } | null = null;
  let last: Generation | null = null;

  async function read(): Promise<Loaded> {
    const stored = file.read();
    // A disk that cannot be read is not an empty one.
    if (!stored.ok) return { kind: "disk-failed" };
    if (stored.value === undefined) return { kind: "none" };
    const opened = await openSaved(vault, stored.value);
    if (opened.kind === "text") last = opened.generation;
    return opened;
  }

  /** Puts what is on disk under what this run holds. */
  async function takeIn(): Promise<Result<{ shouldSave: boolean }>> {
    const reading = await read();
    switch (reading.kind) {
      case "unavailable":
      case "disk-failed":
      case "unreadable": {
        const kind = closedKinds[reading.kind];
        if (closed?.error.kind !== kind) log.warn("sealed-record-closed", { kind });
        closed = { error: { kind }, at: clock.now() };
        return fail(closed.error);
      }
      case "none":
      case "text": {
        const saved = reading.kind === "text" ? reading.text : null;
        const shouldSave = held !== null || (reading.kind === "text" && reading.shouldReseal);
        held = saved !== null && held !== null ? merge(saved, held) : (held ?? saved);
        isTakenIn = true;
        closed = null;
        return ok({ shouldSave });
      }
    }
  }

  async function load(): Promise<Result<string | null>> {
    if (isTakenIn) return ok(held);
    if (held !== null && closed && Math.abs(clock.now() - closed.at) < pauseMilliseconds)
      return fail(closed.error);
    const taken = await takeIn();
    if (!taken.ok) return taken;
    if (taken.value.shouldSave && held !== null) await write(held);
    return ok(held);
  }

  async function save(text: string): Promise<Result<VaultProtection>> {
    if (Buffer.byteLength(text) > maxTextBytes)
      return fail({ kind: "unexpected", reference: "record-too-large", trace: null });
    held = text;
    if (isTakenIn) return write(text);
    if ((await vault.protection()) === "memory-only") return ok("memory-only");
    const taken = await takeIn();
    return taken.ok || taken.error.kind === "sign-in-unreadable" ? write(held) : taken;
  }

  async function write(text: string): Promise<Result<VaultProtection>> {
    const protection = await vault.protection();
    if (protection === "memory-only") return ok(protection);
    const sealed = await vault.seal(text);
    if (!sealed.ok) return sealed;
    const current = toGeneration(sealed.value, vault.backend(), clock.now());
    const options = { setAside: !isTakenIn, mayBeLost };
    const written = file.write({ version: 1, current, previous: last }, options);
    if (!written.ok) return written;
    isTakenIn = true;
    closed = null;
    last = current;
    return ok(protection);
  }

  return {
    load: () => inOrder(load),
    held: () => held,
    save: (text) => inOrder(() => save(text)),
    protectAgain: () =>
      inOrder(async () => {
        if (!isTakenIn || held === null) return ok(undefined);
        if ((await vault.protection()) !== "memory-only") {
          const written = await write(held);
          return written.ok ? ok(undefined) : written;
        }
        // Only what this very backend wrote: another one protects its own.
        if (last === null || last.backend !== vault.backend()) return ok(undefined);
        last = null;
        return file.remove();
      }),
    forgetPrevious: () =>
      inOrder(async () =>
        isTakenIn && last !== null
          ? file.write({ version: 1, current: last, previous: null })
          : ok(undefined),
      ),
    clear: () =>
      inOrder(async () => {
        held = null;
        if (!isTakenIn) return ok(undefined);
        last = null;
        return file.remove();
      }),
  };
}

export type OpenedText =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly shouldReseal: boolean;
      readonly generation: Generation;
    }
  | { readonly kind: "unavailable" | "unreadable" };

/** The newest text of what such a record left on disk that can be opened. */
export async function openSaved(vault: Vault, stored: unknown): Promise<OpenedText> {
  for (const one of generationsOf(stored)) {
    const opening = await vault.open(one.ciphertext);
    if (opening.kind === "unavailable") return opening;
    // An empty ciphertext opens to an empty text without an error.
    if (opening.kind === "opened" && opening.text !== "")
      return { ...opening, kind: "text", generation: one };
  }
  return { kind: "unreadable" };
}

/** What is plain of it: who sealed it last, and what tells it from every other one. Null where there is none. */
export function savedAs(stored: unknown): Pick<Generation, "sha256" | "backend"> | null {
  return generationsOf(stored)[0] ?? null;
}

/** Newest first, without those that are torn. */
function generationsOf(stored: unknown): readonly Generation[] {
  const parsed = v.safeParse(document, stored);
  const candidates = parsed.success ? [parsed.output.current, parsed.output.previous] : [];
  return candidates.flatMap((candidate) => checkGeneration(candidate) ?? []);
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
