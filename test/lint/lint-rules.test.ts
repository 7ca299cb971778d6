import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/**
 * Each fixture breaks one rule on purpose and names it in its first line. They are linted as if they
 * stood in the real folders, with the real configuration, so a rule that stops to fire is noticed.
 */
const root = join(import.meta.dirname, "../..");
const fixtures = join(import.meta.dirname, "fixtures");
const files = readdirSync(fixtures, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/u.test(file))
  .toSorted();

const report = v.object({
  diagnostics: v.array(v.object({ code: v.optional(v.string(), ""), filename: v.string() })),
});

let folder = "";
let codes = new Map<string, string[]>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "lint-"));
  cpSync(fixtures, folder, { recursive: true });
  for (const file of [".oxlintrc.json", "tsconfig.json", "package.json"])
    cpSync(join(root, file), join(folder, file));
  for (const part of ["main", "renderer", "test"])
    cpSync(join(root, part, "tsconfig.json"), join(folder, part, "tsconfig.json"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  codes = await lint();
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function lint(): Promise<Map<string, string[]>> {
  const bin = join(root, "node_modules/oxlint/bin/oxlint");
  const output = await new Promise<string>((resolve) => {
    const args = [bin, "-c", ".oxlintrc.json", "--format", "json", "main", "renderer", "test"];
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 1 << 26 }, (_error, stdout) => {
      resolve(stdout);
    });
  });
  const found = new Map<string, string[]>();
  for (const { filename, code } of v.parse(report, JSON.parse(output)).diagnostics)
    found.set(filename, [...(found.get(filename) ?? []), code]);
  return found;
}

describe("every rule of the house fires", () => {
  test.each(files)("%s", (file) => {
    const firstLine = readFileSync(join(fixtures, file), "utf8").split("\n", 1)[0] ?? "";
    const expected = /^\/\/ expect: (.+)$/u.exec(firstLine)?.[1] ?? "a first line that says";
    const seen = codes.get(file) ?? [];
    if (expected === "nothing") expect(seen).toEqual([]);
    else expect(seen.join(" ")).toContain(expected);
  });
});
