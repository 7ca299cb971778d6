import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { qrCode } from "../../../main/handover/qr-code.ts";
import { anyText } from "../../fakes/any-text.ts";

const url = "https://teams.microsoft.com/meet/248719335402?p=Xk4Ru9";

/** The modules as the path draws them. */
function draw(text: string): boolean[][] {
  const { size, path } = qrCode(text) ?? { size: 0, path: "" };
  const modules = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x = "", y = "", width = "", back] of path.matchAll(
    /M(\d+) (\d+)h(\d+)v1h-(\d+)z/gu,
  )) {
    expect(back).toBe(width);
    modules[Number(y)]?.fill(true, Number(x), Number(x) + Number(width));
  }
  return modules;
}

const finder = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"];
const corner = (modules: boolean[][], x: number, y: number) =>
  modules.slice(y, y + 7).map((row) =>
    row
      .slice(x, x + 7)
      .map((dark) => (dark ? "#" : "."))
      .join(""),
  );

describe("a join link", () => {
  const modules = draw(url);
  const size = modules.length;

  test("is a square of version 4, and four light modules around it", () => {
    expect(size).toBe(33 + 8);
    const isEdge = (at: number) => at < 4 || at >= size - 4;
    const dark = modules.flatMap((row, y) => row.flatMap((on, x) => (on ? [[x, y] as const] : [])));
    expect(dark.filter(([x, y]) => isEdge(x) || isEdge(y))).toEqual([]);
  });

  test("has its three finders, its timing, and says M", () => {
    expect(corner(modules, 4, 4)).toEqual(finder);
    expect(corner(modules, size - 11, 4)).toEqual(finder);
    expect(corner(modules, 4, size - 11)).toEqual(finder);
    expect(
      modules[10]
        ?.slice(12, size - 12)
        .map(Number)
        .join(""),
    ).toBe("10101010101010101".slice(0, size - 24));
    // Format bits are masked with 101…: two dark-light modules there mean 00, error correction M.
    expect(modules[12]?.slice(4, 6)).toEqual([true, false]);
  });

  test("is always the same", () => {
    expect(qrCode(url)).toEqual(qrCode(url));
    expect(qrCode(`${url}x`)).not.toEqual(qrCode(url));
  });
});

test("what fits, and what does not", () => {
  expect(qrCode("x".repeat(2_331))?.size).toBe(177 + 8);
  expect(qrCode("x".repeat(2_332))).toBeNull();
  expect(qrCode("é".repeat(1_166))).toBeNull();
  expect(qrCode("")).toBeNull();
});

test("the path is path data and nothing else", () => {
  fc.assert(
    fc.property(anyText({ minLength: 1, maxLength: 300 }), (text) => {
      const { size, path } = qrCode(text) ?? { size: 0, path: "" };
      expect(path).toMatch(/^(?:M\d+ \d+h\d+v1h-\d+z)+$/u);
      expect((size - 8 - 17) % 4).toBe(0);
    }),
    { numRuns: 50 },
  );
});
