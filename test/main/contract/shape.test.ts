import * as v from "valibot";
import { expect, test } from "vitest";

import { shortList } from "../../../main/contract/shape.ts";
import { requests } from "../../../main/contract/requests/vocabulary.ts";

test("of a list that is too long no entry is looked at", () => {
  let looked = 0;
  const entry = v.custom<number>(() => {
    looked += 1;
    return true;
  });
  expect(
    v.is(
      shortList(entry, 3),
      Array.from({ length: 1_000_000 }, () => 1),
    ),
  ).toBe(false);
  expect(looked).toBe(0);
  expect(v.is(shortList(entry, 3), [1, 2, 3])).toBe(true);
  expect(v.is(shortList(v.string(), 3), ["a", 1])).toBe(false);
  expect(v.is(shortList(v.string(), 3), { length: 1 })).toBe(false);
});

test("nor of a million presets", () => {
  let looked = 0;
  const presets = new Proxy(Array.from({ length: 1_000_000 }), {
    get(list, name) {
      if (name !== "length") looked += 1;
      return Reflect.get(list, name);
    },
  });
  expect(v.is(requests.changeSettings.input, { presets })).toBe(false);
  expect(looked).toBe(0);
});
