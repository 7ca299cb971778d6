import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Settings of a first start; those of an earlier one are left alone. */
export function keepSettings(userData: string, settings: Readonly<Record<string, unknown>>): void {
  const path = join(userData, "settings.json");
  if (existsSync(path)) return;
  mkdirSync(userData, { recursive: true });
  writeFileSync(path, JSON.stringify({ document: { version: 2, settings } }));
}
