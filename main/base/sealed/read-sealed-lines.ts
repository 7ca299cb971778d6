import { setImmediate as turn } from "node:timers/promises";

import { type KeptLine, type ReadLine, readLine, unpack } from "./sealed-line.ts";
import type { Vault } from "../vault.ts";

export interface FoundText {
  readonly id: string;
  readonly place: number;
  readonly text: string;
  /** The keyring wants it sealed anew. */
  readonly shouldReseal: boolean;
}

/** As many at once as are read in one step, and opened at the same time. */
const atOnce = 32;

/** Others have their turn in between. */
export async function readAll(lines: readonly string[]): Promise<readonly ReadLine[]> {
  const read: ReadLine[] = [];
  for (const [index, line] of lines.entries()) {
    read.push(readLine(line));
    if (index % atOnce === atOnce - 1) await turn();
  }
  return read;
}

/** What is there of each id, newest first; what was removed is not. */
export function sortLines(lines: readonly ReadLine[]) {
  const byId = new Map<string, readonly KeptLine[]>();
  const later: KeptLine[] = [];
  let bytes = 0;
  for (const line of lines) {
    bytes += "length" in line ? line.length + 1 : 0;
    if (line.kind === "kept") byId.set(line.id, [line, ...(byId.get(line.id) ?? [])]);
    else if (line.kind === "gone") byId.delete(line.id);
    else if (line.kind === "later") later.push(line);
  }
  const isDamaged = lines.some(({ kind }) => kind === "damaged");
  const hasGone = lines.some(({ kind }) => kind === "gone");
  return { byId, later, isDamaged, hasGone, bytes };
}

interface Opened {
  readonly found: readonly { readonly line: KeptLine; readonly text: FoundText }[];
  /** They cannot be opened, and are the newest of their ids. */
  readonly closed: readonly KeptLine[];
}

/** The newest of each id that can be opened: what it said before counts where the last cannot. */
export async function openNewest(
  vault: Vault,
  byId: ReadonlyMap<string, readonly KeptLine[]>,
): Promise<Opened | "unavailable"> {
  const found: Opened["found"][number][] = [];
  const closed: KeptLine[] = [];
  const ids = [...byId.values()];
  // The first alone: the keyring may have the person type a password.
  for (let from = 0; from < ids.length; from += from === 0 ? 1 : atOnce) {
    const some = ids.slice(from, from === 0 ? 1 : from + atOnce);
    for (const one of await Promise.all(some.map((lines) => openOne(vault, lines)))) {
      if (one === "unavailable") return one;
      if (one.found) found.push(one.found);
      closed.push(...one.closed);
    }
  }
  return { found, closed };
}

async function openOne(vault: Vault, lines: readonly KeptLine[]) {
  const closed: KeptLine[] = [];
  for (const line of lines) {
    const opening = await vault.open(line.sealed);
    if (opening.kind === "unavailable") return opening.kind;
    const text = opening.kind === "opened" ? unpack(opening.text) : null;
    if (text !== null && opening.kind === "opened") {
      const { id, place } = line;
      const { shouldReseal } = opening;
      return { found: { line, text: { id, place, text, shouldReseal } }, closed };
    }
    closed.push(line);
  }
  return { found: null, closed };
}
