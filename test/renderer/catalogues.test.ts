import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { languages } from "../../main/contract/languages.ts";
import {
  keyFaults,
  placeholderFaults,
  pluralFaults,
  sameFaults,
  sentencesOf,
  spaceFaults,
  uncountedFaults,
  withoutForm,
} from "./catalogues/faults.ts";
import international from "./catalogues/international-words.json" with { type: "json" };

const root = join(import.meta.dirname, "../..");
const folders = ["main/contract/words", "renderer/i18n"];

const read = (folder: string, tag: string) =>
  sentencesOf(JSON.parse(readFileSync(join(root, folder, `${tag}.json`), "utf8")));

const sources = ["main", "renderer"]
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/u.test(file))
      .map((file) => readFileSync(join(root, folder, file), "utf8")),
  )
  .join("\n");

/** The same in this language as in English. */
const sameIn = new Map<string, readonly string[]>(Object.entries(international));
const wordsLikeEnglish = (tag: string) =>
  new Set([...(sameIn.get("every") ?? []), ...(sameIn.get(tag) ?? [])]);

const others = languages.map(({ tag }) => tag).filter((tag) => tag !== "en");

describe.each(folders)("%s", (folder) => {
  const english = read(folder, "en");

  test("the English one is sound in itself", () => {
    expect([
      ...pluralFaults("en", english, english),
      ...uncountedFaults("en", english),
      ...spaceFaults("en", english),
    ]).toEqual([]);
  });

  test.each(others)(
    "%s has every sentence, in each form and with its values, and no copy",
    (tag) => {
      const other = read(folder, tag);
      expect([
        ...keyFaults(tag, other, english),
        ...pluralFaults(tag, other, english),
        ...placeholderFaults(tag, other, english),
        ...sameFaults(tag, other, english, wordsLikeEnglish(tag)),
        ...spaceFaults(tag, other),
      ]).toEqual([]);
    },
  );

  test("every catalogue belongs to a language that can be chosen", () => {
    const files = readdirSync(join(root, folder)).filter((file) => file.endsWith(".json"));
    expect(files).toEqual(languages.map(({ tag }) => `${tag}.json`).toSorted());
  });

  test("no sentence is left over", () => {
    const dead = [...english.keys()].filter((key) => {
      const plain = withoutForm(key);
      const last = plain.split(".").at(-1) ?? "";
      const parent = plain.split(".").slice(0, -1).join(".");
      const known = [`"${plain}"`, `"${last}"`, `${parent}.\${`, `"${last}:`];
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
