import { createHash } from "node:crypto";

import * as v from "valibot";

import type { Vault } from "../vault.ts";

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
export type Generation = v.InferOutput<typeof generation>;

const document = v.object({
  version: v.literal(1),
  current: v.optional(v.unknown()),
  previous: v.optional(v.unknown()),
});

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

export const toGeneration = (ciphertext: string, backend: string, savedAt: number): Generation => ({
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
