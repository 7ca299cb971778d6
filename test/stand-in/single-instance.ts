import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

/** What a second instance leaves for the first. */
export interface SecondInstance {
  readonly argv: string[];
  readonly cwd: string;
  readonly data: unknown;
}

/** When the process with this pid began, so that a pid used again is not taken for the holder. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")")).split(" ")[20] ?? null;
  } catch {
    try {
      process.kill(pid, 0);
      return "alive";
    } catch {
      return null;
    }
  }
}

/**
 * One holder per folder: a lock file made exclusively, with pid and start time. A holder that was
 * killed is found by those, and its lock is renamed away by exactly one of the waiting processes.
 */
export function takeLock(folder: string, mine: SecondInstance): boolean {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, "lock");
  const me = JSON.stringify({ pid: process.pid, start: startOf(process.pid) });
  for (let attempt = 0; attempt < 10; attempt += 1) {
    try {
      const file = openSync(lock, "wx", 0o600);
      writeFileSync(file, me);
      closeSync(file);
      return true;
    } catch {
      if (isHeld(lock)) break;
      try {
        const aside = join(folder, `stale-${process.pid}-${attempt}`);
        renameSync(lock, aside);
        rmSync(aside, { force: true });
      } catch {
        // Another process was faster; look again.
      }
    }
  }
  const message = join(folder, `${process.pid}-${Date.now()}`);
  writeFileSync(`${message}.part`, JSON.stringify(mine), { mode: 0o600 });
  renameSync(`${message}.part`, `${message}.message`);
  return false;
}

function isHeld(lock: string): boolean {
  try {
    const holder: { pid: number; start: string } = JSON.parse(readFileSync(lock, "utf8"));
    return startOf(holder.pid) === holder.start;
  } catch {
    return false;
  }
}

/** Calls back for each further instance that came and went. */
export function watchLock(folder: string, onSecond: (second: SecondInstance) => void): void {
  const look = () => {
    // The folder may be gone by now, with everything in it.
    const names = existsSync(folder) ? readdirSync(folder) : [];
    for (const name of names.filter((file) => file.endsWith(".message"))) {
      const path = join(folder, name);
      try {
        const second: SecondInstance = JSON.parse(readFileSync(path, "utf8"));
        rmSync(path);
        onSecond(second);
      } catch {
        // Taken in an earlier turn.
      }
    }
  };
  watch(folder, look).unref();
}

export const releaseLock = (folder: string): void => rmSync(join(folder, "lock"), { force: true });
