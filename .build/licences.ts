import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import * as v from "valibot";

import type { Licence } from "../main/contract/answers.ts";

/** As much of a bundle as the plugin reads. */
interface Bundle {
  readonly [file: string]: {
    readonly type: string;
    readonly modules?: Readonly<Record<string, { readonly renderedLength: number }>>;
  };
}
interface Emitting {
  emitFile(file: { type: "asset"; fileName: string; source: string }): unknown;
}

const root = join(import.meta.dirname, "..");

/** Of whose files a bundle is made, each with what it may be used under, in the package's own words: a file beside the bundle. */
export const listLicences = (besides: readonly string[] = []) => ({
  name: "list-licences",
  generateBundle(this: Emitting, _options: unknown, bundle: Bundle) {
    const folders = new Set(besides.map((name) => join(root, "node_modules", name)));
    for (const { modules = {} } of Object.values(bundle))
      for (const [id, { renderedLength }] of Object.entries(modules)) {
        const folder = renderedLength > 0 ? folderOf(id) : null;
        if (folder !== null) folders.add(folder);
      }
    const licences = [...folders].map(licenceIn).toSorted((one, other) => compare(one, other));
    const source = JSON.stringify(licences);
    this.emitFile({ type: "asset", fileName: "licences.json", source });
  },
});

const compare = (one: Licence, other: Licence): number => (one.name < other.name ? -1 : 1);

/** Of the package a module is of; null for our own. */
export function folderOf(id: string): string | null {
  const path = /^\0?(?:[\w-]+:)?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//u.exec(
    id.replaceAll("\\", "/"),
  )?.[1];
  return path !== undefined && existsSync(join(path, "package.json")) ? path : null;
}

const words = /^(?:licen[cs]e|copying)(?:[.-].*)?$/iu;

const about = v.object({ name: v.string(), version: v.string(), license: v.string() });

export function licenceIn(folder: string): Licence {
  const described = readFileSync(join(folder, "package.json"), "utf8");
  const { name, version, license } = v.parse(about, JSON.parse(described));
  const file = readdirSync(folder)
    .toSorted()
    .find((one) => words.test(one));
  const text = file === undefined ? "" : readFileSync(join(folder, file), "utf8").trim();
  return { name, version, licence: license, text };
}
