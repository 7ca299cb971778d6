import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { createRandom, type Random } from "../random.ts";
import { type Life, oneLife, type SignIn, warmUp } from "./one-life.ts";

export interface StoreRunOptions {
  readonly count: number;
  readonly seed: number;
  readonly log: (line: string) => void;
  /** What `bundleChild` made. */
  readonly child: string;
}

type StoreName = "app" | "naive";

const lanes = 4;
/** As many kills of the app's store go with one of the naive store. */
const killsPerNaive = 20;
/** So many that no process lives to see them, however late its killer comes. */
const mostSignIns = 100_000;
/** Kills of one folder, before the next one starts empty. */
const livesOfFolder = 25;

const emptyBooks = () => ({
  kills: 0,
  /** Kills between "saving" and "saved". */
  inSave: 0,
  /** Accounts whose save was reported done, and that the next start did not find. */
  accountsLost: 0,
  /** Accounts found, but with older tokens than those reported as saved. */
  tokensLost: 0,
  /** Accounts with tokens that nobody saved, or not like this. */
  tornAccepted: 0,
  /** Starts that found a file they could not use. */
  tornFound: 0,
  /** Files beside the document and its set-aside copy, once a start had loaded. */
  straysMost: 0,
});
type Books = ReturnType<typeof emptyBooks>;

/**
 * SIGKILL in the middle of saving, again and again, each followed by a start on the same folder; a
 * few more hit a plain `writeFile` instead, to show what the harness can see.
 */
export async function killSaves({ count, seed, log, child }: StoreRunOptions) {
  const startedAt = performance.now();
  const folder = mkdtempSync(join(tmpdir(), "store-kills-"));
  const random = createRandom(seed);
  const books = { app: emptyBooks(), naive: emptyBooks() };
  const quota = { app: count, naive: Math.ceil(count / killsPerNaive) };
  const pace = { app: createPace(), naive: createPace() };
  let folders = 0;

  async function lane(): Promise<void> {
    for (;;) {
      const store: StoreName = quota.naive * killsPerNaive > quota.app ? "naive" : "app";
      const lives = Math.min(livesOfFolder, quota[store]);
      if (lives === 0) return;
      quota[store] -= lives;
      const data = join(folder, `${(folders += 1)}`);
      mkdirSync(data);
      await tortureFolder({ child, store, data, lives, random, pace: pace[store] }, books[store]);
      rmSync(data, { recursive: true });
      if (folders % 40 === 0) log(`  ${books.app.kills} of ${count} kills of saves`);
    }
  }

  try {
    await warmUp(child, mkdtempSync(join(folder, "warm-")));
    await Promise.all(Array.from({ length: lanes }, lane));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const { naive } = books;
  return {
    ...books.app,
    naiveKills: naive.kills,
    naiveAccountsLost: naive.accountsLost,
    naiveTokensLost: naive.tokensLost,
    naiveTornFound: naive.tornFound,
    seconds: (performance.now() - startedAt) / 1_000,
  };
}

interface FolderTorture {
  readonly child: string;
  readonly store: StoreName;
  readonly data: string;
  readonly lives: number;
  readonly random: Random;
  readonly pace: Pace;
}

async function tortureFolder(torture: FolderTorture, books: Books): Promise<void> {
  const { child, store, data, lives, random, pace } = torture;
  let promised = new Map<string, number>();
  let inFlight: SignIn | null = null;
  let from = 1;
  for (let age = 0; age <= lives; age += 1) {
    // The last start only looks.
    const killAt = age === lives ? 0 : 1 + random.below(3);
    const delayMicros = random.next() * pace.of(killAt);
    const moment = { killAt, delayMicros, signIns: mostSignIns };
    const life = await oneLife(child, { store, folder: data, from, age, ...moment });
    compare(life, promised, inFlight, books);
    books.straysMost = Math.max(books.straysMost, life.strays);
    if (killAt === 0) return;
    pace.learn(life.micros);
    books.kills += 1;
    if (life.inFlight) books.inSave += 1;
    // What this start found is where the next one starts from, so that nothing is counted twice.
    promised = new Map(life.people);
    for (const { name, generation } of life.done) promised.set(name, generation);
    ({ inFlight } = life);
    from = Math.max(from, ...life.done.map(after), inFlight ? after(inFlight) : 0);
  }
}

const after = ({ generation }: SignIn) => generation + 1;

function compare(
  { people, isTorn }: Life,
  promised: ReadonlyMap<string, number>,
  inFlight: SignIn | null,
  books: Books,
): void {
  if (isTorn) books.tornFound += 1;
  for (const [name, generation] of promised) {
    const found = people.get(name);
    if (found === undefined) books.accountsLost += 1;
    else if (found < generation) books.tokensLost += 1;
  }
  for (const [name, generation] of people) {
    const isKnown =
      generation <= (promised.get(name) ?? 0) ||
      (name === inFlight?.name && generation === inFlight.generation);
    if (generation < 1 || !isKnown) books.tornAccepted += 1;
  }
}

interface Pace {
  /** A little longer than this save of a process takes: its first ones are slow. */
  of(ordinal: number): number;
  learn(micros: readonly number[]): void;
}

function createPace(): Pace {
  const usual = [6_000, 2_000, 1_500];
  return {
    of: (ordinal) => (usual[ordinal - 1] ?? 0) * 1.2,
    learn(micros) {
      for (const [index, value] of micros.entries()) {
        const known = usual[index];
        if (known !== undefined) usual[index] = known * 0.95 + value * 0.05;
      }
    },
  };
}
