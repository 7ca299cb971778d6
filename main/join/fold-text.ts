/** Letters that Unicode takes for others than those people type in their place. */
const plain: ReadonlyMap<string, string> = new Map([
  ["ł", "l"],
  ["Ł", "L"],
  ["đ", "d"],
  ["Đ", "D"],
  ["ø", "o"],
  ["Ø", "O"],
  ["ı", "i"],
]);

/** A sign may stand for eighteen others. */
const maxFolded = 40_000;

/**
 * Compatible forms, no accents, one sort of hyphen, European digits: so one label fits however it was typed. Letter
 * case stays, passcodes have it.
 */
export const foldText = (text: string): string =>
  text
    .normalize("NFKD")
    .slice(0, maxFolded)
    .replaceAll(/[\p{M}\p{Cf}]/gu, "")
    .replaceAll(/[łŁđĐøØı]/gu, (letter) => plain.get(letter) ?? letter)
    .replaceAll(/\p{Pd}/gu, "-")
    .replaceAll(/(?!\d)\p{Nd}/gu, europeanDigit);

/** Unicode's digits of one script are ten in a row. */
function europeanDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  const zero = zeros.findLast((each) => each <= point) ?? point;
  return point - zero < 10 ? String(point - zero) : digit;
}

/** Of the scripts that Teams is written in, and of their neighbours. */
const zeros = [
  0x6_60, 0x6_f0, 0x7_c0, 0x9_66, 0x9_e6, 0xa_66, 0xa_e6, 0xb_66, 0xb_e6, 0xc_66, 0xc_e6, 0xd_66,
  0xe_50, 0xe_d0, 0xf_20, 0x10_40, 0x17_e0, 0x18_10,
];
