import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { Resvg } from "@resvg/resvg-js";

/** Draws every icon file from its SVG: `node .build/icons.ts`. The results are committed. */
const assets = join(import.meta.dirname, "../main/assets");
const states = ["idle", "busy", "attention", "offline"] as const;
const light = { glyph: "#242424", dot: "#C4314B" };
const dark = { glyph: "#FFFFFF", dot: "#F1707B" };
const onAny = { glyph: "#FFFFFF", dot: "#FFC9CE" };
const windowsSizes = [16, 20, 24, 32, 48];

const source = (state: string) =>
  readFileSync(join(assets, "sources", `tray-${state}.svg`), "utf8");

/** The dot of "attention" is the last circle of its file, and alone has a colour of its own. */
function tinted(state: string, { glyph, dot }: typeof light): string {
  return source(state)
    .replace('fill="#000">', `fill="${glyph}">`)
    .replace(/<circle ([^>]+)\/><\/svg>/u, `<circle fill="${dot}" $1/></svg>`)
    .replaceAll(/(<\/g><path [^>]*)stroke="#000"/gu, `$1stroke="${glyph}"`);
}

/** Legible on a panel of any colour: the glyph brings its own ground along. */
const onTile = (svg: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3.5" fill="#5B5FC7"/>${svg.replace("<svg ", '<svg x="1.6" y="1.6" width="12.8" height="12.8" ')}</svg>`;

const draw = (svg: string, size: number): Buffer =>
  new Resvg(svg, { fitTo: { mode: "width", value: size } }).render().asPng();

/** An .ico is a directory of images; since Windows Vista each may be a PNG. */
function packIco(images: readonly { size: number; png: Buffer }[]): Buffer {
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  for (const [index, { size, png }] of images.entries()) {
    const at = 6 + 16 * index;
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...images.map(({ png }) => png)]);
}

const ico = (svg: string, sizes: readonly number[]) =>
  packIco(sizes.map((size) => ({ size, png: draw(svg, size) })));

const write = (name: string, bytes: Buffer) => {
  writeFileSync(join(assets, name), bytes);
};

mkdirSync(join(assets, "tray"), { recursive: true });
for (const state of states) {
  const black = source(state);
  write(`tray/tray-${state}Template.png`, draw(black, 18));
  write(`tray/tray-${state}Template@2x.png`, draw(black, 36));
  const tile = onTile(tinted(state, onAny));
  write(`tray/tray-${state}-for-any.png`, draw(tile, 24));
  write(`tray/tray-${state}-for-any@2x.png`, draw(tile, 48));
  for (const [shade, colours] of [
    ["for-light", light],
    ["for-dark", dark],
  ] as const) {
    const svg = tinted(state, colours);
    write(`tray/tray-${state}-${shade}.png`, draw(svg, 24));
    write(`tray/tray-${state}-${shade}@2x.png`, draw(svg, 48));
    write(`tray/tray-${state}-${shade}.ico`, ico(svg, windowsSizes));
  }
}

/** The app's own icon: the same mark, white on a violet tile. */
const mark = /<path[^>]+ d="[^"]+"\/>/u.exec(source("idle"))?.[0] ?? "";
const tile = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect x="1" y="1" width="30" height="30" rx="7" fill="#5B5FC7"/><g fill="#fff" transform="translate(8 8)">${mark}</g></svg>`;
write("icon.png", draw(tile, 1024));
write("icon.ico", ico(tile, [16, 24, 32, 48, 64, 128, 256]));
