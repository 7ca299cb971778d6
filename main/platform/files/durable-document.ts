import { createHash } from "node:crypto";
import { readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";

import type { Log } from "../../base/log.ts";
import type { DocumentFile } from "../../base/vault.ts";
import { fail, ok, type Result } from "../../contract/errors.ts";
import { asideOf, bytesOf, codeOf, copyAside, removeQuietly, replaceWhole } from "./whole-file.ts";

export interface DurableDocumentDependencies {
  readonly path: string;
  readonly log: Log;
}

/**
 * A document that must not be lost: on the disk as a whole before a write is answered, and read once, for nobody else
 * writes it. A file that is something else is moved aside, never wiped; one that the system does not let us read is
 * left alone.
 */
export function createDurableDocument({ path, log }: DurableDocumentDependencies): DocumentFile {
  const name = basename(path, ".json");
  /** What the file holds; undefined is what no file holds. Null while it could not be read. */
  let known: { readonly value: unknown } | null = null;
  sweep(path);

  function attempt<Value>(event: string, act: () => Value): Result<Value> {
    try {
      return ok(act());
    } catch (error) {
      log.error(event, { name, code: codeOf(error) });
      return fail({ kind: "disk-failed" });
    }
  }

  function read(): Result<unknown> {
    if (known) return ok(known.value);
    const bytes = attempt("document-not-read", () => bytesOf(path));
    if (!bytes.ok) return bytes;
    const parsed = bytes.value ? parseDocument(bytes.value.toString()) : { value: undefined };
    if (!parsed) {
      log.warn("document-unreadable", { name, code: "SyntaxError" });
      const moved = attempt("document-not-set-aside", () => renameSync(path, asideOf(path)));
      if (!moved.ok) return moved;
    }
    known = parsed ?? { value: undefined };
    return ok(known.value);
  }

  return {
    read,
    write(value, { setAside = false, ...how } = {}) {
      // What could not be read may be worth more than what is to replace it.
      const before = read();
      if (!before.ok) return before;
      return attempt("document-not-written", () => {
        if (setAside) copyAside(path);
        replaceWhole(path, textOf(value), how);
        known = { value };
        return undefined;
      });
    },
    remove: () =>
      attempt("document-not-removed", () => {
        rmSync(path, { force: true });
        known = { value: undefined };
        return undefined;
      }),
  };
}

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

function textOf(value: unknown): string {
  const text = JSON.stringify(value);
  return `{"document":${text},"sha256":"${digest(text)}"}`;
}

/** As this version writes it. Earlier ones lay it out otherwise, and copy a digest that is of something else. */
const ours = /^\{"document":(?<text>.*),"sha256":"(?<sha256>[\da-f]{64})"\}$/su;

/** Null for what is no document, or not the whole of one. */
function parseDocument(text: string): { readonly value: unknown } | null {
  const { text: own, sha256 } = ours.exec(text)?.groups ?? {};
  if (own !== undefined && digest(own) !== sha256) return null;
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/u, ""));
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? { value: Reflect.get(value, "document") } : null;
  } catch {
    return null;
  }
}

/** What a kill in the middle of a write left, of earlier versions too. */
function sweep(path: string): void {
  const isLeft = (file: string) =>
    file.startsWith(`${basename(path)}.tmp-`) || file === basename(`${asideOf(path)}.new`);
  try {
    for (const file of readdirSync(dirname(path)))
      if (isLeft(file)) removeQuietly(join(dirname(path), file));
  } catch {
    // They cost a little room, no more; the next start tries again.
  }
}
