import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { ok } from "../../../main/contract/errors.ts";
import { createDocument } from "../../../main/platform/document-file.ts";
import { createLineFile } from "../../../main/platform/files/line-file.ts";
import { createKeptDocuments } from "../../../main/shell/kept-documents.ts";
import { memoryLog } from "../../fakes/memory-log.ts";
import { confBacking } from "../platform/conf-backing.ts";
import { temporaryFolder } from "../../fakes/temporary-folder.ts";

const folder = temporaryFolder("kept-");

const path = (name: string) => join(folder(), name);
const failed = { ok: false, error: { kind: "files-not-deleted" } };

function openDocuments() {
  const { log, lines } = memoryLog();
  const documents = createKeptDocuments({
    folder: folder(),
    open: (name) => createDocument({ name, openBacking: confBacking(folder()), log }),
    openLines: (name) => createLineFile({ path: path(`${name}.json`), log }),
    otherFiles: () => [path("logs/main.log"), path("logs/main.old.log")],
    log,
  });
  return { documents, lines };
}

test("forgetting takes every document, their copies and leavings, and the logs, and nothing of others", () => {
  const { documents } = openDocuments();
  for (const name of ["settings", "history", "tokens-0123456789abcdef"])
    documents.file(name).write({ a: 1 });
  mkdirSync(path("logs"));
  mkdirSync(path("Network.json"));
  const ours = [
    "history.unreadable.json",
    "history.unreadable.json.new",
    "wishes.json.tmp-1764000000a1b2c3",
    "tokens-ffffffffffffffff.unreadable.json",
    "wishes-0123456789abcdef.json",
    "history-lines.json",
    "history-lines.json.tmp-new",
    "logs/main.log",
    "logs/main.old.log",
  ];
  const others = ["Local State", "Preferences", "lockfile"];
  for (const name of [...ours, ...others]) writeFileSync(path(name), "{}");
  expect(documents.beginForgetting()).toEqual(ok(undefined));
  expect(documents.forget()).toEqual(ok(undefined));
  expect(readdirSync(folder()).toSorted()).toEqual([
    "Local State",
    "Network.json",
    "Preferences",
    "lockfile",
    "logs",
  ]);
  expect(readdirSync(path("logs"))).toEqual([]);
  expect(documents.isForgetting()).toBe(false);
});

test("what was opened before is never written, read or removed again; what is opened after is", () => {
  const { documents } = openDocuments();
  const before = documents.file("history");
  before.write({ a: 1 });
  documents.forget();
  const late = [before.write({ a: 2 }), before.read(), before.remove()];
  expect(late.map((answer) => answer.ok)).toEqual([false, false, false]);
  expect(existsSync(path("history.json"))).toBe(false);
  const after = documents.file("history");
  expect(after.read()).toEqual(ok(undefined));
  after.write({ a: 3 });
  expect(before.remove().ok).toBe(false);
  expect(after.read()).toEqual(ok({ a: 3 }));
});

test("a kill at any moment of it is known to the next start, which finishes it", () => {
  const { documents } = openDocuments();
  documents.file("history").write({ a: 1 });
  expect(openDocuments().documents.isForgetting()).toBe(false);
  documents.beginForgetting();
  const next = openDocuments().documents;
  expect(next.isForgetting()).toBe(true);
  expect(next.forget()).toEqual(ok(undefined));
  expect(openDocuments().documents.isForgetting()).toBe(false);
  expect(readdirSync(folder())).toEqual([]);
});

test("a file that will not go is said; the rest goes, and it is tried again", () => {
  const { documents, lines } = openDocuments();
  documents.beginForgetting();
  for (const name of ["settings", "history", "tokens-0123456789abcdef"])
    documents.file(name).write({ a: 1 });
  // No file of that name can be removed where a folder is; root may remove everything else.
  mkdirSync(path("logs/main.log"), { recursive: true });
  expect(documents.forget()).toEqual(failed);
  expect(lines.join("\n")).toContain("not-forgotten files=1");
  expect(readdirSync(folder()).toSorted()).toEqual(["forgetting.json", "logs"]);
  expect(documents.isForgetting()).toBe(true);
  rmSync(path("logs"), { recursive: true });
  expect(documents.forget()).toEqual(ok(undefined));
  expect(documents.isForgetting()).toBe(false);
});

test("a folder that is not there, or is none, is no throw", () => {
  const { documents } = openDocuments();
  rmSync(folder(), { recursive: true });
  expect(documents.forget()).toEqual(ok(undefined));
  writeFileSync(folder(), "a file in its place");
  expect(documents.forget()).toEqual(failed);
});

test("lines that are on their way to the disk come too late once everything is forgotten", async () => {
  const { documents } = openDocuments();
  const before = documents.lines("history-lines");
  await before.append(["a"], { survives: "power-cut" });
  const replacing = before.replace(["a", "b"]);
  expect(documents.forget()).toEqual(ok(undefined));
  expect((await replacing).ok).toBe(false);
  expect((await before.append(["c"], { survives: "kill" })).ok).toBe(false);
  expect(readdirSync(folder())).toEqual([]);
  const after = documents.lines("history-lines");
  await after.append(["d"], { survives: "kill" });
  expect(await after.read()).toEqual(ok(["d"]));
});
