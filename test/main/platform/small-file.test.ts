import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, expect, test } from "vitest";

import { readSmallFile } from "../../../main/platform/files/small-file.ts";

const folder = mkdtempSync(join(tmpdir(), "small-file-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, "set-up.json");

test("a small file is read whole, one byte more not at all", async () => {
  writeFileSync(path, "12345678");
  expect(await readSmallFile(path, 8)).toBe("12345678");
  writeFileSync(path, "123456789");
  expect(await readSmallFile(path, 8)).toBeNull();
});

test("a folder, and what is not there, are no files", async () => {
  expect(await readSmallFile(folder, 8)).toBeNull();
  expect(await readSmallFile(join(folder, "nothing"), 8)).toBeNull();
});
