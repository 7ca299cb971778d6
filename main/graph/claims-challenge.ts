import { parseJson } from "./graph-errors.ts";

/**
 * What Graph wants the next token to satisfy: the claims of a `WWW-Authenticate: Bearer` challenge with
 * error="insufficient_claims", as JSON; null where there is none. Several challenges may share the header.
 * @see https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function readClaimsChallenge(header: string | null): string | null {
  if (header === null || header.length > maxHeaderLength) return null;
  for (const challenge of readChallenges(header)) {
    const encoded = challenge.get("claims");
    if (challenge.get("error") !== "insufficient_claims" || encoded === undefined) continue;
    const claims = decode(encoded);
    if (claims !== null) return claims;
  }
  return null;
}

const maxHeaderLength = 16 * 1024;

/** A scheme begins the next challenge; a name with "=" belongs to the one before. A quote left open ends with the text. */
const part =
  /(?<![\w-])(?<name>[\w-]+)\s*=\s*(?:"(?<quoted>(?:[^"\\]|\\.)*)(?:"|\\?$)|(?<bare>[^\s,"]+))|(?<scheme>[A-Za-z][\w-]*)/gu;

function readChallenges(header: string): Map<string, string>[] {
  const challenges: Map<string, string>[] = [];
  for (const { groups = {} } of header.matchAll(part)) {
    const { name, quoted, bare, scheme } = groups;
    if (scheme !== undefined || challenges.length === 0) challenges.push(new Map());
    if (name !== undefined)
      challenges.at(-1)?.set(name.toLowerCase(), quoted?.replaceAll(/\\(.)/gu, "$1") ?? bare ?? "");
  }
  return challenges;
}

/** Base64, with either alphabet. Only an object can be a claims request. */
function decode(encoded: string): string | null {
  const text = Buffer.from(encoded, "base64").toString("utf8");
  const claims = parseJson(text);
  return typeof claims === "object" && claims !== null && !Array.isArray(claims) ? text : null;
}
