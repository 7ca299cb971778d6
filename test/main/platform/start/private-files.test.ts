import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { makePrivate } from "../../../../main/platform/start/private-files.ts";

let outer: string;
let folder: string;
beforeEach(() => {
  outer = mkdtempSync(join(tmpdir(), "private-"));
  folder = join(outer, "profile");
});
afterEach(() => rmSync(outer, { recursive: true, force: true }));

const hasModes = process.platform !== "win32";
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

test.runIf(hasModes)("a new folder, and one that was open to others", () => {
  makePrivate(folder);
  expect(modeOf(folder)).toBe("700");
  chmodSync(folder, 0o755);
  makePrivate(folder);
  expect(modeOf(folder)).toBe("700");
});

test.runIf(hasModes)("files of earlier versions", () => {
  makePrivate(folder);
  for (const name of ["settings.json", "main.log", "main.old.log"]) {
    writeFileSync(join(folder, name), "{}");
    chmodSync(join(folder, name), 0o644);
    makePrivate(folder);
    expect(modeOf(join(folder, name))).toBe("600");
  }
});

test.runIf(hasModes)("a link in the place of a file goes, and what it leads to stays", () => {
  makePrivate(folder);
  const elsewhere = join(outer, "elsewhere");
  writeFileSync(elsewhere, "somebody's");
  for (const name of ["wishes.json", "main.log"]) symlinkSync(elsewhere, join(folder, name));
  symlinkSync(join(outer, "nowhere"), join(folder, "tokens.json"));
  makePrivate(folder);
  for (const name of ["wishes.json", "main.log", "tokens.json"])
    expect(lstatSync(join(folder, name), { throwIfNoEntry: false })).toBeUndefined();
  expect(readFileSync(elsewhere, "utf8")).toBe("somebody's");
  expect(existsSync(join(outer, "nowhere"))).toBe(false);
});

test("modes are left alone where the system has none", () => {
  makePrivate(folder, "win32");
  writeFileSync(join(folder, "settings.json"), "{}");
  expect(() => makePrivate(folder, "win32")).not.toThrow();
});

test("a folder that cannot be had keeps nobody from starting", () => {
  writeFileSync(join(outer, "file"), "");
  expect(() => makePrivate(join(outer, "file"))).not.toThrow();
  expect(() => makePrivate(join(outer, "file", "data"))).not.toThrow();
});
