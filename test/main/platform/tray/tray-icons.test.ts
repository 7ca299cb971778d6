import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";

import { Resvg } from "@resvg/resvg-js";
import { describe, expect, test } from "vitest";

import { type Panel, trayIconPath } from "../../../../main/platform/tray/tray-icons.ts";

const assets = join(import.meta.dirname, "../../../../main/assets");
const icons = ["idle", "busy", "attention", "offline"] as const;
const platforms = ["darwin", "win32", "linux"] as const;

const panelsOf = (platform: (typeof platforms)[number]): readonly Panel[] =>
  platform === "linux" ? ["dark", "light", "any"] : ["dark", "light"];

describe("every icon has its file", () => {
  for (const platform of platforms)
    for (const icon of icons)
      test.each(panelsOf(platform))(`${icon} on ${platform}, %s panel`, (panel) => {
        const path = trayIconPath(join(assets, "tray"), icon, platform, panel);
        expect(existsSync(path), path).toBe(true);
        if (platform === "win32") return;
        expect(existsSync(path.replace(/\.png$/u, "@2x.png"))).toBe(true);
      });
});

test("macOS takes a template whatever the panel: it colours it itself", () => {
  expect(trayIconPath("a", "idle", "darwin", "dark")).toBe(
    trayIconPath("a", "idle", "darwin", "light"),
  );
  expect(trayIconPath("a", "idle", "darwin", "dark")).toMatch(/Template\.png$/u);
});

const widthOf = (png: Buffer) => png.readUInt32BE(16);

test("PNGs have the sizes their places ask for", () => {
  const size = (name: string) => widthOf(readFileSync(join(assets, "tray", name)));
  for (const icon of icons) {
    expect(size(`tray-${icon}Template.png`)).toBe(18);
    expect(size(`tray-${icon}Template@2x.png`)).toBe(36);
    expect(size(`tray-${icon}-for-dark.png`)).toBe(24);
    expect(size(`tray-${icon}-for-dark@2x.png`)).toBe(48);
  }
  expect(widthOf(readFileSync(join(assets, "icon.png")))).toBe(1024);
});

test("Windows icons hold every size of the notification area", () => {
  for (const icon of icons)
    for (const shade of ["light", "dark"]) {
      const ico = readFileSync(join(assets, "tray", `tray-${icon}-for-${shade}.ico`));
      const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, at) => ico[6 + 16 * at]);
      expect(sizes).toEqual([16, 20, 24, 32, 48]);
    }
});

/** How much of each pixel is covered: what is left without colour. */
function coverage(icon: string): number[] {
  const svg = readFileSync(join(assets, "sources", `tray-${icon}.svg`), "utf8");
  const { pixels } = new Resvg(svg, { fitTo: { mode: "width", value: 16 } }).render();
  return Array.from({ length: 256 }, (_, at) => (pixels[4 * at + 3] ?? 0) / 255);
}

test("the four states can be told apart without colour at 16 pixels", () => {
  const drawn = icons.map((icon) => coverage(icon));
  for (const [at, one] of drawn.entries())
    for (const other of drawn.slice(at + 1)) {
      const difference = one.reduce((sum, value, i) => sum + Math.abs(value - (other[i] ?? 0)), 0);
      // In whole pixels of 256; two drawings of the same shape differ by less than one.
      expect(difference).toBeGreaterThan(8);
    }
});

/** The pixels of an RGBA PNG, as resvg writes it. */
function pixelsOf(png: Buffer): readonly (readonly number[])[] {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const raw = inflateSync(Buffer.concat(parts));
  const stride = widthOf(png) * 4;
  const bytes: number[] = [];
  const before = (back: number) => bytes[bytes.length - back] ?? 0;
  for (let at = 0; at < raw.length; at += stride + 1)
    for (let x = 0; x < stride; x += 1) {
      const [left, upLeft] = x < 4 ? [0, 0] : [before(4), before(stride + 4)];
      const guess = guessOf(raw.readUInt8(at), left, before(stride), upLeft);
      bytes.push((raw.readUInt8(at + 1 + x) + guess) & 255);
    }
  return Array.from({ length: bytes.length / 4 }, (_none, index) =>
    bytes.slice(index * 4, index * 4 + 4),
  );
}

const guessOf = (filter: number, left: number, up: number, upLeft: number): number =>
  [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][filter] ?? 0;

function paeth(left: number, up: number, upLeft: number): number {
  const guess = left + up - upLeft;
  const [a, b, c] = [left, up, upLeft].map((one) => Math.abs(guess - one));
  if (a === undefined || b === undefined || c === undefined) return 0;
  return a <= b && a <= c ? left : b <= c ? up : upLeft;
}

function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: readonly number[], other: readonly number[]): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

test("the icon for any panel has a glyph of 3:1 or more on what is behind it", () => {
  for (const icon of icons) {
    const png = readFileSync(trayIconPath(join(assets, "tray"), icon, "linux", "any"));
    const tile = rgb("#5B5FC7");
    const glyph = pixelsOf(png).filter(
      ([red = 0, green = 0, blue = 0, alpha = 0]) =>
        alpha === 255 && contrast([red, green, blue], tile) >= 3,
    );
    // Enough of it to be seen, and all of it on the tile: what the panel is like does not matter.
    expect(glyph.length, icon).toBeGreaterThan(50);
    const behind = pixelsOf(png).filter(([, , , alpha]) => alpha === 255).length;
    expect(behind, icon).toBeGreaterThan(24 * 24 * 0.85);
  }
});
