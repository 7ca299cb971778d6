import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { releaseLock, type SecondInstance, takeLock, watchLock } from "./single-instance.ts";

const mine: SecondInstance = { argv: ["app", "--meet-now"], cwd: "/", data: { a: 1 } };
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lock-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("the first has it, the second leaves a message", async () => {
  const seen: SecondInstance[] = [];
  expect(takeLock(folder, mine)).toBe(true);
  watchLock(folder, (second) => seen.push(second));
  expect(takeLock(folder, mine)).toBe(false);
  await expect.poll(() => seen).toEqual([mine]);
});

test("a holder that is gone does not keep it", () => {
  writeFileSync(join(folder, "lock"), JSON.stringify({ pid: 2 ** 22, start: "1" }));
  expect(takeLock(folder, mine)).toBe(true);
});

test("a pid that is somebody else's by now does not keep it", () => {
  writeFileSync(join(folder, "lock"), JSON.stringify({ pid: process.pid, start: "1" }));
  expect(takeLock(folder, mine)).toBe(true);
});

test("a torn lock file does not keep it, and leaves nothing behind", () => {
  writeFileSync(join(folder, "lock"), '{"pid":');
  expect(takeLock(folder, mine)).toBe(true);
  expect(readdirSync(folder)).toEqual(["lock"]);
});

test("released, it can be had again", () => {
  takeLock(folder, mine);
  releaseLock(folder);
  expect(takeLock(folder, mine)).toBe(true);
});
