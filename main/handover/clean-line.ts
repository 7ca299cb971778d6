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
