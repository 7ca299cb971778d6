/** Text made plain for reading, one entry of `positions` a character: where it stood in the original. */
export interface Folded {
  readonly text: string;
  readonly positions: readonly number[];
}

/** Small letters, no accents, plain digits, spaces for control characters and marks of direction. */
export function fold(original: string): Folded {
  let text = "";
  const positions: number[] = [];
  let position = 0;
  for (const character of original) {
    const plain = plainOf(character);
    text += plain;
    for (let index = 0; index < plain.length; index += 1) positions.push(position);
    position += character.length;
  }
  positions.push(position);
  return { text, positions };
}

function plainOf(character: string): string {
  if (/[\p{Cc}\p{Cf}\p{Z}]/u.test(character)) return " ";
  if (/[’‘`´ʼ]/u.test(character)) return "'";
  if (/[‐‑‒–—―−→~〜～]/u.test(character)) return "-";
  if (/\p{Nd}/u.test(character)) return digitOf(character);
  // "2ª" is no "2 a".
  if (character === "ª") return character;
  return character.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Unicode's decimal digits come in runs of ten from 0 to 9, so the distance to the run's start is the value. */
function digitOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return character;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}
