import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import * as v from "valibot";

import { createRandom, type Random } from "../random.ts";
import type { StoreRunOptions } from "./kills.ts";
import type { ListLifeOptions } from "./list-life.ts";
import { saidUntilKilled } from "./said-until-killed.ts";

const lanes = 4;
/** Kills of one folder, before the next one starts. */
const livesOfFolder = 25;

const emptyBooks = () => ({
  kills: 0,
  /** Between a press and its meeting's being safe. */
  inPress: 0,
  /** Meetings said to be safe, or taken over from an earlier version, that a later start did not list. */
  lost: 0,
  /** Entries that are not what was saved. */
  torn: 0,
  /** Meetings at Microsoft that are neither listed nor promised. */
  forgotten: 0,
  /** Listed again after they were removed. */
  returned: 0,
  /** Links copied by a start although their press was over: its meeting was safe. */
  copiedWithoutPress: 0,
  /** Links copied by a start because their press was killed; within two minutes that is promised. */
  copiedForKilledPress: 0,
  /** Saves that failed. */
  problems: 0,
});
type Books = ReturnType<typeof emptyBooks>;

/** SIGKILL around presses and the list they come into, each followed by a start on the same folder. */
export async function killList({ count, seed, log, child }: StoreRunOptions) {
  const folder = mkdtempSync(join(tmpdir(), "list-kills-"));
  const random = createRandom(seed);
  const books = emptyBooks();
  let left = count;
  let folders = 0;

  async function lane(): Promise<void> {
    while (left > 0) {
      const lives = Math.min(livesOfFolder, left);
      left -= lives;
      const data = join(folder, `${(folders += 1)}`);
      mkdirSync(data);
      const earlier = random.chance(0.5) ? random.below(300) : 0;
      await tortureFolder({ child, data, lives, earlier, random }, books);
      rmSync(data, { recursive: true });
      if (folders % 40 === 0) log(`  ${books.kills} of ${count} kills of lists`);
    }
  }

  try {
    await Promise.all(Array.from({ length: lanes }, lane));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return books;
}

interface FolderTorture {
  readonly child: string;
  readonly data: string;
  readonly lives: number;
  readonly earlier: number;
  readonly random: Random;
}

async function tortureFolder(
  { child, data, lives, earlier, random }: FolderTorture,
  books: Books,
): Promise<void> {
  const safe = new Set(Array.from({ length: earlier }, (_none, index) => `earlier-${index}`));
  const removed = new Set<string>();
  /** Being removed when the kill came: it may be there or not. */
  let doubtful: string | null = null;
  for (let age = 0; age <= lives; age += 1) {
    const isLast = age === lives;
    // While what was left is being taken over or tidied up, or in the middle of one of the first presses.
    const killAt = isLast ? 0 : random.below(5);
    const delayMicros = isLast ? 0 : random.next() * (killAt === 0 ? 30_000 : 6_000);
    const life = await oneLife(child, { folder: data, age, earlier }, { killAt, delayMicros });
    if (doubtful !== null && !life.listed.includes(doubtful)) removed.add(doubtful);
    compare(life, { safe, removed }, books);
    for (const id of [...life.listed, ...life.settled]) safe.add(id);
    for (const id of life.removed) removed.add(id);
    doubtful = oldestOf([...life.settled.toReversed(), ...life.listed], life.removed);
    if (isLast) return;
    books.kills += 1;
    if (life.isInPress) books.inPress += 1;
  }
}

function compare(
  life: Life,
  { safe, removed }: { readonly safe: ReadonlySet<string>; readonly removed: ReadonlySet<string> },
  books: Books,
): void {
  const listed = new Set(life.listed);
  books.lost += [...safe].filter((id) => !removed.has(id) && !listed.has(id)).length;
  books.torn += life.torn;
  books.forgotten += life.forgotten.length;
  books.returned += [...removed].filter((id) => listed.has(id)).length;
  for (const id of life.copiedAtStart)
    if (listed.has(id) || safe.has(id)) books.copiedWithoutPress += 1;
    else books.copiedForKilledPress += 1;
  books.problems += life.problems;
}

/** What the next removal would have been of. Newest first. */
const oldestOf = (ids: readonly string[], removed: readonly string[]): string | null =>
  ids.filter((id) => !removed.includes(id)).at(-1) ?? null;

interface Doom {
  /** Which "pressing" starts the countdown; 0 kills after it has told what it loaded. */
  readonly killAt: number;
  readonly delayMicros: number;
}

const loaded = v.object({
  listed: v.array(v.string()),
  torn: v.number(),
  forgotten: v.array(v.string()),
});

async function oneLife(child: string, life: ListLifeOptions, { killAt, delayMicros }: Doom) {
  const work = spawn(process.execPath, [child, JSON.stringify({ run: "list-life", ...life })], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_COMPILE_CACHE: `${child}.cache` },
  });
  const isTime = (said: string) =>
    said.startsWith("loaded ") || said.includes("\nloaded ")
      ? said.includes("\n", said.indexOf("loaded ")) && said.split("pressing").length - 1 >= killAt
      : false;
  return read(await saidUntilKilled(work, { isTime, delayMicros }));
}

type Life = ReturnType<typeof read>;

function read(said: string) {
  const lines = said.split("\n").slice(0, -1);
  const word = (name: string, from: readonly string[]) =>
    from.flatMap((line) => (line.startsWith(`${name} `) ? [line.slice(name.length + 1)] : []));
  const firstPress = lines.indexOf("pressing");
  const start = firstPress === -1 ? lines : lines.slice(0, firstPress);
  const told = v.parse(loaded, JSON.parse(word("loaded", lines)[0] ?? ""));
  const settled = word("settled", lines);
  const presses = lines.filter((line) => line === "pressing").length;
  return {
    ...told,
    copiedAtStart: word("copied", start),
    settled,
    removed: word("removed", lines),
    problems: word("problem", lines).length,
    isInPress: presses > settled.length,
  };
}
