import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { createCodec } from "./codec.ts";

const { encode, decode } = createCodec();
const through = (value: unknown) => decode(encode(value));

describe("values come out as they went in", () => {
  test.each([
    ["undefined", undefined],
    ["minus zero", -0],
    ["NaN", Number.NaN],
    ["infinity", Number.POSITIVE_INFINITY],
    ["a big integer", 12n],
    ["a date", new Date(7)],
    ["a map", new Map([["a", new Set([1, undefined])]])],
    ["bytes", new Uint8Array([1, 2, 255])],
    ["a regular expression", /x+/giu],
    ["an object with an undefined member", { a: undefined, b: null }],
    ["an array of arrays that look like tags", [["undefined"], ["date", 1]]],
  ])("%s", (_name, value) => {
    expect(through(value)).toStrictEqual(value);
  });

  test("holes stay holes", () => {
    const sparse: unknown[] = [1];
    sparse[2] = 3;
    const copy = through(sparse);
    expect(Array.isArray(copy) && 1 in copy).toBe(false);
  });

  test("whatever JSON can say", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(through(value)).toStrictEqual(structuredClone(value));
      }),
    );
  });
});

test.each([
  ["a function", () => 1],
  ["a symbol", Symbol("x")],
  ["a function within", { deep: [() => 1] }],
  ["a weak map", new WeakMap()],
])("%s is refused with Electron's words", (_name, value) => {
  expect(() => encode(value)).toThrow("An object could not be cloned.");
});

test("a prototype cannot be smuggled in", () => {
  const copy = through(JSON.parse('{"__proto__":{"isAdmin":true}}'));
  expect(Reflect.get(Object(copy), "isAdmin")).toBeUndefined();
});
