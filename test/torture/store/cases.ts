import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import * as v from "valibot";

import type { StoreRunOptions } from "./kills.ts";

const run = promisify(execFile);

const details = v.array(v.string());
const faultBooks = v.object({
  cases: v.number(),
  lost: v.number(),
  falselySaved: v.number(),
  tornAccepted: v.number(),
  straysMost: v.number(),
  details,
});
const fileBooks = v.object({
  single: faultBooks,
  outage: faultBooks,
  afterExdev: faultBooks,
  shortWrite: faultBooks,
  setAside: v.object({ cases: v.number(), gone: v.number(), movedTooEarly: v.number(), details }),
});

/**
 * Every file-system call of a save fails, in every way; `count` rounds with other accounts. `cases` and
 * the four figures after it are of one fault each, the others of what comes on top.
 */
export async function failFiles(options: StoreRunOptions) {
  const books = v.parse(fileBooks, await runCases("file-faults", options));
  report(books, options.log);
  const { single, outage, afterExdev, shortWrite, setAside } = books;
  const { details: _, ...figures } = single;
  return {
    ...figures,
    outageCases: outage.cases,
    outageLost: outage.lost,
    outageTornAccepted: outage.tornAccepted,
    outageStraysMost: outage.straysMost,
    afterExdevCases: afterExdev.cases,
    afterExdevLost: afterExdev.lost,
    shortWriteCases: shortWrite.cases,
    shortWriteLost: shortWrite.lost,
    shortWriteFalselySaved: shortWrite.falselySaved,
    setAsideCases: setAside.cases,
    setAsideGone: setAside.gone,
    setAsideTooEarly: setAside.movedTooEarly,
  };
}

const reachBooks = v.object({
  cases: v.number(),
  variants: v.number(),
  bytesChanged: v.number(),
  accountsLost: v.number(),
  accountsSetAside: v.number(),
  details,
});
const keyringBooks = v.object({ app: reachBooks, plugin: reachBooks });

/** Every fault of the keyring in every operation; `count` rounds of 24 cases with other accounts. */
export async function failKeyrings(options: StoreRunOptions) {
  const books = v.parse(keyringBooks, await runCases("keyring-faults", options));
  report(books, options.log);
  const { details: _, ...figures } = books.app;
  return {
    ...figures,
    pluginBytesChanged: books.plugin.bytesChanged,
    pluginAccountsLost: books.plugin.accountsLost,
    pluginAccountsSetAside: books.plugin.accountsSetAside,
  };
}

/** In a process of its own: the functions of node:fs are replaced there, and nowhere else. */
async function runCases(name: string, { count, seed, child }: StoreRunOptions): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), `store-${name}-`));
  try {
    const task = JSON.stringify({ run: name, count, seed, folder });
    const options = { maxBuffer: 64 * 1024 * 1024 };
    const { stdout } = await run(process.execPath, [child, task], options);
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each different case once, so that a figure can be traced to what failed. */
function report(
  books: Readonly<Record<string, { readonly details: readonly string[] }>>,
  log: (line: string) => void,
): void {
  for (const [name, { details: all }] of Object.entries(books))
    for (const detail of new Set(all)) log(`  ${name}: ${detail}`);
}
