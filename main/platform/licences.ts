import { readFile } from "node:fs/promises";

import * as v from "valibot";

import { type Licence, licence } from "../contract/answers.ts";

const file = v.pipe(v.string(), v.parseJson(), v.array(licence));

/** All that the parts of a build were made of, each package once; null where one of them does not say. */
export async function readLicences(paths: readonly string[]): Promise<readonly Licence[] | null> {
  try {
    const texts = await Promise.all(paths.map((path) => readFile(path, "utf8")));
    const all = texts.flatMap((text) => v.parse(file, text));
    const byPackage = new Map(all.map((one) => [`${one.name} ${one.version}`, one]));
    const byName = new Intl.Collator("en", { numeric: true });
    return [...byPackage.values()].toSorted((one, other) => byName.compare(one.name, other.name));
  } catch {
    return null;
  }
}
