export const isHtml = (text: string): boolean =>
  /<(?:a|br|div|html|p|span|td|table|b|strong)\b[^<>]*>/iu.test(text);

/**
 * One text of the addresses behind links, the lines that people see, and the addresses in other attributes, so that no
 * address is cut by a tag.
 */
export function readHtml(html: string): string {
  const attributes = Array.from(html.matchAll(attribute), ([, name = "", double, single, bare]) => {
    const isLink = /^(?:href|originalsrc)$/iu.test(name);
    return { isLink, value: addressIn(double ?? single ?? bare ?? "", isLink) };
  }).filter(({ value }) => /^(?:https?|ms-?teams):/iu.test(value));
  const valuesOf = (wanted: boolean) =>
    attributes.filter(({ isLink }) => isLink === wanted).map(({ value }) => value);
  const visible = html
    .replaceAll(/<wbr\b[^<>]*>|&shy;/giu, "")
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/<(?:br|\/(?:p|div|tr|li|h\d))\b[^<>]*>/giu, "\n")
    .replaceAll(/<(?!https?:|ms-?teams:)[^<>]*>/giu, " ");
  return [...valuesOf(true), visible, ...valuesOf(false)].join("\n\n");
}

/** As browsers read an address: entities decoded, line ends dropped, and "//host" with a scheme. */
function addressIn(value: string, isLink: boolean): string {
  const address = readEntities(value)
    .replaceAll(/\s*\n\s*/gu, "")
    .trim();
  return isLink ? address.replace(/^\/\/(?=[a-z0-9])/iu, "https://") : address;
}

const attribute = /\b([a-z]{1,20})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/giu;

const named: ReadonlyMap<string, string> = new Map([
  ["quot", '"'],
  ["apos", "'"],
  ["lt", "<"],
  ["gt", ">"],
  ["nbsp", " "],
  ["colon", ":"],
  ["sol", "/"],
  ["quest", "?"],
  ["equals", "="],
  ["num", "#"],
  ["percnt", "%"],
  ["commat", "@"],
  ["period", "."],
  ["lowbar", "_"],
  ["hyphen", "-"],
  ["tab", ""],
  ["newline", ""],
]);

/** Decodes entities, including ampersands that were escaped several times. */
export const readEntities = (text: string): string =>
  text
    .replaceAll(/&(?:(?:amp|#38|#x26);)+/giu, "&")
    .replaceAll(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/giu, (all, hex?: string, decimal?: string) => {
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return point > 0 && point <= 0x10_ffff ? String.fromCodePoint(point).toWellFormed() : all;
    })
    .replaceAll(/&([a-z]{2,8});/giu, (all, name: string) => named.get(name.toLowerCase()) ?? all);
