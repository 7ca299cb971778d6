/** A wrapper in a wrapper is as deep as mail gateways go; more is a trick. */
const maxDepth = 2;

/** The address behind the gateways that rewrite links in mail; one that is not rewritten is itself. */
export function unwrapLink(text: string): string {
  let link = text;
  for (let depth = 0; depth < maxDepth; depth++) {
    const inner = innerLink(link);
    if (inner === null) break;
    link = inner;
  }
  return link;
}

function innerLink(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== "https:" || url.port !== "" || url.username !== "") return null;
  if (url.hostname.endsWith(".safelinks.protection.outlook.com"))
    return url.searchParams.get("url");
  return wrappers.get(url.hostname)?.(url, text) ?? null;
}

const wrappers = new Map<string, (url: URL, text: string) => string | null>([
  [
    "statics.teams.cdn.office.net",
    ({ pathname, searchParams }) =>
      pathname.startsWith("/evergreen-assets/safelinks/") ? searchParams.get("url") : null,
  ],
  [
    "www.google.com",
    ({ pathname, searchParams }) =>
      pathname === "/url" ? (searchParams.get("q") ?? searchParams.get("url")) : null,
  ],
  ["urldefense.com", (_url, text) => readUrlDefense(text)],
  ["urldefense.proofpoint.com", (_url, text) => readUrlDefense(text)],
]);

const runLengths = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/**
 * Proofpoint's third form: `/v3/__{link}__;{characters}!…`. A star stands for the next of the base64
 * characters, two stars and a letter for a run of them.
 * @see https://help.proofpoint.com/Threat_Insight_Dashboard/API_Documentation/URL_Decoder_API
 */
function readUrlDefense(text: string): string | null {
  const start = text.indexOf("/v3/__");
  const end = text.indexOf("__;", start + 6);
  if (start === -1 || end === -1) return null;
  const [encoded = ""] = text.slice(end + 3).split("!", 1);
  const characters = Array.from(Buffer.from(encoded, "base64url").toString("utf8"));
  let next = 0;
  const take = (count: number) => characters.slice(next, (next += count)).join("");
  return text
    .slice(start + 6, end)
    .replaceAll(/\*\*([\w-])|\*/gu, (_star, run?: string) =>
      take(run === undefined ? 1 : runLengths.indexOf(run) + 2),
    )
    .replace(/^(https?:)\/(?!\/)/iu, "$1//");
}
