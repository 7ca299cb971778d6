import { appendFileSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { createLineFile } from "../../../main/platform/files/line-file.ts";
import { memoryLog } from "../../fakes/memory-log.ts";
import { temporaryFolder } from "../../fakes/temporary-folder.ts";

const folder = temporaryFolder("lines-");

const pathOf = () => join(folder(), "list.json");
const open = () => createLineFile({ path: pathOf(), log: memoryLog().log });
const safely = { survives: "power-cut" } as const;
const lines = async (file = open()) => {
  const read = await file.read();
  return read.ok ? read.value : read.error.kind;
};

describe("a file of lines", () => {
  test("is empty before the first, and has them in order", async () => {
    const file = open();
    expect(await lines(file)).toEqual([]);
    expect(readdirSync(folder())).toEqual([]);
    await file.append(["a", "b"], safely);
    await file.append(["c"], { survives: "kill" });
    expect(await lines()).toEqual(["a", "b", "c"]);
  });

  test.runIf(process.platform !== "win32")("is its person's alone", async () => {
    await open().append(["a"], safely);
    expect(statSync(pathOf()).mode & 0o777).toBe(0o600);
    await open().replace(["b"]);
    expect(statSync(pathOf()).mode & 0o777).toBe(0o600);
  });

  test("goes on behind what a kill cut off", async () => {
    await open().append(["a"], safely);
    appendFileSync(pathOf(), "\n{half");
    await open().append(["b"], safely);
    expect(await lines()).toEqual(["a", "{half", "b"]);
  });

  test("is replaced as a whole, also by more than is written in one go", async () => {
    const file = open();
    await file.append(["a", "b"], safely);
    const many = Array.from({ length: 300 }, (_none, at) => `${at}-${"ü".repeat(2_000)}`);
    expect((await file.replace(many)).ok).toBe(true);
    expect(await lines()).toEqual(many);
    expect(readdirSync(folder())).toEqual(["list.json"]);
  });

  test("keeps the bytes of before where something of them was not understood", async () => {
    const file = open();
    await file.append(["a"], safely);
    const before = readFileSync(pathOf(), "utf8");
    await file.replace(["b"], { setAside: true });
    expect(readFileSync(join(folder(), "list.unreadable.json"), "utf8")).toBe(before);
    expect(await lines()).toEqual(["b"]);
  });

  test("does not keep what a kill left of a new one", () => {
    writeFileSync(`${pathOf()}.tmp-new`, "half");
    open();
    expect(readdirSync(folder())).toEqual([]);
  });

  test("says that a disk failed, and where a folder is in its place", async () => {
    const file = createLineFile({ path: folder(), log: memoryLog().log });
    expect(await lines(file)).toBe("disk-failed");
    expect(await file.append(["a"], safely)).toMatchObject({ error: { kind: "disk-failed" } });
    expect(await file.replace(["a"])).toMatchObject({ error: { kind: "disk-failed" } });
    expect(readdirSync(folder())).toEqual([]);
  });
});
