/** Each of sender, gateway and receiver may wrap once; more is a trick. */
const maxDepth = 3;

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

/** A gateway that keeps the target at its own place: nothing in the address tells where it leads. */
export function isSealedLink(text: string): boolean {
  const url = plainHttps(text);
  return url !== null && sealingHosts.test(url.hostname) && innerLink(text) === null;
}

function innerLink(text: string): string | null {
  const url = plainHttps(text);
  if (url === null) return null;
  const read = wrappers.find(([host]) => host.test(url.hostname))?.[1];
  return read?.(url, text) ?? null;
}

function plainHttps(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isPlain = url.protocol === "https:" && url.port === "" && url.username === "";
  return isPlain ? url : null;
}

const sealingHosts = /^(?:[a-z0-9-]+\.)+(?:mimecast|mimecastprotect)\.com$/u;

type Reading = (url: URL, text: string) => string | null;

const parameter =
  (...names: readonly string[]): Reading =>
  ({ searchParams }) =>
    names.map((name) => searchParams.get(name)).find((value) => value !== null) ?? null;

const below =
  (path: string, read: Reading): Reading =>
  (url, text) =>
    url.pathname.startsWith(path) ? read(url, text) : null;

/** By host. No product says that its form stays as it is: what does not fit is no wrapper. */
const wrappers: readonly (readonly [host: RegExp, read: Reading])[] = [
  // Microsoft Safe Links, in mail and in Teams.
  [/\.safelinks\.protection\.(?:outlook\.com|office365\.us)$/u, parameter("url")],
  [/^statics\.teams\.cdn\.office\.net$/u, below("/evergreen-assets/safelinks/", parameter("url"))],
  [
    /^www\.google\.com$/u,
    (url, text) => (url.pathname === "/url" ? parameter("q", "url")(url, text) : null),
  ],
  [/^urldefense\.(?:proofpoint\.com|com|us)$/u, readProofpoint],
  // Barracuda.
  [/^linkprotect\.cudasvc\.com$/u, below("/url", parameter("a"))],
  // Cisco: a token, then the whole target as one part of the path.
  [/^secure-web\.cisco\.com$/u, ({ pathname }) => decoded(pathname.split("/")[2] ?? "")],
  // Mimecast: rarely with the target beside the token.
  [sealingHosts, below("/s/", parameter("url"))],
];

function readProofpoint(url: URL, text: string): string | null {
  const target = url.searchParams.get("u");
  switch (url.pathname) {
    case "/v1/url":
      return target;
    case "/v2/url":
      // A hyphen is a percent sign, an underscore a slash; each of their own is encoded.
      return target && decoded(target.replaceAll("-", "%").replaceAll("_", "/"));
    default:
      return readThirdForm(text);
  }
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text) || null;
  } catch {
    return null;
  }
}

const runLengths = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/**
 * Proofpoint's third form: `/v3/__{link}__;{characters}!…`. A star stands for the next of the base64
 * characters, two stars and a letter for a run of them.
 * @see https://help.proofpoint.com/Threat_Insight_Dashboard/API_Documentation/URL_Decoder_API
 */
function readThirdForm(text: string): string | null {
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
