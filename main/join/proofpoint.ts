import { decodedPart } from "./decoded-part.ts";

/** Proofpoint's three forms; null for what is none of them. */
export function readProofpoint(url: URL, text: string): string | null {
  const target = url.searchParams.get("u");
  switch (url.pathname) {
    case "/v1/url":
      return target;
    case "/v2/url":
      // A hyphen is a percent sign, an underscore a slash; each of their own is encoded.
      return target && decodedPart(target.replaceAll("-", "%").replaceAll("_", "/"));
    default:
      return readThirdForm(text);
  }
}

const runLengths = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/**
 * `/v3/__{link}__;{characters}!…`. A star stands for the next of the base64 characters, two stars and a letter for a
 * run of them.
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
    );
}
