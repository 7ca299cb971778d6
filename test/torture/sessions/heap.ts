import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Megabytes in use, after everything that nobody needs was collected. */
export async function heapMegabytes(): Promise<number> {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  for (let round = 0; round < 3; round += 1) {
    if (typeof collect === "function") collect();
    // What only a promise held goes in the next round.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return process.memoryUsage().heapUsed / 1024 / 1024;
}
