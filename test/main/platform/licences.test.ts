import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, expect, test } from "vitest";

import { readLicences } from "../../../main/platform/licences.ts";

const folder = mkdtempSync(join(tmpdir(), "licences-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const of = (name: string, version = "1.0.0") => ({ name, version, licence: "MIT", text: "Do." });
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
const main = file("main.json", JSON.stringify([of("zod"), of("i18next"), of("i18next", "2.0.0")]));
const windows = file("renderer.json", JSON.stringify([of("react"), of("i18next")]));

test("what both parts are made of is named once, by name", async () => {
  const all = await readLicences([main, windows]);
  expect(all?.map(({ name, version }) => `${name} ${version}`)).toEqual([
    "i18next 1.0.0",
    "i18next 2.0.0",
    "react 1.0.0",
    "zod 1.0.0",
  ]);
});

test.each([
  ["is missing", join(folder, "nothing.json")],
  ["is cut off", file("cut.json", "[{")],
  ["is something else", file("other.json", '[{"name":"react"}]')],
])("half a list is none: where a part's %s", async (_what, path) => {
  expect(await readLicences([main, path])).toBeNull();
});
