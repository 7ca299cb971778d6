import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { placePopup, popupSize } from "../../../../main/platform/windows/placement.ts";

const size = { width: 380, height: 560 };
const pointer = { x: 1_000, y: 500 };

describe("beside the icon, whichever edge the panel is at", () => {
  const screen = { width: 1_920, height: 1_080 };
  test.each([
    [
      "bottom",
      { x: 1_700, y: 1_044, width: 24, height: 32 },
      { x: 0, y: 0, height: 1_040 },
      { x: 1_522, y: 472 },
    ],
    [
      "top",
      { x: 1_500, y: 0, width: 24, height: 24 },
      { x: 0, y: 24, height: 1_056 },
      { x: 1_322, y: 32 },
    ],
    [
      "left",
      { x: 8, y: 900, width: 24, height: 24 },
      { x: 48, y: 0, width: 1_872 },
      { x: 56, y: 512 },
    ],
    [
      "right",
      { x: 1_880, y: 500, width: 24, height: 24 },
      { x: 0, y: 0, width: 1_872 },
      { x: 1_484, y: 232 },
    ],
  ])("%s", (_edge, tray, area, place) => {
    expect(placePopup(tray, { ...screen, ...area }, size, pointer)).toEqual(place);
  });
});

test("on a second display left of the first one", () => {
  const area = { x: -1_280, y: 0, width: 1_280, height: 984 };
  const tray = { x: -60, y: 990, width: 24, height: 24 };
  expect(placePopup(tray, area, size, pointer)).toEqual({ x: -388, y: 416 });
});

describe("no bounds, as on Linux: the corner nearest to the pointer", () => {
  const area = { x: 0, y: 0, width: 1_920, height: 1_040 };
  const none = { x: 0, y: 0, width: 0, height: 0 };
  test.each([
    [
      { x: 1_900, y: 5 },
      { x: 1_532, y: 8 },
    ],
    [
      { x: 1_900, y: 1_030 },
      { x: 1_532, y: 472 },
    ],
    [
      { x: 10, y: 1_030 },
      { x: 8, y: 472 },
    ],
    [
      { x: 10, y: 10 },
      { x: 8, y: 8 },
    ],
  ])("%o", (at, place) => {
    expect(placePopup(none, area, size, at)).toEqual(place);
    expect(placePopup(null, area, size, at)).toEqual(place);
  });
});

test("never higher than the work area leaves, never too low to use", () => {
  expect(popupSize({ x: 0, y: 0, width: 1_280, height: 1_000 }).height).toBe(560);
  expect(popupSize({ x: 0, y: 0, width: 1_280, height: 500 }).height).toBe(476);
  expect(popupSize({ x: 0, y: 0, width: 640, height: 300 }).height).toBe(440);
});

test("wherever the icon is, the whole popup is inside a work area that has room for it", () => {
  const coordinate = fc.integer({ min: -5_000, max: 5_000 });
  const box = (min: number) =>
    fc.record({
      x: coordinate,
      y: coordinate,
      width: fc.integer({ min, max: 4_000 }),
      height: fc.integer({ min, max: 4_000 }),
    });
  const point = fc.record({ x: coordinate, y: coordinate });
  fc.assert(
    fc.property(fc.option(box(0)), box(600), point, (tray, area, at) => {
      const wanted = popupSize(area);
      const { x, y } = placePopup(tray, area, wanted, at);
      expect(Number.isInteger(x) && Number.isInteger(y)).toBe(true);
      expect(x).toBeGreaterThanOrEqual(area.x);
      expect(y).toBeGreaterThanOrEqual(area.y);
      expect(x + wanted.width).toBeLessThanOrEqual(area.x + area.width);
      expect(y + wanted.height).toBeLessThanOrEqual(area.y + area.height);
    }),
  );
});
