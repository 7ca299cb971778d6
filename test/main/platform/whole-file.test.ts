import { expect, test } from "vitest";

import { renameOver } from "../../../main/platform/files/whole-file.ts";

const failure = (code: string) => Object.assign(new Error(code), { code });

/** Fails so often, with these codes one after the other. */
function failing(codes: readonly string[]) {
  const left = [...codes];
  const renamed: string[] = [];
  const waited: number[] = [];
  const system = {
    rename(from: string, to: string) {
      const code = left.shift();
      if (code !== undefined) throw failure(code);
      renamed.push(`${from} > ${to}`);
    },
    wait: (milliseconds: number) => void waited.push(milliseconds),
  };
  return { system, renamed, waited };
}

test("on Windows a file that somebody is reading is renamed over once they are done", () => {
  const { system, renamed, waited } = failing(["EPERM", "EBUSY", "EACCES"]);
  renameOver("a", "b", "win32", system);
  expect(renamed).toEqual(["a > b"]);
  expect(waited).toHaveLength(3);
});

test("who never is done is not waited for without end", () => {
  const { system, renamed, waited } = failing(Array.from({ length: 50 }, () => "EBUSY"));
  expect(() => renameOver("a", "b", "win32", system)).toThrow("EBUSY");
  expect(renamed).toEqual([]);
  expect(waited.reduce((total, one) => total + one, 0)).toBeLessThan(500);
});

test("what waiting does not help is said at once, and so is everything elsewhere", () => {
  const full = failing(["ENOSPC"]);
  expect(() => renameOver("a", "b", "win32", full.system)).toThrow("ENOSPC");
  const linux = failing(["EPERM"]);
  expect(() => renameOver("a", "b", "linux", linux.system)).toThrow("EPERM");
  expect([...full.waited, ...linux.waited]).toEqual([]);
});
