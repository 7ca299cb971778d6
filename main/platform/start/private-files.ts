import { chmodSync, lstatSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const isOurs = (name: string): boolean => /\.(?:json|log)$/u.test(name);

/**
 * What the app keeps in a folder is for its person alone, where the system has such modes. A link in the
 * place of a file would have us write somewhere else, so it goes; nobody else can put a new one there then.
 * Never throws: whatever cannot be had is told where it is missed.
 */
export function makePrivate(folder: string, platform: NodeJS.Platform = process.platform): void {
  attempt(() => mkdirSync(folder, { recursive: true, mode: 0o700 }));
  if (platform !== "win32") attempt(() => chmodSync(folder, 0o700));
  for (const name of attempt(() => readdirSync(folder).filter(isOurs)) ?? [])
    attempt(() => {
      const path = join(folder, name);
      const entry = lstatSync(path);
      if (entry.isSymbolicLink()) rmSync(path);
      else if (entry.isFile() && platform !== "win32") chmodSync(path, 0o600);
    });
}

/** A file of somebody else's among them, or a disk that is full, must not keep the app from starting. */
function attempt<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch {
    // Reading or writing it fails later, and is told then.
    return undefined;
  }
}
