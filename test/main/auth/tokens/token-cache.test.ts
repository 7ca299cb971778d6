import { PublicClientApplication, TokenCacheContext } from "@azure/msal-node";
import { describe, expect, test } from "vitest";

import { createTokenCache, mergeCaches } from "../../../../main/auth/tokens/token-cache.ts";
import type { AppError } from "../../../../main/contract/errors.ts";
import type { Protection } from "../../../../main/contract/state.ts";
import { createSealedRecord } from "../../../../main/sealed-record.ts";
import { createFakeClock } from "../../../fakes/fake-clock.ts";
import { memoryLog } from "../../../fakes/memory-log.ts";
import {
  createMemoryDocument,
  createMemoryVault,
  type Disk,
} from "../../../fakes/memory-platform.ts";
import { cacheOf } from "./cache-text.ts";

/** The real MSAL over a real record; the disk outlives the run. */
function run(disk: Disk = new Map()) {
  const vault = createMemoryVault();
  const clock = createFakeClock();
  const file = createMemoryDocument(disk, "sign-in");
  const record = createSealedRecord({
    vault,
    file,
    clock,
    log: memoryLog().log,
    merge: mergeCaches,
  });
  const saved: Protection[] = [];
  const errors: AppError[] = [];
  const cachePlugin = createTokenCache({
    record,
    onSaved: (protection) => saved.push(protection),
    onFailed: (error) => errors.push(error),
  });
  const msal = new PublicClientApplication({
    auth: { clientId: "00000000-0000-0000-0000-000000000000" },
    cache: { cachePlugin },
  });
  const cache = msal.getTokenCache();
  const names = async () =>
    (await cache.getAllAccounts()).map(({ homeAccountId }) => homeAccountId);
  /** As MSAL does around each change. */
  async function change(text: string) {
    const context = new TokenCacheContext(cache, true);
    await cachePlugin.beforeCacheAccess(context);
    cache.deserialize(text);
    await cachePlugin.afterCacheAccess(context);
  }
  async function remove(name: string) {
    const account = await cache.getAccountByHomeId(`${name}.tenant`);
    if (account) await cache.removeAccount(account);
  }
  return {
    disk,
    vault,
    clock,
    file,
    record,
    saved,
    errors,
    cachePlugin,
    cache,
    names,
    change,
    remove,
  };
}

async function diskWith(text: string): Promise<Disk> {
  const { record, disk } = run();
  await record.save(text);
  return disk;
}

describe("the cache", () => {
  test("of one run is there in the next", async () => {
    const first = run();
    await first.change(cacheOf("megan"));
    expect(first.saved).toEqual(["sealed"]);
    const second = run(first.disk);
    expect(await second.names()).toEqual(["megan.tenant"]);
  });

  test("is empty where nothing was saved", async () => {
    const { names, errors, disk } = run();
    expect(await names()).toEqual([]);
    expect(errors).toEqual([]);
    expect(disk.size).toBe(0);
  });

  test("is not written by reading it", async () => {
    const disk = await diskWith(cacheOf("megan"));
    const before = [...disk];
    const { names, saved } = run(disk);
    await names();
    expect(saved).toEqual([]);
    expect([...disk]).toEqual(before);
  });

  test("is written without an account that was removed", async () => {
    const disk = await diskWith(cacheOf("megan", "adele"));
    const { remove, saved } = run(disk);
    await remove("megan");
    expect(saved.length).toBeGreaterThan(0);
    expect(await run(disk).names()).toEqual(["adele.tenant"]);
  });

  test("says where nothing protects it, and writes nothing", async () => {
    const { change, names, saved, vault, disk } = run();
    vault.isProtected = false;
    await change(cacheOf("megan"));
    expect(saved).toEqual(["memory-only"]);
    expect(await names()).toEqual(["megan.tenant"]);
    expect(disk.size).toBe(0);
  });
});

describe("a text that is no cache of MSAL's", () => {
  test.each([
    "null",
    "[]",
    '"text"',
    "42",
    "not JSON",
    "{",
    "{}",
    '{"Account":null}',
    '{"Account":[]}',
    '{"Account":"text"}',
    '{"Account":{"a":null}}',
    '{"Account":{"a":"text"}}',
    '{"Account":{"a":{}}}',
    '{"AccessToken":{"a":{}},"RefreshToken":{"b":{}},"IdToken":{"c":{}}}',
    '{"RefreshToken":{"a":1}}',
    '{"AppMetadata":{"a":null}}',
    '{"__proto__":{"a":1},"Account":{}}',
  ])("is an empty cache that can be used: %s", async (text) => {
    const disk = await diskWith(text);
    const { names, change } = run(disk);
    expect(await names()).toEqual([]);
    await change(cacheOf("megan"));
    expect(await run(disk).names()).toEqual(["megan.tenant"]);
  });
});

describe("a keyring that is locked", () => {
  test("is said, and the saved cache is not written over", async () => {
    const disk = await diskWith(cacheOf("megan"));
    const before = [...disk];
    const { change, names, vault, errors, saved } = run(disk);
    vault.isLocked = true;
    await change(cacheOf("adele"));
    expect(new Set(errors.map(({ kind }) => kind))).toEqual(new Set(["keyring-locked"]));
    expect(saved).toEqual([]);
    expect([...disk]).toEqual(before);
    expect(await names()).toEqual(["adele.tenant"]);
  });

  test("that opens later has lost neither who was saved nor who signed in meanwhile", async () => {
    const disk = await diskWith(cacheOf("megan"));
    const { change, names, vault, saved, clock } = run(disk);
    vault.isLocked = true;
    await change(cacheOf("adele"));
    vault.isLocked = false;
    await clock.advance(30_000);
    expect((await names()).toSorted()).toEqual(["adele.tenant", "megan.tenant"]);
    await change(cacheOf("adele", "megan", "alex"));
    expect(saved).toEqual(["sealed"]);
    expect((await run(disk).names()).toSorted()).toEqual([
      "adele.tenant",
      "alex.tenant",
      "megan.tenant",
    ]);
  });

  test("and opens between load and save still keeps the disk as it is", async () => {
    const disk = await diskWith(cacheOf("megan"));
    const before = [...disk];
    const { cachePlugin, cache, vault } = run(disk);
    vault.isLocked = true;
    const context = new TokenCacheContext(cache, true);
    await cachePlugin.beforeCacheAccess(context);
    vault.isLocked = false;
    await cachePlugin.afterCacheAccess(context);
    expect([...disk]).toEqual(before);
  });
});

describe("a cache that cannot be read", () => {
  test("is said, set aside, and a new one is written", async () => {
    const disk = await diskWith(cacheOf("megan"));
    const bytes = disk.get("sign-in");
    const { change, vault, errors, saved } = run(disk);
    vault.key = "second";
    await change(cacheOf("adele"));
    expect(errors).toEqual([{ kind: "sign-in-unreadable" }]);
    expect(saved).toEqual(["sealed"]);
    expect(disk.get("sign-in.unreadable")).toBe(bytes);
  });
});

describe("a save", () => {
  test("that fails is said, and costs nobody the token they just got", async () => {
    const { change, names, file, errors, saved } = run();
    file.failWrites = true;
    await change(cacheOf("megan"));
    expect(errors).toEqual([{ kind: "disk-failed" }]);
    expect(saved).toEqual([]);
    expect(await names()).toEqual(["megan.tenant"]);
  });

  test("takes the text before it waits for anything", async () => {
    const { cachePlugin, cache, record } = run();
    const context = new TokenCacheContext(cache, true);
    await cachePlugin.beforeCacheAccess(context);
    cache.deserialize(cacheOf("megan"));
    const saving = cachePlugin.afterCacheAccess(context);
    cache.deserialize(cacheOf("adele"));
    await saving;
    const text = await record.load();
    expect(text.ok && text.value).toContain("megan");
    expect(text.ok && text.value).not.toContain("adele");
  });

  test("is not made where nothing changed", async () => {
    const { cachePlugin, cache, disk, saved } = run();
    const context = new TokenCacheContext(cache, false);
    await cachePlugin.beforeCacheAccess(context);
    await cachePlugin.afterCacheAccess(context);
    expect(saved).toEqual([]);
    expect(disk.size).toBe(0);
  });
});
