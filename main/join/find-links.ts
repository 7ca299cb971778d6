import { eventsHost } from "../base/clouds.ts";
import { otherProductWords } from "./other-products.ts";

const maxLength = 4_096;
const maxJoins = 12;

/** What an address is made of after its host (RFC 3986), without the quotes and brackets that stand around links. */
const rest = String.raw`A-Za-z0-9\-._~:/?#@!$&()*+,;=%`;
/** Some write the context of a meeting as it is, with its quotes. */
const after = String.raw`(?:context=\{[^{}<>\n]{0,400}\}|[${rest}])*`;
const host = String.raw`[^\s/?#\\<>"'\x60|^{}()[\],;、。，；！？：]{1,300}`;
const address = new RegExp(
  [
    String.raw`https?:\/\/(?:${host})?(?:[/?#]${after})?`,
    String.raw`msteams:${after}`,
    // Encoded as a whole, but not within another address.
    String.raw`(?<![\w%=/?&])https?%(?:25){0,2}3A%(?:25){0,2}2F[${rest}]*`,
    // Without a scheme, as address bars show it.
    String.raw`(?<![\w@./:-])[a-z][a-z0-9.-]{3,60}\/${after}`,
  ].join("|"),
  "giu",
);
const continuation = new RegExp(
  String.raw`[ \t]{0,8}\n[ \t]{0,8}([${rest}]+)(?=([^\n]{0,20}))`,
  "uy",
);

/**
 * Every address in a text, whole: one that the end of a line cut is put together again where only then it leads to a
 * meeting, as `isMeeting` says. Without a scheme only those of the join hosts and of other products.
 */
export function findLinks(
  text: string,
  joinHosts: readonly string[],
  isMeeting: (link: string) => boolean,
): string[] {
  return Array.from(text.matchAll(address)).flatMap(({ 0: match, index }) => {
    const link = withScheme(match.slice(0, maxLength), joinHosts);
    if (link === null) return [];
    const end = index + match.length;
    return [joined(text, end, link, isMeeting) ?? withoutEnd(link)];
  });
}

function withScheme(match: string, joinHosts: readonly string[]): string | null {
  if (/^(?:https?:|msteams:)/iu.test(match)) return match;
  if (/^https?%/iu.test(match)) return wholeDecoded(match);
  const [name = ""] = match.toLowerCase().split("/", 1);
  const isKnown = joinHosts.includes(name) || name === eventsHost || otherProductWords.has(name);
  return isKnown ? `https://${match}` : null;
}

/** Decoded as often as it takes, up to where an address may end. */
function wholeDecoded(match: string): string | null {
  let link = match;
  for (let turn = 0; turn < 3 && /^https?%/iu.test(link); turn++) {
    try {
      link = decodeURIComponent(link.replace(/%[0-9a-f]?$/iu, ""));
    } catch {
      return null;
    }
  }
  const [found = null] = link.match(address) ?? [];
  return found !== null && link.startsWith(found) ? found : null;
}

/** Goes on over the ends of lines until a meeting is complete. Null where none comes of it. */
function joined(
  text: string,
  end: number,
  link: string,
  isMeeting: (link: string) => boolean,
): string | null {
  const wasMeeting = isMeeting(link);
  let [whole, place] = [link, end];
  for (let turn = 0; turn < maxJoins && whole.length < maxLength; turn++) {
    continuation.lastIndex = place;
    const [all, part = "", following = ""] = continuation.exec(text) ?? [];
    if (all === undefined || /^(?:https?|msteams):/iu.test(part)) return null;
    const isWholeLine = /^\s*(?:\n|$)|^[>"')\]]/u.test(following);
    if (!isWholeLine && !/(?:^|[?&])(?:p|context)=/u.test(part)) return null;
    if (wasMeeting) return lengthened(whole, part);
    whole += part;
    place += all.length;
    if (isMeeting(withoutEnd(whole))) return withoutEnd(whole);
  }
  return null;
}

/** A short link is a meeting before it is whole: what follows must be the rest of the ID, the proof, or its end. */
function lengthened(link: string, part: string): string | null {
  const whole = withoutEnd(link + part);
  if (/\/meet\/\d+$/u.test(link)) return /^\d{0,6}\?p=[A-Za-z0-9]/u.test(part) ? whole : null;
  if (/\/meet\/\d+\?p?=?$/u.test(link)) return /\?p=[A-Za-z0-9]{4,}$/u.test(whole) ? whole : null;
  // As long as the proofs in Microsoft's links are.
  return /[?&]p=[A-Za-z0-9]{18}$/u.test(whole) ? whole : null;
}

/** Without the signs of the sentence around it. A loop, because `+$` takes quadratic time. */
function withoutEnd(link: string): string {
  let end = link.length;
  while (end > 0 && /(?!\})[\p{Cf}\p{Pe}\p{Pf}\p{Pi}.,;:!?*~_…。]/u.test(link.charAt(end - 1)))
    end--;
  return link.slice(0, end);
}
