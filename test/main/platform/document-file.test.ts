import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { createDocument } from "../../../main/platform/document-file.ts";
import { memoryLog } from "../../fakes/memory-log.ts";
import { temporaryFolder } from "../../fakes/temporary-folder.ts";
import { confBacking } from "./conf-backing.ts";

const folder = temporaryFolder("documents-");

const path = (name: string) => join(folder(), name);

function openDocument() {
  const { log, lines } = memoryLog();
  const openBacking = confBacking(folder());
  return { file: createDocument({ name: "notes", openBacking, log }), lines };
}

const written = { ok: true, value: undefined };
const read = (value: unknown) => ({ ok: true, value });
const failed = { ok: false, error: { kind: "disk-failed" } };

test("what was written is there after a restart", () => {
  const value = { version: 1, "with.dots": [null, "ä\u2028", 1e21] };
  expect(openDocument().file.write(value)).toEqual(written);
  expect(openDocument().file.read()).toEqual(read(value));
});

test("no file is an empty document, and reading makes none", () => {
  expect(openDocument().file.read()).toEqual(read(undefined));
  expect(readdirSync(folder())).toEqual([]);
});

test("only its owner can read a file, where files have owners", () => {
  openDocument().file.write({ a: 1 });
  const mode = process.platform === "win32" ? 0o666 : 0o600;
  expect(statSync(path("notes.json")).mode & 0o777).toBe(mode);
});

test("a removed file is gone, and can be written again", () => {
  const { file } = openDocument();
  file.write({ a: 1 });
  expect(file.remove()).toEqual(written);
  expect(existsSync(path("notes.json"))).toBe(false);
  expect(file.read()).toEqual(read(undefined));
  expect(file.write({ a: 2 })).toEqual(written);
  expect(file.read()).toEqual(read({ a: 2 }));
});

test("removing what is not there is no error", () => {
  expect(openDocument().file.remove()).toEqual(written);
});

describe("a file that is not ours to understand", () => {
  test.each([
    ["torn", '{"document": {"a": 1'],
    ["empty", ""],
    ["binary", "\u0000\u0001\uFFFD"],
    ["a list", "[1]"],
    ["a text", '"settings"'],
    ["null", "null"],
  ])("%s: is moved aside with its bytes, and the document starts empty", (_name, bytes) => {
    writeFileSync(path("notes.json"), bytes);
    const { file, lines } = openDocument();
    expect(file.read()).toEqual(read(undefined));
    expect(readFileSync(path("notes.unreadable.json"), "utf8")).toBe(bytes);
    expect(lines).toEqual(["document-unreadable name=notes code=SyntaxError"]);
    expect(file.write({ a: 1 })).toEqual(written);
    expect(openDocument().file.read()).toEqual(read({ a: 1 }));
  });

  test("a byte order mark alone is no reason", () => {
    writeFileSync(path("notes.json"), '\uFEFF{"document":{"a":1}}');
    expect(openDocument().file.read()).toEqual(read({ a: 1 }));
  });

  test("one that goes bad while the app runs is an error and not written over", () => {
    const { file } = openDocument();
    file.write({ a: 1 });
    writeFileSync(path("notes.json"), '{"document"');
    expect(file.read()).toEqual(failed);
    expect(file.write({ a: 2 })).toEqual(failed);
    expect(readFileSync(path("notes.json"), "utf8")).toBe('{"document"');
  });
});

test("what a write sets aside keeps its bytes, until the next one is set aside", () => {
  const { file } = openDocument();
  file.write({ sealed: "old" });
  const bytes = readFileSync(path("notes.json"), "utf8");
  expect(file.write({ sealed: "new" }, { setAside: true })).toEqual(written);
  expect(file.write({ sealed: "newer" })).toEqual(written);
  expect(readFileSync(path("notes.unreadable.json"), "utf8")).toBe(bytes);
  expect(file.read()).toEqual(read({ sealed: "newer" }));
  expect(readdirSync(folder()).toSorted()).toEqual(["notes.json", "notes.unreadable.json"]);
});

test("what cannot be set aside is not written over", () => {
  const { file } = openDocument();
  file.write({ sealed: "old" });
  mkdirSync(join(path("notes.unreadable.json"), "in-the-way"), { recursive: true });
  expect(file.write({ sealed: "new" }, { setAside: true })).toEqual(failed);
  expect(file.read()).toEqual(read({ sealed: "old" }));
});

test("what a killed write left is gone after the next start, and nothing else", () => {
  openDocument().file.write({ a: 1 });
  for (const name of [
    "notes.json.tmp-1732480000000ab12",
    "notes.unreadable.json.new",
    "other.json",
  ])
    writeFileSync(path(name), "half");
  expect(openDocument().file.read()).toEqual(read({ a: 1 }));
  expect(readdirSync(folder()).toSorted()).toEqual(["notes.json", "other.json"]);
});

describe("a disk that refuses", () => {
  test("a path that cannot be read is an error, is left alone, and works once it is mended", () => {
    mkdirSync(path("notes.json"));
    const { file } = openDocument();
    expect(file.read()).toEqual(failed);
    expect(file.write({ a: 1 })).toEqual(failed);
    expect(statSync(path("notes.json")).isDirectory()).toBe(true);
    rmSync(path("notes.json"), { recursive: true });
    expect(file.write({ a: 1 })).toEqual(written);
    expect(file.read()).toEqual(read({ a: 1 }));
  });

  test("a write that fails is an error with a name, and the old version stays", () => {
    const { file, lines } = openDocument();
    file.write({ a: 1 });
    const cyclic: Record<string, unknown> = {};
    cyclic["self"] = cyclic;
    expect(file.write(cyclic)).toEqual(failed);
    expect(lines.at(-1)).toMatch(/^document-not-written name=notes code=/u);
    expect(openDocument().file.read()).toEqual(read({ a: 1 }));
  });
});
