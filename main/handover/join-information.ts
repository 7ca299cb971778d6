import sanitize from "sanitize-html";

import { normalAddress } from "../base/normal-address.ts";

const maxLength = 64 * 1_024;

/**
 * Graph's `joinInformation.content` as HTML that is safe to hand on: a data URL, with plus for a blank.
 * Null where it is something else, or longer than an invitation is: half of one helps nobody.
 */
export function readJoinInformation(content: string): string | null {
  if (content.length > maxLength) return null;
  const encoded = /^data:text\/html(?:;charset=utf-8)?,(?<body>.*)$/isu.exec(content);
  const html = sanitizeInvitation(decode(encoded?.groups?.["body"] ?? ""));
  return textOf(html) === "" ? null : html;
}

/** What cannot be decoded stays as it is, and is then text like any other. */
function decode(encoded: string): string {
  return encoded
    .replaceAll("+", " ")
    .replaceAll(/(?:%[\da-f]{2})+/giu, (run) =>
      Buffer.from(run.replaceAll("%", ""), "hex").toString("utf8"),
    );
}

/** Read by everybody: nothing too small to be seen, nothing that fills a screen. */
const size = String.raw`(?:(?:[6-9]|[1-4]\d)(?:\.\d{1,3})?(?:px|pt)|(?:0\.[5-9]\d{0,2}|[1-3](?:\.\d{1,3})?)(?:em|rem)|(?:[5-9]\d|[12]\d\d|300)%)`;
const fontSize = new RegExp(`^${size}$`, "u");
const lineHeight = new RegExp(`^(?:normal|[1-3](?:\\.\\d{1,3})?|${size})$`, "u");
const gap = String.raw`\d{1,2}(?:\.\d{1,3})?(?:px|pt)?`;
const length = new RegExp(`^${gap}$`, "u");
const lengths = new RegExp(`^${gap}(?: ${gap}){0,3}$`, "u");
const width = /^(?:[1-9]\d{1,2}(?:px|pt)|(?:[1-9]\d|100)%)$/u;

/** Nothing that loads, covers, hides or moves. */
const styles: Record<string, RegExp[]> = {
  "font-family": [/^[\w ,'"-]{1,200}$/u],
  "font-size": [fontSize],
  "font-weight": [/^(?:normal|bold|[1-9]00)$/u],
  "line-height": [lineHeight],
  margin: [lengths],
  "margin-bottom": [length],
  "margin-top": [length],
  padding: [lengths],
  "text-align": [/^(?:left|right|center|start|end)$/u],
  "text-decoration": [/^(?:none|underline)$/u],
  width: [width],
};

const options: sanitize.IOptions = {
  allowedTags: "p br div span b strong i em a hr table thead tbody tr td th".split(" "),
  allowedAttributes: {
    a: ["href"],
    "*": ["style", "dir"],
  },
  allowedStyles: { "*": styles },
  allowedSchemes: ["https", "tel", "mailto"],
  allowProtocolRelative: false,
  // Their content is not words for people either.
  nonTextTags:
    "script style textarea option noscript title template xmp svg math iframe object noembed noframes plaintext".split(
      " ",
    ),
  nestingLimit: 60,
  transformTags: { "*": (tagName, attribs) => ({ tagName, attribs: checked(attribs) }) },
};

/** The library would let relative addresses through: they have no scheme that could be refused. */
function checked({ href = "", dir = "", ...others }: sanitize.Attributes): sanitize.Attributes {
  const direction = /^(?:ltr|rtl|auto)$/u.test(dir) ? { dir } : {};
  return { ...direction, ...others, ...linkTo(href) };
}

/** In its normal form; a mail to somebody, without what a mail program would add to it. */
function linkTo(href: string): sanitize.Attributes {
  const web = normalAddress(href.trim());
  if (web !== null) return { href: web.href };
  const [mail] = /^mailto:[^\s?#&<>"']{1,320}(?=[?#]|$)/iu.exec(href) ?? [];
  if (mail !== undefined) return { href: mail };
  return /^tel:[\d+,;()#*-]{1,64}$/iu.test(href) ? { href } : {};
}

const mostPasses = 6;
/** Ten times as many as an invitation has: what is nested for nobody costs the most. */
const mostBrackets = 2_000;
/** What turns the direction of the text around it, or is not seen at all; joiners and marks stay. */
const unseen = /[^\P{Cf}\u061c\u200c-\u200f]|(?![\t\n\r])\p{Cc}/gu;

/**
 * Until nothing changes: what is left when tags are taken out can be read as another tree than the one that was
 * cleaned. Empty where it does not settle, and where there are too many tags for an invitation.
 */
export function sanitizeInvitation(html: string): string {
  if (html.split("<", mostBrackets + 2).length > mostBrackets + 1) return "";
  let clean = html;
  for (let passes = 0; passes < mostPasses; passes += 1) {
    const next = sanitize(clean, options).replaceAll(unseen, "").trim();
    if (next === clean) return clean;
    clean = next;
  }
  return "";
}

/** What people read of HTML that is sanitised, line by line. */
export function textOf(html: string): string {
  const marked = html
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/<\/?(?:p|div|hr|table|tr)\b[^<>]*>/giu, "\f")
    .replaceAll(/<br\b[^<>]*>/giu, "\n")
    .replaceAll(/<\/t[dh]>/giu, " ");
  return sanitize(marked, { allowedTags: [], allowedAttributes: {} })
    .replaceAll(/&(?:lt|gt|quot|amp);/gu, (entity) => characters[entity] ?? entity)
    .replaceAll(/[ \f]+/gu, (blanks) => (blanks.includes("\f") ? "\n" : " "))
    .split("\n")
    .map((line) => line.replaceAll(/[ \u00a0]+/gu, " ").trim())
    .join("\n")
    .replaceAll(/\n{3,}/gu, "\n\n")
    .trim();
}

const characters: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&amp;": "&",
};
