import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

export const codes = ["ENOSPC", "EIO", "EACCES", "EBUSY", "EXDEV"] as const;
export type Code = (typeof codes)[number];

/** One call of a save, by its place in the row of all calls. */
export interface Fault {
  readonly at: number;
  /** "short" writes half and says so, without an error: what Linux does on a disk that is full. */
  readonly code: Code | "short";
  /** Every later call of the save fails as well. */
  readonly forGood?: boolean;
}

interface Watch {
  readonly calls: string[];
  readonly faults: readonly Fault[];
}

let watch: Watch | null = null;
let lateness = 0;

type Call = (...parameters: unknown[]) => unknown;

const isCall = (value: unknown): value is Call => typeof value === "function";

/** Fail with an exception, or in the callback, or (existsSync and the like) are no file-system calls to fail. */
const watched = (name: string) =>
  (name.endsWith("Sync") && name !== "existsSync" && name !== "globSync") ||
  ["unlink", "rm", "fsync", "fdatasync"].includes(name);

/** Wraps every function of node:fs that a save may use. To be called before anybody has taken one. */
export function installFaults(): void {
  for (const name of Object.keys(fs).filter(watched)) {
    const real: unknown = Reflect.get(fs, name);
    if (!isCall(real)) continue;
    const wrapped: Call = (...parameters) => {
      const fault = faultOf(name);
      if (!fault) return real(...parameters);
      return name.endsWith("Sync")
        ? failNow(name, real, parameters, fault.code)
        : failLater(parameters.at(-1), name, fault.code);
    };
    Reflect.set(fs, name, Object.assign(wrapped, real));
  }
  syncBuiltinESMExports();
  // What tries again for a second must not take a second.
  const now = Date.now.bind(Date);
  Date.now = () => now() + lateness;
}

/** Runs a save with these faults and answers which calls it made. */
export async function withFaults(
  faults: readonly Fault[],
  save: () => Promise<void>,
): Promise<readonly string[]> {
  const mine: Watch = { calls: [], faults };
  watch = mine;
  try {
    await save();
    // Clearing up after a failure happens in later turns.
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve, 1));
  } finally {
    watch = null;
  }
  return mine.calls;
}

function faultOf(name: string): Fault | null {
  if (!watch) return null;
  const at = watch.calls.push(name) - 1;
  return watch.faults.find((fault) => (fault.forGood ? at >= fault.at : at === fault.at)) ?? null;
}

function failNow(name: string, real: Call, parameters: unknown[], code: Fault["code"]): unknown {
  const [target, data, ...others] = parameters;
  // A disk that fails in the middle of a write has taken the first part of it.
  const half = typeof data === "string" ? data.slice(0, Math.floor(data.length / 2)) : "";
  const written = /^write(File)?Sync$/u.test(name) ? real(target, half, ...others) : undefined;
  if (code === "short") return written;
  throw failure(name, code);
}

function failLater(callback: unknown, name: string, code: Fault["code"]): void {
  if (isCall(callback)) setImmediate(callback, failure(name, code));
}

function failure(name: string, code: string): Error {
  lateness += 2_000;
  return Object.assign(new Error(`${code}: injected, ${name}`), { code, syscall: name });
}
