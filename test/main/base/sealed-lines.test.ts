import { describe, expect, test } from "vitest";

import { createSealedLines } from "../../../main/base/sealed/sealed-lines.ts";
import { createFakeClock } from "../../fakes/fake-clock.ts";
import { memoryLog } from "../../fakes/memory-log.ts";
import { createMemoryLines, createMemoryVault, type Disk } from "../../fakes/memory-platform.ts";

const clock = createFakeClock();
const safely = { survives: "power-cut" } as const;

/** One run of the app; the disk outlives it, and `key` is the keyring's. */
function run(disk: Disk, key = "first") {
  const vault = createMemoryVault();
  vault.key = key;
  vault.backendName = key;
  const file = createMemoryLines(disk, "lines");
  const lines = createSealedLines({ vault, file, clock, log: memoryLog().log });
  const put = (id: string, text: string) =>
    lines.write({ put: [{ id, place: 0, text }], remove: [] }, safely);
  const remove = (id: string) => lines.write({ put: [], remove: [id] }, safely);
  async function found() {
    const loaded = await lines.load();
    if (!loaded.ok) return loaded.error.kind;
    // Whatever is tidied up after it is done.
    await lines.write({ put: [], remove: [] }, safely);
    return Object.fromEntries(loaded.value.map(({ id, text }) => [id, text]));
  }
  return { vault, file, lines, put, remove, found };
}

const textOf = (disk: Disk) => disk.get("lines") ?? "";
const linesOf = (disk: Disk) => textOf(disk).split("\n");

async function diskWith(texts: Readonly<Record<string, string>>, key?: string): Promise<Disk> {
  const disk: Disk = new Map();
  const { put, lines } = run(disk, key);
  await lines.load();
  for (const [id, text] of Object.entries(texts)) await put(id, text);
  return disk;
}

const two = { a: "one", b: "two" };

describe("what was written", () => {
  test("is there after a restart: the last of each, and nothing that was removed", async () => {
    const disk = await diskWith({ ...two, c: "three" });
    const { found, put, remove } = run(disk);
    expect(await found()).toEqual({ ...two, c: "three" });
    await put("a", "changed");
    await remove("b");
    expect(await run(disk).found()).toEqual({ a: "changed", c: "three" });
  });

  test("costs what has changed, not what there is", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_none, at) => [`m-${at}`, "text"]),
    );
    const disk = await diskWith(many);
    const before = textOf(disk).length;
    const { lines, put } = run(disk);
    await lines.load();
    await put("m-7", "other");
    expect(textOf(disk).length - before).toBeLessThan(400);
  });

  test("and is of no use any more does not stay for ever", async () => {
    const disk = await diskWith(two);
    const { lines, put } = run(disk);
    await lines.load();
    const long = Array.from({ length: 30_000 }, () => Math.random().toString(36)).join("");
    for (let round = 0; round < 20; round += 1) await put("a", `${long}${round}`);
    await lines.write({ put: [], remove: [] }, safely);
    const size = textOf(disk).length;
    expect(size).toBeLessThan(3 * 1024 * 1024);
    expect(await run(disk).found()).toEqual({ a: `${long}19`, b: "two" });
  });

  test("and was removed is not in the file of the next start", async () => {
    const disk = await diskWith(two);
    const { lines, remove } = run(disk);
    await lines.load();
    await remove("a");
    const next = run(disk);
    expect(await next.found()).toEqual({ b: "two" });
    expect(linesOf(disk)).toHaveLength(1);
  });
});

describe("a line that a kill cut off", () => {
  test("is as if it had never been begun, wherever it was cut", async () => {
    const whole = textOf(await diskWith(two));
    for (let at = whole.indexOf("\n") + 1; at < whole.length; at += 7) {
      const disk: Disk = new Map([["lines", whole.slice(0, at)]]);
      const { found, put } = run(disk);
      expect(await found()).toEqual({ a: "one" });
      await put("c", "three");
      expect(await run(disk).found()).toEqual({ a: "one", c: "three" });
      expect(disk.has("lines.unreadable")).toBe(false);
    }
  });
});

describe("a line that is damaged", () => {
  const damage = (line: string) => line.replace(/"sealed":"(.)/u, (all) => all.slice(0, -1) + "_");

  test("costs only itself: what it said before counts, and its bytes are set aside", async () => {
    const disk = await diskWith(two);
    const { lines, put } = run(disk);
    await lines.load();
    await put("a", "changed");
    const [first = "", second = "", third = ""] = linesOf(disk);
    const damaged = [first, second, damage(third)].join("\n");
    disk.set("lines", damaged);
    expect(await run(disk).found()).toEqual(two);
    expect(disk.get("lines.unreadable")).toBe(damaged);
    expect(linesOf(disk)).toEqual(
      [second, first].toSorted(
        (one, other) => textOf(disk).indexOf(one) - textOf(disk).indexOf(other),
      ),
    );
  });

  test("is never taken for another one: its id is part of it", async () => {
    const disk = await diskWith(two);
    disk.set("lines", textOf(disk).replace('"id":"b"', '"id":"c"'));
    expect(await run(disk).found()).toEqual({ a: "one" });
  });
});

describe("what another key sealed", () => {
  test("stays as it is, over changes and tidying, until it can be opened again", async () => {
    const disk = await diskWith(two);
    const { lines, found, put, remove } = run(disk, "second");
    expect(await found()).toEqual({});
    await put("c", "three");
    await put("d", "four");
    await remove("d");
    expect(await run(disk, "second").found()).toEqual({ c: "three" });
    expect(await lines.protectAgain([{ id: "c", place: 0, text: "three" }])).toMatchObject({
      ok: true,
    });
    expect(await run(disk).found()).toEqual(two);
  });

  test("gives way only to what takes its place", async () => {
    const disk = await diskWith(two);
    const { found, put, remove } = run(disk, "second");
    await found();
    await put("a", "new");
    await put("c", "three");
    await remove("c");
    expect(await run(disk, "second").found()).toEqual({ a: "new" });
    expect(await run(disk).found()).toEqual({ b: "two" });
  });

  test("does not cost what the text was before", async () => {
    const disk = await diskWith(two);
    const { found, put } = run(disk, "second");
    await found();
    await put("a", "newer");
    expect(await run(disk).found()).toEqual(two);
    expect(await run(disk, "second").found()).toEqual({ a: "newer" });
  });
});

describe("a line of a later version", () => {
  test("stays as it is", async () => {
    const disk = await diskWith(two);
    const later = JSON.stringify({ v: 2, whatever: true });
    disk.set("lines", `${textOf(disk)}\n${later}`);
    const { found, remove } = run(disk);
    await found();
    await remove("a");
    expect(await run(disk).found()).toEqual({ b: "two" });
    expect(linesOf(disk)).toContain(later);
  });
});

describe("while nothing can be read", () => {
  test("a locked keyring is said to be locked, and opens later", async () => {
    const disk = await diskWith(two);
    const { vault, found } = run(disk);
    vault.isLocked = true;
    expect(await found()).toBe("keyring-locked");
    vault.isLocked = false;
    expect(await found()).toEqual(two);
  });

  test("a write that failed is not there, and the next one is", async () => {
    const disk = await diskWith(two);
    const { lines, file, put } = run(disk);
    await lines.load();
    file.failWrites = true;
    expect(await put("a", "lost")).toMatchObject({ error: { kind: "disk-failed" } });
    file.failWrites = false;
    await put("b", "kept");
    expect(await run(disk).found()).toEqual({ a: "one", b: "kept" });
  });
});

describe("without protection", () => {
  test("nothing is written, and what this keyring wrote leaves the disk; another one's stays", async () => {
    const disk = await diskWith(two);
    const other = run(disk, "second");
    await other.found();
    await other.put("c", "three");
    other.vault.isProtected = false;
    expect(await other.put("d", "four")).toEqual({ ok: true, value: "memory-only" });
    expect(await other.lines.protectAgain([])).toEqual({ ok: true, value: "memory-only" });
    expect(await run(disk, "second").found()).toEqual({});
    expect(await run(disk).found()).toEqual(two);
  });

  test("nothing is left where nobody else wrote", async () => {
    const disk = await diskWith(two);
    const { vault, lines } = run(disk);
    await lines.load();
    vault.isProtected = false;
    await lines.protectAgain([]);
    expect(disk.has("lines")).toBe(false);
  });
});
