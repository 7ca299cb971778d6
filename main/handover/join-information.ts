import sanitize from "sanitize-html";

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

const length = /^\d{1,4}(?:\.\d{1,3})?(?:px|pt|em|rem|%)?$/u;
const lengths = /^\d{1,3}(?:px|pt|em|%)?(?: \d{1,3}(?:px|pt|em|%)?){0,3}$/u;

/** Nothing that loads, covers, hides or moves. */
const styles: Record<string, RegExp[]> = {
  "font-family": [/^[\w ,'"-]{1,200}$/u],
  "font-size": [length],
  "font-weight": [/^(?:normal|bold|[1-9]00)$/u],
  "line-height": [length],
  margin: [lengths],
  "margin-bottom": [length],
  "margin-top": [length],
  padding: [lengths],
  "text-align": [/^(?:left|right|center|start|end)$/u],
  "text-decoration": [/^(?:none|underline)$/u],
  width: [length],
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
  return { ...direction, ...others, ...(isLink(href) ? { href } : {}) };
}

function isLink(href: string): boolean {
  if (!URL.canParse(href)) return false;
  const { protocol, username, password } = new URL(href);
  const isPlain = username === "" && password === "";
  return isPlain && ["https:", "tel:", "mailto:"].includes(protocol);
}

const mostPasses = 6;

/**
 * Until nothing changes: what is left when tags are taken out can be read as another tree than the one that was
 * cleaned. Empty where it does not settle.
 */
export function sanitizeInvitation(html: string): string {
  let clean = html;
  for (let passes = 0; passes < mostPasses; passes += 1) {
    const next = sanitize(clean, options).trim();
    if (next === clean) return clean;
    clean = next;
  }
  return "";
}

/** What people read of HTML that is sanitised, line by line. */
export function textOf(html: string): string {
  const marked = html
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/<\/?(?:p|div|hr|table|tr)\b[^>]*>/giu, "\f")
    .replaceAll(/<br\b[^>]*>/giu, "\n")
    .replaceAll(/<\/t[dh]>/giu, " ");
  return sanitize(marked, { allowedTags: [], allowedAttributes: {} })
    .replaceAll(/&(?:lt|gt|quot|amp);/gu, (entity) => characters[entity] ?? entity)
    .replaceAll(/ *\f[ \f]*/gu, "\n")
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
