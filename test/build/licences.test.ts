import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, expect, test } from "vitest";

import { folderOf, licenceIn, listLicences } from "../../.build/licences.ts";

const folder = mkdtempSync(join(tmpdir(), "licences-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A package as npm lays it down. */
function install(name: string, about: object, files: Readonly<Record<string, string>> = {}) {
  const path = join(folder, "node_modules", name);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, "package.json"), JSON.stringify({ name, ...about }));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
  return path;
}
const plain = install("plain", { version: "1.2.3", license: "MIT" }, { "LICENSE.md": "Do.\n" });
const scoped = install("@of/scope", { version: "2.0.0", license: "ISC" });

test.each([
  [join(plain, "index.js"), plain],
  [join(scoped, "deep/in/it.mjs"), scoped],
  [`\0commonjs-proxy:${join(plain, "index.js")}`, plain],
  [join(folder, "renderer/main.tsx"), null],
  [join(folder, "node_modules/not-there/index.js"), null],
  ["\0unused:jsonwebtoken", null],
])("%j is of %j", (id, expected) => expect(folderOf(id)).toBe(expected));

test("a package's own words go with it", () => {
  const about = { name: "plain", version: "1.2.3", licence: "MIT", text: "Do." };
  expect(licenceIn(plain)).toEqual(about);
  expect(licenceIn(scoped)).toMatchObject({ licence: "ISC", text: "" });
});

test("a package that names no licence fails the build", () => {
  const silent = install("silent", { version: "1.0.0" });
  expect(() => licenceIn(silent)).toThrow(/license/u);
});

test("of a bundle's packages, only those are named of which something is left in it", () => {
  const files: { fileName: string; source: string }[] = [];
  const bundle = {
    "main.js": {
      type: "chunk",
      modules: {
        [join(plain, "a.js")]: { renderedLength: 10 },
        [join(plain, "b.js")]: { renderedLength: 10 },
        [join(scoped, "c.js")]: { renderedLength: 0 },
      },
    },
    "style.css": { type: "asset" },
  };
  const emitting = { emitFile: (file: (typeof files)[number]) => files.push(file) };
  listLicences(["electron"]).generateBundle.call(emitting, {}, bundle);
  expect(files.map(({ fileName }) => fileName)).toEqual(["licences.json"]);
  const listed: unknown = JSON.parse(files[0]?.source ?? "");
  expect(listed).toEqual([
    expect.objectContaining({ name: "electron", licence: "MIT" }),
    expect.objectContaining({ name: "plain" }),
  ]);
});
