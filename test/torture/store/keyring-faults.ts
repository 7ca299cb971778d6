import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { inspect } from "node:util";

import { TokenCacheContext } from "@azure/msal-node";

import { createFakeClock, type FakeClock } from "../../fakes/fake-clock.ts";
import { createRandom, type Random } from "../random.ts";
import { textOf } from "./files.ts";
import { createFaultyKeyring, type KeyringFault, keyringFaults } from "./faulty-keyring.ts";
import { type Backend, createSafeStorage } from "./safe-storage.ts";
import { startTokenStore, type TokenStore } from "./token-store.ts";

const operations = ["start", "silent", "sign-in", "sign-out"] as const;
type Operation = (typeof operations)[number];

interface Case {
  readonly fault: KeyringFault;
  readonly operation: Operation;
  /** Whether the accounts had been read before the fault began. */
  readonly isWarm: boolean;
  readonly newBackend: Backend;
  readonly reach: Reach;
}

/**
 * "app" uses accounts the cache answers for, as accounts.ts does. "plugin" changes the cache whatever
 * the load before it gave, as MSAL's `finally` allows any caller to.
 */
type Reach = "app" | "plugin";

const emptyBooks = () => ({
  cases: 0,
  /** A case is run from a cold and from a warm start, and with each backend to change to. */
  variants: 0,
  /** The file changed while its accounts could not be read, and no new sign-in had been saved. */
  bytesChanged: 0,
  /** Neither the next start nor a set-aside copy has them. */
  accountsLost: 0,
  /** Set aside after the keyring was well again and could have opened them. */
  accountsSetAside: 0,
  details: new Array<string>(),
});
type Books = ReturnType<typeof emptyBooks>;

const newcomer = "person-9";

/** Every fault of a keyring in every operation of the token cache, then the fault ends, a token is renewed, and somebody signs in. */
export async function failKeyring(count: number, seed: number, folder: string) {
  const random = createRandom(seed);
  const books = { app: emptyBooks(), plugin: emptyBooks() };
  for (let round = 0; round < count; round += 1) {
    const base = await createBase(random, folder);
    for (const fault of keyringFaults)
      for (const operation of operations) {
        books.app.cases += 1;
        books.plugin.cases += 1;
        for (const variant of variantsOf(fault, operation))
          await judge(base, variant, books[variant.reach]);
      }
  }
  return books;
}

function variantsOf(fault: KeyringFault, operation: Operation): Case[] {
  const backends: Backend[] =
    fault === "backend-changed" ? ["kwallet6", "basic_text"] : ["kwallet6"];
  const warmths = operation === "start" ? [false] : [false, true];
  const reaches: Reach[] = ["app", "plugin"];
  return warmths.flatMap((isWarm) =>
    backends.flatMap((newBackend) =>
      reaches.map((reach) => ({ fault, operation, isWarm, newBackend, reach })),
    ),
  );
}

interface Base {
  readonly folder: string;
  readonly names: readonly string[];
}

async function createBase(random: Random, parent: string): Promise<Base> {
  const folder = mkdtempSync(join(parent, "base-"));
  const store = startTokenStore({ folder, safeStorage: createSafeStorage() });
  const accounts = 1 + random.below(3);
  for (let index = 0; index < 3; index += 1)
    await store.signIn(`person-${index % accounts}`, 1 + index, random.below(8_000));
  return { folder, names: [...store.people().keys()] };
}

async function judge(base: Base, subject: Case, books: Books): Promise<void> {
  const outcome = await play(base, subject);
  books.variants += 1;
  books.bytesChanged += outcome.bytesChanged;
  books.accountsLost += outcome.lost;
  books.accountsSetAside += outcome.setAside;
  if (Object.values(outcome).some(Boolean)) books.details.push(describe(subject, outcome));
}

async function play(base: Base, subject: Case) {
  const folder = mkdtempSync(`${base.folder}-copy-`);
  cpSync(base.folder, folder, { recursive: true });
  const clock = createFakeClock();
  const keyring = createFaultyKeyring(clock, subject.newBackend);
  const store = startTokenStore({ folder, safeStorage: keyring, clock });
  const old = textOf(base.folder, "tokens.json");
  if (subject.isWarm) await store.load();

  keyring.fault = subject.fault;
  await patiently(clock, operate(store, subject, base));
  const isUntouched = textOf(folder, "tokens.json") === old;
  const mayChange = isUntouched || mayWrite(subject, store);

  // What a lost key sealed stays sealed; every other fault ends.
  if (subject.fault !== "undecryptable") keyring.fault = null;
  const renewed = subject.operation === "sign-in" ? newcomer : (base.names.at(-1) ?? "");
  await patiently(clock, renew(store, renewed, subject.reach));
  await patiently(clock, store.signIn(newcomer, 11));

  const found = await patiently(
    clock,
    startTokenStore({ folder, safeStorage: keyring, clock }).load(),
  );
  const missing = keptOf(subject, base).filter((name) => !found.has(name)).length;
  const isAside = textOf(folder, "tokens.unreadable.json") === old;
  const wasOpenable = isUntouched && keyring.fault === null;
  rmSync(folder, { recursive: true });
  return {
    bytesChanged: mayChange ? 0 : 1,
    lost: isAside ? 0 : missing,
    setAside: isAside && wasOpenable ? missing : 0,
  };
}

/** Accounts that were read may be written again; others wait for a sign-in that was saved. */
const mayWrite = ({ isWarm, operation }: Case, store: TokenStore): boolean =>
  isWarm || (operation === "sign-in" && store.saves() > 0);

const keptOf = ({ operation }: Case, { names }: Base): readonly string[] =>
  operation === "sign-out" ? names.slice(1) : names;

const describe = ({ fault, operation, isWarm, newBackend }: Case, outcome: object) =>
  [fault, newBackend, operation, isWarm ? "warm" : "cold", inspect(outcome)].join(" ");

async function operate(store: TokenStore, { operation, reach }: Case, base: Base): Promise<void> {
  const name = base.names[0] ?? "";
  switch (operation) {
    case "start":
      await store.load();
      return;
    case "silent":
      await store.cache.getAllAccounts();
      return renew(store, name, reach);
    case "sign-in":
      return store.signIn(newcomer, 9);
    case "sign-out":
      return signOut(store, name, reach);
  }
}

/** A token is renewed. */
async function renew(store: TokenStore, name: string, reach: Reach): Promise<void> {
  const account = await store.cache.getAccountByHomeId(store.homeIdOf(name));
  if (account) await store.signIn(name, 10);
  else if (reach === "plugin") await passThrough(store);
}

/** What MSAL does around a change, even where the load before it failed. */
async function passThrough({ cache, plugin }: TokenStore): Promise<void> {
  const context = new TokenCacheContext(cache, true);
  await plugin.beforeCacheAccess(context);
  await plugin.afterCacheAccess(context);
}

async function signOut(
  { cache, record, homeIdOf }: TokenStore,
  name: string,
  reach: Reach,
): Promise<void> {
  const homeAccountId = homeIdOf(name);
  const known = await cache.getAccountByHomeId(homeAccountId);
  if (!known && reach === "app") {
    // Nobody is left as far as accounts.ts can see.
    await record.clear();
    return;
  }
  const [localAccountId = "", tenantId = ""] = homeAccountId.split(".");
  const environment = "login.microsoftonline.com";
  const username = `${name}@contoso.com`;
  await cache.removeAccount(
    known ?? { homeAccountId, localAccountId, tenantId, environment, username },
  );
}

/** Time passes until the work is done: nobody waits for real. */
async function patiently<Value>(clock: FakeClock, work: Promise<Value>): Promise<Value> {
  const done = work.then((value) => ({ value }));
  for (let turn = 0; turn < 1_000; turn += 1) {
    const step = clock.advance(turn < 10 ? 0 : 1_000).then(() => null);
    const result = await Promise.race([done, step]);
    if (result) return result.value;
  }
  return work;
}
