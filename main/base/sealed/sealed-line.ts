import { createHash } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";

import * as v from "valibot";

/** One line of a file of sealed texts. What is plain in it are random ids and times. */
export interface KeptLine {
  readonly kind: "kept" | "later";
  readonly id: string;
  readonly place: number;
  readonly backend: string;
  /** Of all that is in it, in hexadecimal: tells it from every other line. */
  readonly sha256: string;
  /** What the keyring made of it, in base64. */
  readonly sealed: string;
  /** As it is in the file, and how long that is. */
  readonly line: string;
  readonly length: number;
}

export type ReadLine =
  | KeptLine
  | { readonly kind: "gone"; readonly id: string; readonly sha256: string }
  /** "cut": a kill came in the middle of writing it, so nobody was told that it was there. */
  | { readonly kind: "cut" | "damaged"; readonly sha256: string };

const kept = v.object({
  v: v.literal(1),
  id: v.string(),
  place: v.number(),
  /** Epoch milliseconds. */
  at: v.number(),
  backend: v.string(),
  sha256: v.string(),
  sealed: v.string(),
});
const gone = v.object({
  v: v.literal(1),
  id: v.string(),
  at: v.number(),
  sha256: v.string(),
  gone: v.literal(true),
});
const later = v.object({ v: v.pipe(v.number(), v.minValue(2)) });

type Kept = Pick<v.InferOutput<typeof kept>, "id" | "place" | "at" | "backend" | "sealed">;

export function writeKept({ id, place, at, backend, sealed }: Kept): KeptLine {
  const sha256 = digest([id, place, at, backend, sealed]);
  const line = JSON.stringify({ v: 1, id, place, at, backend, sha256, sealed });
  return { kind: "kept", id, place, backend, sha256, sealed, line, length: line.length };
}

export const writeGone = (id: string, at: number): string =>
  JSON.stringify({ v: 1, id, at, sha256: digest([id, at]), gone: true });

export function readLine(line: string): ReadLine {
  const nothing = { sha256: "" };
  if (!line.endsWith("}")) return { kind: "cut", ...nothing };
  const value = parse(line);
  const one = v.safeParse(kept, value);
  if (one.success) {
    const { id, place, at, backend, sealed, sha256 } = one.output;
    if (digest([id, place, at, backend, sealed]) !== sha256) return { kind: "damaged", ...nothing };
    return { kind: "kept", id, place, backend, sha256, sealed, line, length: line.length };
  }
  const none = v.safeParse(gone, value);
  if (none.success) {
    const { id, at, sha256 } = none.output;
    return digest([id, at]) === sha256
      ? { kind: "gone", id, sha256 }
      : { kind: "damaged", ...nothing };
  }
  if (!v.is(later, value)) return { kind: "damaged", ...nothing };
  const unknown = { id: "", place: 0, backend: "", sealed: "", sha256: digest([line]) };
  return { kind: "later", ...unknown, line, length: line.length };
}

/** An invitation is markup, of which a fourth is left. */
export const pack = (text: string): string => deflateRawSync(text).toString("base64");

/** More than any text that was packed: what is damaged must not fill the memory. */
const mostBytes = 4 * 1024 * 1024;

/** Null for what nobody packed. */
export function unpack(packed: string): string | null {
  try {
    const text = inflateRawSync(Buffer.from(packed, "base64"), { maxOutputLength: mostBytes });
    return text.toString();
  } catch {
    return null;
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const digest = (parts: readonly unknown[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex");
