import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Mutant } from "./mutators.ts";

/** Whether the compiler takes a mutant: on a copy of the sources under out/. */
export function createTypeCheck(root: string) {
  const copy = join(root, "out/mutants");
  const compiles = () => {
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    return spawnSync(process.execPath, [tsc, "--noEmit", "-p", "main"], { cwd: copy }).status === 0;
  };
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const part of ["main", "tsconfig.json"])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  if (!compiles()) throw new Error("The sources do not compile.");

  return {
    takes({ file, start, end, after }: Mutant): boolean {
      const path = join(copy, file);
      const text = readFileSync(path, "utf8");
      writeFileSync(path, text.slice(0, start) + after + text.slice(end));
      const taken = compiles();
      writeFileSync(path, text);
      return taken;
    },
    close: () => rmSync(copy, { recursive: true }),
  };
}
