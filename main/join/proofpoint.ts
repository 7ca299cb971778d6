import { decodedPart } from "./decoded-part.ts";

/** Reads the three formats of Proofpoint's links; null for anything else. */
export function readProofpoint(url: URL, text: string): string | null {
  const target = url.searchParams.get("u");
  switch (url.pathname) {
    case "/v1/url":
      return target;
    case "/v2/url":
      // Hyphens stand for percent signs and underscores for slashes; literal ones are percent-encoded.
      return target && decodedPart(target.replaceAll("-", "%").replaceAll("_", "/"));
    default:
      return readThirdForm(text);
  }
}

const runLengths = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/**
 * `/v3/__{link}__;{characters}!…`: a star stands for the next of the base64-encoded characters, and two stars with a
 * letter stand for a run of them.
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
