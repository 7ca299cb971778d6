/**
 * One line of text from Graph or a person: no line breaks, no control or invisible characters, nothing
 * that turns the direction of what follows. Joiners and direction marks stay, scripts and emoji need them.
 */
export function cleanLine(text: string, maxLength = 500): string {
  return text
    .slice(0, maxLength)
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replaceAll(/[^\P{Cf}\u061c\u200c-\u200f]/gu, "")
    .replaceAll(/ {2,}/gu, " ")
    .trim();
}

/** The same within a sentence of ours: what is written from right to left does not turn our words round. */
export function isolatedLine(text: string, maxLength?: number): string {
  const line = cleanLine(text, maxLength);
  return rightToLeft.test(line) ? `\u2068${line}\u2069` : line;
}

const rightToLeft =
  /[\u061c\u200f\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
