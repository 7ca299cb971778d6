import { describe, expect, test } from "vitest";

import { createSealedRecord } from "../../main/sealed-record.ts";
import type { Vault } from "../../main/vault.ts";
import { createFakeClock } from "../fakes/fake-clock.ts";
import { memoryLog } from "../fakes/memory-log.ts";
import { createMemoryDocument, createMemoryVault, type Disk } from "../fakes/memory-platform.ts";

const name = "sign-in";
const clock = createFakeClock();

/** The record as one run of the app has it; the disk and the keyring outlive the run. */
function run({ disk = new Map(), vault }: { disk?: Disk; vault?: Partial<Vault> } = {}) {
  const keyring = createMemoryVault();
  const file = createMemoryDocument(disk, name);
  const { log, lines } = memoryLog();
  const record = createSealedRecord({ vault: { ...keyring, ...vault }, file, clock, log });
  return { record, disk, keyring, file, lines };
}

async function diskWith(...texts: string[]): Promise<Disk> {
  const { record, disk } = run();
  for (const text of texts) await record.save(text);
  return disk;
}

const stored = (disk: Disk) => disk.get(name);

function tamper(disk: Disk, change: (document: Record<string, unknown>) => unknown): Disk {
  disk.set(name, JSON.stringify(change(JSON.parse(stored(disk) ?? "{}"))));
  return disk;
}

const value = (text: string | null) => ({ ok: true, value: text });
const failed = (kind: string) => ({ ok: false, error: { kind } });

describe("a round trip", () => {
  test("gives the text back in the same run and in the next", async () => {
    const { record, disk } = run();
    expect(await record.save("text €")).toEqual({ ok: true, value: "sealed" });
    expect(await record.load()).toEqual(value("text €"));
    expect(await run({ disk }).record.load()).toEqual(value("text €"));
  });

  test("of nothing is null", async () => {
    const { record, disk } = run();
    expect(await record.load()).toEqual(value(null));
    expect(disk.size).toBe(0);
  });

  test("writes the ciphertext and what tells a torn one, never the text", async () => {
    const disk = await diskWith("secret");
    expect(stored(disk)).not.toContain("secret");
    expect(JSON.parse(stored(disk) ?? "")).toMatchObject({
      version: 1,
      current: { savedAt: clock.now(), backend: "test", length: expect.any(Number) },
      previous: null,
    });
  });

  test("gives the last of several saves that were not waited for", async () => {
    const { record, disk } = run();
    await Promise.all(["one", "two", "three"].map((text) => record.save(text)));
    expect(await run({ disk }).record.load()).toEqual(value("three"));
  });

  test("seals once more where the keyring asks for it", async () => {
    const disk = await diskWith("text");
    const before = JSON.parse(stored(disk) ?? "");
    const { record } = run({
      disk,
      vault: { open: async () => ({ kind: "opened", text: "text", shouldReseal: true }) },
    });
    expect(await record.load()).toEqual(value("text"));
    expect(JSON.parse(stored(disk) ?? "")).toMatchObject({ previous: before.current });
  });
});

describe("the previous generation is used where the current one", () => {
  test.each<[string, (current: Record<string, unknown>) => unknown]>([
    ["is null", () => null],
    ["is no object", () => "text"],
    ["is torn", (current) => ({ ...current, ciphertext: "aGFsZg==" })],
    ["has another digest", (current) => ({ ...current, sha256: "0".repeat(64) })],
    ["has another length", (current) => ({ ...current, length: 1 })],
    ["has an empty ciphertext", (current) => ({ ...current, ciphertext: "", length: 0 })],
    ["has an absurd length", (current) => ({ ...current, length: 1e12 })],
  ])("%s", async (_what, change) => {
    const disk = await diskWith("old", "new");
    tamper(disk, (document) => ({ ...document, current: change(Object(document["current"])) }));
    expect(await run({ disk }).record.load()).toEqual(value("old"));
  });

  test("opens to an empty text", async () => {
    const disk = await diskWith("old", "");
    expect(await run({ disk }).record.load()).toEqual(value("old"));
  });

  test("is of another key", async () => {
    const disk = await diskWith("old");
    const other = run({ disk });
    await other.record.load();
    other.keyring.key = "second";
    await other.record.save("new");
    expect(await run({ disk }).record.load()).toEqual(value("old"));
  });

  test("and it outlives the next save", async () => {
    const disk = await diskWith("old", "new");
    tamper(disk, (document) => ({ ...document, current: "torn" }));
    const next = run({ disk });
    await next.record.load();
    await next.record.save("newer");
    tamper(disk, (document) => ({ ...document, current: "torn again" }));
    expect(await run({ disk }).record.load()).toEqual(value("old"));
  });
});

describe("what cannot be read", () => {
  test.each<[string, unknown]>([
    ["null", null],
    ["a list", []],
    ["a text", "text"],
    ["another version", { version: 2, current: {}, previous: {} }],
    ["no generations", { version: 1, current: null, previous: null }],
  ])("is no empty record, and is left as it is: %s", async (_what, content) => {
    const bytes = JSON.stringify(content);
    const { record, disk, lines } = run({ disk: new Map([[name, bytes]]) });
    expect(await record.load()).toEqual(failed("sign-in-unreadable"));
    expect(await record.load()).toEqual(failed("sign-in-unreadable"));
    expect([...disk]).toEqual([[name, bytes]]);
    expect(lines[0]).toBe("sealed-record-unreadable");
  });

  test("a single empty text is not taken for a record", async () => {
    const disk = await diskWith("");
    expect(await run({ disk }).record.load()).toEqual(failed("sign-in-unreadable"));
  });

  test("is set aside by the next save, byte for byte", async () => {
    const { record, keyring, disk } = run({ disk: await diskWith("of the first key") });
    const bytes = stored(disk);
    keyring.key = "second";
    await record.load();
    await record.save("new");
    expect(disk.get(`${name}.unreadable`)).toBe(bytes);
    expect(await record.load()).toEqual(value("new"));
  });

  test("stays in its place while the new text cannot be sealed", async () => {
    const { record, keyring, disk } = run({ disk: await diskWith("of the first key") });
    const bytes = stored(disk);
    keyring.key = "second";
    await record.load();
    keyring.isLocked = true;
    expect(await record.save("new")).toEqual(failed("keyring-locked"));
    expect([...disk]).toEqual([[name, bytes]]);
  });

  test("is not lost although the disk fails in between", async () => {
    const { record, keyring, disk, file } = run({ disk: await diskWith("of the first key") });
    const bytes = stored(disk);
    keyring.key = "second";
    await record.load();
    file.failWrites = true;
    expect(await record.save("new")).toEqual(failed("disk-failed"));
    expect([...disk.values()]).toEqual([bytes]);
    file.failWrites = false;
    await record.save("new");
    expect(disk.get(`${name}.unreadable`)).toBe(bytes);
  });
});

describe("a locked keyring", () => {
  test("is said, and the bytes stay as they are until it is open", async () => {
    const { record, keyring, disk } = run({ disk: await diskWith("text") });
    const bytes = stored(disk);
    keyring.isLocked = true;
    expect(await record.load()).toEqual(failed("keyring-locked"));
    expect(await record.save("new")).toEqual(failed("keyring-locked"));
    expect([...disk]).toEqual([[name, bytes]]);
  });

  test("that is opened later gives the text", async () => {
    const { record, keyring } = run({ disk: await diskWith("text") });
    keyring.isLocked = true;
    await record.load();
    keyring.isLocked = false;
    expect(await record.load()).toEqual(value("text"));
  });

  test("costs nothing once the text is known", async () => {
    const { record, keyring } = run({ disk: await diskWith("text") });
    await record.load();
    keyring.isLocked = true;
    expect(await record.load()).toEqual(value("text"));
    expect(await record.save("new")).toEqual(failed("keyring-locked"));
    expect(await record.load()).toEqual(value("new"));
  });
});

describe("without protection, on a full disk, and by hand", () => {
  test("memory-only writes nothing, and the text lasts for the run", async () => {
    const disk: Disk = new Map();
    const { record, keyring } = run({ disk });
    keyring.isProtected = false;
    expect(await record.save("text")).toEqual({ ok: true, value: "memory-only" });
    expect(await record.load()).toEqual(value("text"));
    expect(disk.size).toBe(0);
  });

  test("a full disk keeps the old text on it and the new one in memory", async () => {
    const { record, disk, file } = run({ disk: await diskWith("old") });
    file.failWrites = true;
    expect(await record.save("new")).toEqual(failed("disk-failed"));
    expect(await record.load()).toEqual(value("new"));
    expect(await run({ disk }).record.load()).toEqual(value("old"));
  });

  test("a held text touches no disk and is there for the run", async () => {
    const disk = await diskWith("old");
    const before = [...disk];
    const { record } = run({ disk });
    record.hold("held");
    expect(await record.load()).toEqual(value("held"));
    expect([...disk]).toEqual(before);
  });

  test("a text that is too large is refused, and what there was stays", async () => {
    const { record, disk } = run();
    await record.save("a".repeat(1024 * 1024));
    const before = [...disk];
    expect(await record.save("a".repeat(1024 * 1024 + 1))).toMatchObject(failed("unexpected"));
    expect([...disk]).toEqual(before);
    expect(await run({ disk }).record.load()).toEqual(value("a".repeat(1024 * 1024)));
  });
});

describe("clear", () => {
  test("removes both generations", async () => {
    const { record, disk } = run({ disk: await diskWith("old", "new") });
    await record.load();
    expect(await record.clear()).toEqual({ ok: true, value: undefined });
    expect(await record.load()).toEqual(value(null));
    expect(disk.size).toBe(0);
  });

  test("forgets the old generation too: it does not come back as the previous one", async () => {
    const { record, disk } = run();
    await record.save("old");
    await record.clear();
    await record.save("new");
    expect(JSON.parse(stored(disk) ?? "")).toMatchObject({ previous: null });
  });

  test.each(["locked", "unreadable"])("leaves what is %s", async (why) => {
    const { record, keyring, disk } = run({ disk: await diskWith("text") });
    const bytes = stored(disk);
    if (why === "locked") keyring.isLocked = true;
    else keyring.key = "second";
    await record.load();
    expect(await record.clear()).toMatchObject({ ok: true });
    expect([...disk]).toEqual([[name, bytes]]);
    expect(await record.load()).toEqual(value(null));
  });

  test("leaves what was set aside, and removes what was saved since", async () => {
    const { record, keyring, disk } = run({ disk: await diskWith("of the first key") });
    keyring.key = "second";
    await record.load();
    await record.save("new");
    await record.clear();
    expect([...disk.keys()]).toEqual([`${name}.unreadable`]);
  });
});
