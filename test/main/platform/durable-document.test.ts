import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { createDocument } from "../../../main/platform/document-file.ts";
import { createDurableDocument } from "../../../main/platform/files/durable-document.ts";
import { memoryLog } from "../../fakes/memory-log.ts";
import { temporaryFolder } from "../../fakes/temporary-folder.ts";
import { confBacking } from "./conf-backing.ts";

const folder = temporaryFolder("durable-");

const path = (name: string) => join(folder(), name);
const open = () => createDurableDocument({ path: path("notes.json"), log: memoryLog().log });
/** As earlier versions have it. */
const openEarlier = () =>
  createDocument({ name: "notes", openBacking: confBacking(folder()), log: memoryLog().log });

const written = { ok: true, value: undefined };
const read = (value: unknown) => ({ ok: true, value });
const failed = { ok: false, error: { kind: "disk-failed" } };
const bytes = () => readFileSync(path("notes.json"), "utf8");

test("what was written is there after a restart, for its person alone, and nothing is beside it", () => {
  const value = { version: 1, "with.dots": [null, "ä\u2028", 1e21] };
  expect(open().write(value)).toEqual(written);
  expect(open().read()).toEqual(read(value));
  expect(readdirSync(folder())).toEqual(["notes.json"]);
  if (process.platform !== "win32") expect(statSync(path("notes.json")).mode & 0o777).toBe(0o600);
});

test("no file is an empty document; a removed one can be written again", () => {
  const file = open();
  expect(file.read()).toEqual(read(undefined));
  expect(file.remove()).toEqual(written);
  expect(readdirSync(folder())).toEqual([]);
  file.write({ a: 1 });
  expect(file.remove()).toEqual(written);
  expect(file.read()).toEqual(read(undefined));
  file.write({ a: 2 });
  expect(open().read()).toEqual(read({ a: 2 }));
});

test("what is known is not read again", () => {
  const file = open();
  file.write({ a: 1 });
  rmSync(path("notes.json"));
  expect(file.read()).toEqual(read({ a: 1 }));
});

describe("a file that is not whole", () => {
  test.each([
    ["torn", '{"document": {"a": 1'],
    ["empty", ""],
    ["a list", "[1]"],
    ["null", "null"],
  ])("%s: is moved aside with its bytes, and the document starts empty", (_name, text) => {
    writeFileSync(path("notes.json"), text);
    const file = open();
    expect(file.read()).toEqual(read(undefined));
    expect(readFileSync(path("notes.unreadable.json"), "utf8")).toBe(text);
    expect(file.write({ a: 1 })).toEqual(written);
    expect(open().read()).toEqual(read({ a: 1 }));
  });

  test("one of which a letter has changed is none of ours, though it is JSON", () => {
    open().write({ a: "good" });
    const damaged = bytes().replace("good", "gone");
    writeFileSync(path("notes.json"), damaged);
    expect(open().read()).toEqual(read(undefined));
    expect(readFileSync(path("notes.unreadable.json"), "utf8")).toBe(damaged);
  });
});

test("earlier versions read it and write it, and it is read again", () => {
  open().write({ a: 1, text: 'has "sha256":"' });
  const earlier = openEarlier();
  expect(earlier.read()).toEqual(read({ a: 1, text: 'has "sha256":"' }));
  earlier.write({ a: 2 });
  // What it copied of ours is of something else now.
  expect(bytes()).toContain("sha256");
  const later = open();
  expect(later.read()).toEqual(read({ a: 2 }));
  later.write({ a: 3 });
  expect(openEarlier().read()).toEqual(read({ a: 3 }));
});

test("what a write sets aside keeps its bytes; what cannot be set aside is not written over", () => {
  const file = open();
  file.write({ sealed: "old" });
  const before = bytes();
  expect(file.write({ sealed: "new" }, { setAside: true })).toEqual(written);
  expect(readFileSync(path("notes.unreadable.json"), "utf8")).toBe(before);
  rmSync(path("notes.unreadable.json"));
  mkdirSync(join(path("notes.unreadable.json"), "in-the-way"), { recursive: true });
  expect(file.write({ sealed: "newer" }, { setAside: true })).toEqual(failed);
  expect(open().read()).toEqual(read({ sealed: "new" }));
});

test("a path that cannot be read is left alone, and works once it is mended", () => {
  mkdirSync(path("notes.json"));
  const file = open();
  expect(file.read()).toEqual(failed);
  expect(file.write({ a: 1 })).toEqual(failed);
  expect(statSync(path("notes.json")).isDirectory()).toBe(true);
  rmSync(path("notes.json"), { recursive: true });
  expect(file.write({ a: 1 })).toEqual(written);
  expect(open().read()).toEqual(read({ a: 1 }));
});

test("a write that fails leaves the value of before, on disk and in this run", () => {
  const file = open();
  file.write({ a: 1 });
  const cyclic: Record<string, unknown> = {};
  cyclic["self"] = cyclic;
  expect(file.write(cyclic)).toEqual(failed);
  expect(file.read()).toEqual(read({ a: 1 }));
  expect(open().read()).toEqual(read({ a: 1 }));
});

test("what killed writes left is gone after the next start, and nothing else", () => {
  open().write({ a: 1 });
  for (const name of ["notes.json.tmp-1732480000000ab12", "notes.json.tmp-new", "other.json"])
    writeFileSync(path(name), "half");
  expect(open().read()).toEqual(read({ a: 1 }));
  expect(readdirSync(folder()).toSorted()).toEqual(["notes.json", "other.json"]);
});
