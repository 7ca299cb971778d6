/** Letters that Unicode does not decompose, and the plain ones that people type instead. */
const plain: ReadonlyMap<string, string> = new Map([
  ["ł", "l"],
  ["Ł", "L"],
  ["đ", "d"],
  ["Đ", "D"],
  ["ø", "o"],
  ["Ø", "O"],
  ["ı", "i"],
]);

/** One character may expand to eighteen. */
const maxFolded = 40_000;

/**
 * Compatibility forms, no accents, one kind of hyphen, European digits: a label matches however it was typed. Case is
 * kept, because it matters in passcodes.
 */
export const foldText = (text: string): string =>
  text
    .normalize("NFKD")
    .slice(0, maxFolded)
    .replaceAll(/[\p{M}\p{Cf}]/gu, "")
    .replaceAll(/[łŁđĐøØı]/gu, (letter) => plain.get(letter) ?? letter)
    .replaceAll(/\p{Pd}/gu, "-")
    .replaceAll(/(?!\d)\p{Nd}/gu, europeanDigit);

/** In Unicode, the ten digits of a script follow each other. */
function europeanDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  const zero = zeros.findLast((each) => each <= point) ?? point;
  return point - zero < 10 ? String(point - zero) : digit;
}

/** The zeros of the scripts Teams is available in, and of related ones. */
const zeros = [
  0x6_60, 0x6_f0, 0x7_c0, 0x9_66, 0x9_e6, 0xa_66, 0xa_e6, 0xb_66, 0xb_e6, 0xc_66, 0xc_e6, 0xd_66,
  0xe_50, 0xe_d0, 0xf_20, 0x10_40, 0x17_e0, 0x18_10,
];
