import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { languages } from "../../main/contract/languages.ts";

const root = join(import.meta.dirname, "../..");
const folders = ["main/contract/words", "renderer/i18n"];

/** Every sentence of a catalogue by its dotted key. */
function flatten(value: unknown, path: string[] = []): [string, string][] {
  if (typeof value === "string") return [[path.join("."), value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => flatten(part, [...path, key]));
}

const read = (folder: string, tag: string) =>
  new Map(flatten(JSON.parse(readFileSync(join(root, folder, `${tag}.json`), "utf8"))));

const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/gu) ?? []).toSorted();

const sources = ["main", "renderer"]
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/u.test(file))
      .map((file) => readFileSync(join(root, folder, file), "utf8")),
  )
  .join("\n");

describe.each(folders)("%s", (folder) => {
  const english = read(folder, "en");

  test.each(languages.map(({ tag }) => tag))(
    "%s has every sentence, with its placeholders",
    (tag) => {
      const other = read(folder, tag);
      expect([...other.keys()].toSorted()).toEqual([...english.keys()].toSorted());
      for (const [key, sentence] of english)
        expect(placeholders(other.get(key) ?? ""), key).toEqual(placeholders(sentence));
    },
  );

  test("no sentence is left over", () => {
    const dead = [...english.keys()].filter((key) => {
      const [last = ""] = key.split(".").slice(-1);
      const parent = key.split(".").slice(0, -1).join(".");
      const plain = key.replace(/_(?:one|other)$/u, "");
      const known = [
        `"${plain}"`,
        `"${last.replace(/_(?:one|other)$/u, "")}"`,
        `${parent}.\${`,
        `"${last}:`,
      ];
      return (
        !known.some((text) => sources.includes(text)) &&
        !/^(?:error|page|tray|notify|adminMessage)\./u.test(key)
      );
    });
    expect(dead).toEqual([]);
  });
});

test("the same sentence's key is not in both catalogues", () => {
  const [shared, own] = folders.map((folder) => new Set(read(folder, "en").keys()));
  expect([...(shared ?? [])].filter((key) => own?.has(key))).toEqual([]);
});
