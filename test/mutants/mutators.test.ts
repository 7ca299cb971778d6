import { readFileSync } from "node:fs";

import { parseSync } from "vite";
import { describe, expect, test } from "vitest";

import { placeOf, withMarkers } from "./markers.ts";
import { mutantsOf } from "./mutators.ts";
import { pickMutants } from "./pick.ts";

const changesIn = (text: string) =>
  mutantsOf("main/join/a.ts", text).map(({ mutator, before, after }) => [mutator, before, after]);

describe("a mutant", () => {
  test.each([
    [
      "a < b",
      [
        ["negated comparison", "<", ">="],
        ["boundary", "<", "<="],
      ],
    ],
    [
      "f(a ?? b)",
      [
        ["?? to its left", "a ?? b", "a"],
        ["?? to its right", "a ?? b", "b"],
      ],
    ],
    ["f(a?.b)", [["optional chaining removed", "?.", "."]]],
    ["f(a?.[b])", [["optional chaining removed", "?.", ""]]],
    ["f(!a)", [["not removed", "!a", "a"]]],
    ["f(a.filter(b))", [["filter removed", "a.filter(b)", "a"]]],
    ["f(a.some(b))", [["method swapped", "some", "every"]]],
    ["f([...a])", [["spread emptied", "...a", "...[]"]]],
    ["await f()", [["await removed", "await f()", "void f();"]]],
    [
      "f(/^a/iu)",
      [
        ["regex", "/^a/iu", "/a/iu"],
        ["regex", "/^a/iu", "/^a/u"],
      ],
    ],
    [
      "if (a) { b; return; }",
      [
        ["condition always", "a", "true"],
        ["early exit removed", "a", "false"],
      ],
    ],
  ])("of %s", (text, expected) => {
    const removed = text.startsWith("if")
      ? ["statement removed", "b;", ";"]
      : ["statement removed", text, ";"];
    expect(new Set(changesIn(text))).toEqual(new Set([removed, ...expected]));
  });

  test.each([
    'import "a";',
    'type A = { b: "c" };',
    'const a: "b" = c as "d";',
    'throw new Error("a");',
    'log.warn("a", { b: true });',
  ])("is never made of %s", (text) => {
    expect(changesIn(text)).toEqual([]);
  });
});

const file = "main/meetings/fulfil.ts";
const text = readFileSync(file, "utf8");
const all = mutantsOf(file, text);

test("a changed file can still be read", () => {
  for (const { start, end, before, after } of all) {
    expect(text.slice(start, end)).toBe(before);
    const changed = text.slice(0, start) + after + text.slice(end);
    expect(parseSync(file, changed).errors, `${before} to ${after}`).toEqual([]);
  }
  expect(parseSync(file, withMarkers(file, text)).errors).toEqual([]);
});

test("a marked function notes that it is entered, and only then", () => {
  const source = "const g = (a) => ({ a }); const f = (b) => { return g(b); }; [f, g][which](1);";
  const entered = (which: number) => {
    const reachedPlaces = new Set<string>();
    // oxlint-disable-next-line typescript/no-implied-eval -- the marked text is what is tested
    new Function("globalThis", "which", withMarkers("a.ts", source))({ reachedPlaces }, which);
    return [...reachedPlaces];
  };
  expect(entered(0)).toEqual(["a.ts", "a.ts#1", "a.ts#0"]);
  expect(entered(1)).toEqual(["a.ts", "a.ts#0"]);
  expect(placeOf("a.ts", source, source.indexOf("return"))).toBe("a.ts#1");
  expect(placeOf("a.ts", source, source.indexOf("which"))).toBe("a.ts");
});

test("the same seed picks the same mutants, every kind before one comes twice", () => {
  const picked = pickMutants(all, 20, 7);
  expect(picked).toEqual(pickMutants(all, 20, 7));
  expect(picked).not.toEqual(pickMutants(all, 20, 8));
  const kinds = Math.min(20, new Set(all.map(({ mutator }) => mutator)).size);
  expect(new Set(picked.map(({ mutator }) => mutator)).size).toBe(kinds);
});
