import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** What leads to the sample organisation, or to another host by the environment. */
const traces = ["QUICK_MEETING_ORGANISATION", "QUICK_MEETING_SAMPLE"];

/** Every file of a build that still knows one, whatever kind of file it is; and what a build must have. */
export function tracesIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const found = files.flatMap((file) => {
    const bytes = readFileSync(file);
    return traces
      .filter((trace) => bytes.includes(trace) || bytes.includes(Buffer.from(trace, "utf16le")))
      .map((trace) => `${relative(folder, file)} still knows ${trace}`);
  });
  const names = new Set(files.map((file) => relative(folder, file).replaceAll("\\", "/")));
  const missing = ["main/main.js", "preload/preload.cjs", "renderer/index.html"].filter(
    (name) => !names.has(name),
  );
  return [...found, ...missing.map((name) => `${name} is missing`)].toSorted();
}
