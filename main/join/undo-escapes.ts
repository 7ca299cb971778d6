/** Undoes the escapes of JSON, iCalendar, shells and Markdown, except before @, where that would change the host. */
export const undoEscapes = (text: string): string =>
  text
    .replaceAll(/(?<!\\)\\{1,8}u([0-9a-f]{4})/giu, (_all, hex: string) => charOf(hex))
    .replaceAll(/(?<!\\)\\{1,8}x([2-7][0-9a-f])/giu, (_all, hex: string) => charOf(hex))
    .replaceAll(/(?<!\\)\\{1,8}(?:r\\{1,8}n|[rnN])/gu, "\n")
    .replaceAll(/(?<!\\)\\{1,8}t/gu, " ")
    .replaceAll(/(?<!\\)\\{1,8}(["'/?=&%#{}[\],;:.!*_~+()<>|-])/gu, "$1")
    .toWellFormed();

const charOf = (hex: string): string => String.fromCharCode(Number.parseInt(hex, 16));
