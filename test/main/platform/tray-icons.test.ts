import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { Resvg } from "@resvg/resvg-js";
import { describe, expect, test } from "vitest";

import { trayIconPath } from "../../../main/platform/tray-icons.ts";

const assets = join(import.meta.dirname, "../../../main/assets");
const icons = ["idle", "busy", "attention", "offline"] as const;
const platforms = ["darwin", "win32", "linux"] as const;

describe("every icon has its file", () => {
  for (const platform of platforms)
    for (const icon of icons)
      test.each([true, false])(`${icon} on ${platform}, dark panel %s`, (panelIsDark) => {
        const path = trayIconPath(join(assets, "tray"), icon, platform, panelIsDark);
        expect(existsSync(path), path).toBe(true);
        if (platform === "win32") return;
        expect(existsSync(path.replace(/\.png$/u, "@2x.png"))).toBe(true);
      });
});

test("macOS takes a template whatever the panel: it colours it itself", () => {
  expect(trayIconPath("a", "idle", "darwin", true)).toBe(
    trayIconPath("a", "idle", "darwin", false),
  );
  expect(trayIconPath("a", "idle", "darwin", true)).toMatch(/Template\.png$/u);
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
