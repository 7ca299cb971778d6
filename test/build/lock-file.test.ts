import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

interface Locked {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly inBundle?: boolean;
}

const path = join(import.meta.dirname, "../../package-lock.json");
const { packages }: { packages: Record<string, Locked> } = JSON.parse(readFileSync(path, "utf8"));
const locked = Object.entries(packages).filter(
  ([place, { inBundle = false }]) => place !== "" && !inBundle,
);

// One that is not named is looked up anew by each install: a third of its time. npm puts another registry in the
// place of this one wherever one is set.
test("each locked package names its file at npm's registry, and what must be in it", () => {
  expect(locked.length).toBeGreaterThan(0);
  const wrong = locked.filter(
    ([, { resolved = "", integrity = "" }]) =>
      !resolved.startsWith("https://registry.npmjs.org/") || !integrity.startsWith("sha512-"),
  );
  expect(wrong.map(([place]) => place)).toEqual([]);
});
