import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/** One file of the sources, by its path from the root, with what it imports of ours. */
export interface SourceFile {
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly { readonly path: string; readonly isType: boolean }[];
}

const importing = /^(?:import|export)(?<type> type)?[^;"]*? from "(?<path>\.[^"]+)"/gmsu;
const later = /\bimport\("(?<path>\.[^"]+)"\)/gu;

export function readSources(root: string, folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/u.test(name))
      .map((name) => {
        const path = join(folder, name).replaceAll("\\", "/");
        return sourceOf(path, readFileSync(join(root, path), "utf8"));
      }),
  );
}

export function sourceOf(path: string, text: string): SourceFile {
  const found = [...text.matchAll(importing), ...text.matchAll(later)];
  const imports = found.map(({ groups = {} }) => ({
    path: normalize(join(dirname(path), groups["path"] ?? "")).replaceAll("\\", "/"),
    isType: groups["type"] !== undefined,
  }));
  return { path, lines: text.split("\n").length - 1, imports };
}

/** From the ground up. What is on no list is a feature; platform and the roots are above all of them. */
const floors = new Map([
  ["contract", 0],
  ["base", 1],
  ["graph", 2],
  ["doors", 4],
  ["shell", 4],
  ["platform", 5],
]);
const featureFloor = 3;

function floorOf(path: string): number | null {
  const [root, room, ...rest] = path.split("/");
  if (root !== "main" || room === undefined) return null;
  return rest.length === 0 ? Infinity : (floors.get(room) ?? featureFloor);
}

/** "a imports b" for each import from a lower floor of a higher one. */
export const importsUpwards = (files: readonly SourceFile[]): string[] =>
  files.flatMap(({ path, imports }) => {
    const from = floorOf(path);
    return imports
      .filter((one) => from !== null && (floorOf(one.path) ?? -1) > from)
      .map((one) => `${path} imports ${one.path}`);
  });

/** Screens know each other only as the whole window puts them together. */
const shared = new Set(["ui", "i18n", "meeting"]);

function screenOf(path: string): string | null {
  const [root, screen, ...rest] = path.split("/");
  if (root !== "renderer" || rest.length === 0 || screen === undefined) return null;
  return shared.has(screen) ? null : screen;
}

/** "ui imports a screen": what screens share knows none of them. */
export const sharedImportsScreens = (files: readonly SourceFile[]): string[] =>
  files.flatMap(({ path, imports }) =>
    /^renderer\/(?:ui|i18n)\//u.test(path)
      ? imports
          .filter((one) => screenOf(one.path) !== null || one.path.startsWith("renderer/meeting/"))
          .map((one) => `${path} imports ${one.path}`)
      : [],
  );

/** What the other rooms may know of times: reading a phrase, finding zones, resolving a local time. */
const timesEntrances = new Set(
  ["phrase", "phrase-reading", "zones", "local-time"].map((name) => `main/times/${name}.ts`),
);
const isOfTimes = (path: string): boolean => path.startsWith("main/times/");

/** "a imports b": past the entrances into the room of times, or out of it into another feature. */
export const importsPastTimesEntrances = (files: readonly SourceFile[]): string[] =>
  files.flatMap(({ path, imports }) =>
    imports
      .filter((one) =>
        isOfTimes(path)
          ? !isOfTimes(one.path) && floorOf(one.path) === featureFloor
          : isOfTimes(one.path) && !timesEntrances.has(one.path),
      )
      .map((one) => `${path} imports ${one.path}`),
  );

export const mostFiles = 20;
export const mostLines = 250;

export function crowdedFolders(files: readonly SourceFile[]): string[] {
  const counts = new Map<string, number>();
  for (const { path } of files) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > mostFiles)
    .map(([folder, count]) => `${folder}: ${count} files`);
}

export const longFiles = (files: readonly SourceFile[]): string[] =>
  files
    .filter(({ lines }) => lines > mostLines)
    .map(({ path, lines }) => `${path}: ${lines} lines`);

/** What one folder alone uses and that stands elsewhere in the same root: it belongs to its user. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
