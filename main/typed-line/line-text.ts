/** Where something stands in a line, in UTF-16 units, `to` not included. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** Marks that joined what was taken out to the rest, and join nothing any more. */
const sign = String.raw`\s,;:、，；：–—→·⋅•|>-`;
const loose = new RegExp(`^[${sign}]+|[${sign}]+$`, "gu");
/** Brackets around what was taken out. */
const emptied = /[([（［【][\s,;]*[)\]）］】]/gu;
const brackets = [
  { open: "(", close: ")" },
  { open: "[", close: "]" },
  { open: "（", close: "）" },
  { open: "【", close: "】" },
];

/** Japanese ties a time to what follows it. */
const particle = /^(?:に|の|は|で|から|より)(?=[^\p{Script=Hiragana}]|$)/u;

/** What is left of a line without these places, which do not overlap. */
export function withoutPlaces(text: string, places: readonly Place[]): string {
  const left = piecesBetween(text, places)
    .map(({ from, to }) => ({ isFirst: from === 0, piece: text.slice(from, to) }))
    .map(({ isFirst, piece }) => (isFirst ? piece : piece.replace(particle, "")))
    .map((piece) => piece.replaceAll(loose, ""))
    .filter((piece) => piece !== "")
    .join(" ")
    .replaceAll(emptied, "");
  return brackets.reduce(withoutHalf(text), left).replaceAll(/ {2,}/gu, " ").trim();
}

/** Of a pair of which the line had both, one was taken out with a time: the other goes, too. */
const withoutHalf =
  (line: string) =>
  (text: string, { open, close }: (typeof brackets)[number]): string =>
    isBalanced(line, open, close) && !isBalanced(text, open, close)
      ? text.replaceAll(open, "").replaceAll(close, "")
      : text;

const isBalanced = (text: string, open: string, close: string): boolean =>
  text.split(open).length === text.split(close).length;

/** The places between these, in their order. */
export function piecesBetween(text: string, places: readonly Place[]): Place[] {
  const pieces: Place[] = [];
  let from = 0;
  for (const place of places.toSorted((one, other) => one.from - other.from)) {
    if (place.from > from) pieces.push({ from, to: place.from });
    from = Math.max(from, place.to);
  }
  if (from < text.length) pieces.push({ from, to: text.length });
  return pieces;
}

/** The same length, so that what is found in it stands where it stood. */
export const blanked = (text: string, places: readonly Place[]): string =>
  places.reduce(
    (rest, { from, to }) => rest.slice(0, from) + " ".repeat(to - from) + rest.slice(to),
    text,
  );

/** Small letters, no accents, one blank between words: as two texts are compared that mean the same. */
export const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[\p{Cc}\p{Cf}\p{Z}]+/gu, " ")
    .trim();
