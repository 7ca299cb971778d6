import { encode } from "uqr";

/** Drawn as `<svg viewBox="0 0 {size} {size}"><path d="{path}"/></svg>`, dark on light in every theme. */
export interface QrCode {
  /** Modules on a side, the quiet zone of four included. */
  readonly size: number;
  /** SVG path data of the dark modules. */
  readonly path: string;
}

/** What version 40 holds with error correction M, in bytes. */
const maxBytes = 2_331;

/** Null where the link is longer than a code can hold. */
export function qrCode(joinUrl: string): QrCode | null {
  const bytes = [...new TextEncoder().encode(joinUrl)];
  if (bytes.length === 0 || bytes.length > maxBytes) return null;
  const { size, data } = encode(bytes, { ecc: "M", boostEcc: false, border: 4 });
  return { size, path: data.flatMap(runsOf).join("") };
}

/** One rectangle for each run of dark modules in a row: fewer nodes, and no hairlines between modules. */
function runsOf(row: readonly boolean[], y: number): string[] {
  const starts = row.flatMap((dark, x) => (dark && row[x - 1] !== true ? [x] : []));
  return starts.map((x) => {
    const end = row.indexOf(false, x);
    const width = (end === -1 ? row.length : end) - x;
    return `M${x} ${y}h${width}v1h-${width}z`;
  });
}
