export interface Folding {
  readonly name: string;
  /** `link` is the link in the text, as it stands there. */
  readonly fold: (text: string, link: string) => string;
}

/** Cut at a number of bytes, never within one of the signs. */
function cutSigns(signs: Iterable<string>, length: number, end: string): string {
  const pieces: string[] = [];
  let piece = "";
  for (const sign of signs) {
    if (Buffer.byteLength(piece + sign) > length) {
      pieces.push(piece);
      piece = "";
    }
    piece += sign;
  }
  return [...pieces, piece].join(end);
}

const calendarText = (text: string): string =>
  text.replaceAll("\\", "\\\\").replaceAll(/[,;]/gu, "\\$&").replaceAll("\n", "\\n");

const escapedBytes = (line: string): string[] =>
  Array.from(Buffer.from(line), (byte) =>
    byte === 0x3d || byte > 0x7e || byte < 0x20
      ? `=${byte.toString(16).toUpperCase().padStart(2, "0")}`
      : String.fromCharCode(byte),
  );

const quotedPrintable = (text: string): string =>
  text
    .split("\n")
    .map((line) => cutSigns(escapedBytes(line), 72, "=\n"))
    .join("\n");

const html = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

const wrap = (text: string, length: number): string =>
  text
    .split("\n")
    .map((line) => cutSigns(line, length, "\n"))
    .join("\n");

/** The ways on which a text comes to whoever copies it. */
export const foldings: readonly Folding[] = [
  { name: "as it is", fold: (text) => text },
  { name: "Windows lines", fold: (text) => text.replaceAll("\n", "\r\n") },
  { name: "wrapped at 76", fold: (text) => wrap(text, 76) },
  { name: "quoted", fold: (text) => text.replaceAll(/^/gmu, "> ") },
  { name: "wrapped and quoted", fold: (text) => wrap(text, 72).replaceAll(/^/gmu, "> ") },
  {
    name: "calendar file",
    fold: (text) =>
      `BEGIN:VEVENT\r\n${cutSigns(`DESCRIPTION:${calendarText(text)}`, 74, "\r\n ")}\r\nEND:VEVENT`,
  },
  { name: "line of a calendar file", fold: (text) => calendarText(text) },
  { name: "quoted-printable", fold: quotedPrintable },
  { name: "JSON", fold: (text) => JSON.stringify({ body: { content: text } }) },
  {
    name: "JSON of PHP",
    fold: (text) =>
      JSON.stringify({ content: text }).replaceAll("/", "\\/").replaceAll("&", "\\u0026"),
  },
  {
    name: "HTML",
    fold: (text, link) =>
      `<html><body><p>${html(text.replace(link, "\u0001")).replaceAll("\n", "<br>")}</p></body></html>`.replace(
        "\u0001",
        `<a href="${html(link)}">Join the meeting now</a>`,
      ),
  },
  {
    name: "HTML with wrapped addresses",
    fold: (text, link) =>
      `<div>${html(text.replace(link, "\u0001")).replaceAll("\n", "</div>\n<div>")}</div>`.replace(
        "\u0001",
        `<a\nhref="${cutSigns(html(link), 70, "\n")}">Join</a>`,
      ),
  },
];
