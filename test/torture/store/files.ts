import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Files that are neither the document nor the one copy that is set aside. */
export const straysIn = (folder: string): number =>
  readdirSync(folder).filter((name) => !/^tokens(\.unreadable)?\.json$/u.test(name)).length;

export function textOf(folder: string, name: string): string | null {
  try {
    return readFileSync(join(folder, name), "utf8");
  } catch {
    return null;
  }
}
