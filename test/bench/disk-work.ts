import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

/** What the disk was asked for since it was looked at last. */
export interface DiskWork {
  bytesWritten: number;
  bytesRead: number;
  syncs: number;
}

const work: DiskWork = { bytesWritten: 0, bytesRead: 0, syncs: 0 };

type Call = (...parameters: unknown[]) => unknown;
const isCall = (value: unknown): value is Call => typeof value === "function";

function watch(
  name: string,
  note: (parameters: readonly unknown[], answer: unknown) => void,
): void {
  const real: unknown = Reflect.get(fs, name);
  if (!isCall(real)) return;
  const watched: Call = (...parameters) => {
    const answer = real(...parameters);
    note(parameters, answer);
    return answer;
  };
  Reflect.set(fs, name, Object.assign(watched, real));
}

/** Counts in node:fs itself. To be called before anybody has taken one of its functions. */
export function watchDisk(): void {
  watch("writeSync", (_given, answer) => (work.bytesWritten += Number(answer)));
  watch("writeFileSync", ([, data]) => (work.bytesWritten += sizeOf(data)));
  watch("readFileSync", (_given, answer) => (work.bytesRead += sizeOf(answer)));
  for (const name of ["fsyncSync", "fdatasyncSync", "fsync", "fdatasync"])
    watch(name, () => (work.syncs += 1));
  syncBuiltinESMExports();
}

const sizeOf = (data: unknown): number => {
  if (typeof data === "string") return Buffer.byteLength(data);
  return ArrayBuffer.isView(data) ? data.byteLength : 0;
};

export function takeDiskWork(): DiskWork {
  const taken = { ...work };
  Object.assign(work, { bytesWritten: 0, bytesRead: 0, syncs: 0 });
  return taken;
}
