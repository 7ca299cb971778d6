import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Electron's executable where it is already there, else null. The package would download it when it is
 * asked, which must not happen here, so only its folder is looked at.
 */
export function findElectron(): string | null {
  const folder = dirname(fileURLToPath(import.meta.resolve("electron/package.json")));
  const note = join(folder, "path.txt");
  if (!existsSync(note)) return null;
  const path = join(folder, "dist", readFileSync(note, "utf8").trim());
  return existsSync(path) ? path : null;
}
