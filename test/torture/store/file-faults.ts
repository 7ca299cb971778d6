import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";

import { createRandom, type Random } from "../random.ts";
import { straysIn, textOf } from "./files.ts";
import { codes, type Fault, withFaults } from "./faulty-fs.ts";
import { createSafeStorage, type SafeStorage } from "./safe-storage.ts";
import { startTokenStore } from "./token-store.ts";

const emptyBooks = () => ({
  cases: 0,
  /** Accounts of before, or of a save reported as done, that the next start did not find. */
  lost: 0,
  /** Saves reported as done that the next start did not find. */
  falselySaved: 0,
  /** Accounts with tokens that are neither those of before nor the new ones. */
  tornAccepted: 0,
  straysMost: 0,
  /** What failed in the cases with losses. */
  details: new Array<string>(),
});
type Books = ReturnType<typeof emptyBooks>;

const emptySetAsideBooks = () => ({
  cases: 0,
  /** The old bytes are nowhere in the folder any more. */
  gone: 0,
  /** The old bytes have left their place, and no new sign-in has taken it. */
  movedTooEarly: 0,
  details: new Array<string>(),
});

/** A file that this keyring opens, and one it cannot. */
const keyring = () => createSafeStorage("gnome_libsecret");
const otherKeyring = () => createSafeStorage("kwallet6");

interface Base {
  readonly folder: string;
  readonly people: ReadonlyMap<string, number>;
  readonly newcomer: string;
  readonly size: number;
}

const newGeneration = 9;

/** Every file-system call of one save fails, each in every way, and then everything starts anew. */
export async function failFileCalls(count: number, seed: number, folder: string) {
  const random = createRandom(seed);
  const books = {
    single: emptyBooks(),
    /** From one call on, everything fails: the disk is gone. */
    outage: emptyBooks(),
    /** EXDEV at the rename, and another fault at each call after it. */
    afterExdev: emptyBooks(),
    /** A write that takes only half and reports it, without an error. */
    shortWrite: emptyBooks(),
    /** The same single faults where the file of before cannot be opened and is to be set aside. */
    setAside: emptySetAsideBooks(),
  };
  for (let round = 0; round < count; round += 1) await oneRound(random, folder, books);
  return books;
}

type AllBooks = Awaited<ReturnType<typeof failFileCalls>>;

async function oneRound(random: Random, folder: string, books: AllBooks): Promise<void> {
  const base = await createBase(random, folder, keyring());
  const calls = await save(base, []);
  for (const fault of calls.flatMap((_, at) => codes.map((code): Fault => ({ at, code })))) {
    await judge(base, [fault], books.single);
    await judge(base, [{ ...fault, forGood: true }], books.outage);
  }
  const exdev: Fault = { at: calls.lastIndexOf("renameSync"), code: "EXDEV" };
  const longer = await save(base, [exdev]);
  for (let at = exdev.at + 1; at < longer.length; at += 1)
    for (const code of codes) await judge(base, [exdev, { at, code }], books.afterExdev);
  for (const [at, name] of calls.entries())
    if (name === "writeSync") await judge(base, [{ at, code: "short" }], books.shortWrite);

  const foreign = await createBase(random, folder, otherKeyring());
  for (const fault of (await save(foreign, [])).flatMap((_, at) =>
    codes.map((code): Fault => ({ at, code })),
  ))
    await judgeSetAside(foreign, fault, books.setAside);
}

/** A folder with one to three accounts, saved several times, so that there is a previous generation. */
async function createBase(random: Random, parent: string, safeStorage: SafeStorage): Promise<Base> {
  const folder = mkdtempSync(join(parent, "base-"));
  const store = startTokenStore({ folder, safeStorage });
  const accounts = 1 + random.below(3);
  for (let index = 0; index < 3; index += 1)
    await store.signIn(`person-${index % accounts}`, 1 + index, random.below(8_000));
  const newcomer = `person-${random.below(4)}`;
  return { folder, people: store.people(), newcomer, size: random.below(8_000) };
}

/** In a copy of the base: a start without faults, and a sign-in with them. */
async function saveInCopy({ folder, newcomer, size }: Base, faults: readonly Fault[]) {
  const copy = mkdtempSync(`${folder}-copy-`);
  cpSync(folder, copy, { recursive: true });
  const store = startTokenStore({ folder: copy, safeStorage: keyring() });
  await store.load();
  const calls = await withFaults(faults, () => store.signIn(newcomer, newGeneration, size));
  return { copy, calls, isReportedSaved: store.saves() > 0 };
}

async function save(base: Base, faults: readonly Fault[]): Promise<readonly string[]> {
  const { copy, calls } = await saveInCopy(base, faults);
  rmSync(copy, { recursive: true });
  return calls;
}

async function judge(base: Base, faults: readonly Fault[], books: Books): Promise<void> {
  const { copy, calls, isReportedSaved } = await saveInCopy(base, faults);
  const found = await startTokenStore({ folder: copy, safeStorage: keyring() }).load();
  const torn = [...found].filter(
    ([name, generation]) =>
      generation !== base.people.get(name) &&
      !(name === base.newcomer && generation === newGeneration),
  ).length;
  const isNewMissing = isReportedSaved && found.get(base.newcomer) !== newGeneration;
  const gone = [...base.people.keys()].filter((name) => !found.has(name)).length;
  const lost = gone + (isNewMissing && !base.people.has(base.newcomer) ? 1 : 0);
  books.cases += 1;
  books.tornAccepted += torn;
  books.lost += lost;
  if (isNewMissing) books.falselySaved += 1;
  if (lost + torn > 0) books.details.push(`${describe(faults, calls)}: ${lost} lost, ${torn} torn`);
  books.straysMost = Math.max(books.straysMost, straysIn(copy));
  rmSync(copy, { recursive: true });
}

async function judgeSetAside(
  base: Base,
  fault: Fault,
  books: ReturnType<typeof emptySetAsideBooks>,
): Promise<void> {
  const { copy, calls } = await saveInCopy(base, [fault]);
  const old = textOf(base.folder, "tokens.json");
  const isInPlace = textOf(copy, "tokens.json") === old;
  const isAside = textOf(copy, "tokens.unreadable.json") === old;
  const found = await startTokenStore({ folder: copy, safeStorage: keyring() }).load();
  books.cases += 1;
  const isGone = !isInPlace && !isAside;
  const isTooEarly = !isInPlace && found.get(base.newcomer) !== newGeneration;
  if (isGone) books.gone += 1;
  if (isTooEarly) books.movedTooEarly += 1;
  if (isGone || isTooEarly)
    books.details.push(`${describe([fault], calls)}: ${isGone ? "gone" : "moved too early"}`);
  rmSync(copy, { recursive: true });
}

// Without the codes: what matters is the call, and most codes share its fate.
const describe = (faults: readonly Fault[], calls: readonly string[]) =>
  faults.map(({ at }) => `call ${at} ${calls[at]}`).join(", then ");
