import { open } from "node:fs/promises";

/** Only a file, and only a small one: what a person chooses may be anything. Null where it is something else. */
export async function readSmallFile(path: string, mostBytes: number): Promise<string | null> {
  try {
    await using file = await open(path, "r");
    const about = await file.stat();
    if (!about.isFile() || about.size > mostBytes) return null;
    return await file.readFile("utf8");
  } catch {
    return null;
  }
}
