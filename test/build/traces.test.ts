import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { tracesIn } from "../../.build/traces.ts";

let folder: string;
function put(name: string, content: string | Buffer): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "traces-"));
  put("main/main.js", "start()");
  put("preload/preload.cjs", "expose()");
  put("renderer/index.html", "<!doctype html>");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a build without traces is fit to be packaged", () => {
  expect(tracesIn(folder)).toEqual([]);
});

test.each([
  "main/chunks/sample.js",
  "preload/preload.cjs",
  "renderer/assets/a.css",
  "assets/x.png",
])("a trace planted in %s is found", (name) => {
  put(name, `x QUICK_MEETING_SAMPLE y`);
  expect(tracesIn(folder)).toEqual([`${join(name)} still knows QUICK_MEETING_SAMPLE`]);
});

test("also in a file that is no text", () => {
  put("main/cache.bin", Buffer.from("\0QUICK_MEETING_ORGANISATION", "utf16le"));
  expect(tracesIn(folder)).toEqual([
    `${join("main/cache.bin")} still knows QUICK_MEETING_ORGANISATION`,
  ]);
});

test("an empty build is none", () => {
  rmSync(join(folder, "main"), { recursive: true });
  expect(tracesIn(folder)).toEqual(["main/main.js is missing"]);
});
