import { meetingHosts } from "../base/clouds.ts";
import { beginsWithLabel } from "./invitation-labels.ts";
import { isOtherProductsHost } from "./other-products.ts";

const maxLength = 4_096;
const maxJoins = 12;
/** No invitation has more, and reading each of them takes time. */
const maxLinks = 200;

/** The characters allowed after the host (RFC 3986), without the quotes and brackets that people put around links. */
const rest = String.raw`A-Za-z0-9\-._~:/?#@!$&()*+,;=%`;
/** Some programs write the context of a meeting as plain JSON, quotes included. */
const after = String.raw`(?:context=\{[^{}<>\n]{0,400}\}|[${rest}])*`;
const host = String.raw`[^\s/?#\\<>"'\x60|^{}()[\],;、。，；！？：]{1,300}`;
const address = new RegExp(
  [
    String.raw`https?:\/\/(?:${host})?(?:[/?#]${after})?`,
    String.raw`ms-?teams:${after}`,
    // Percent-encoded as a whole, but not as a part of another address.
    String.raw`(?<![\w%])(?:https?|ms-?teams)%(?:25){0,2}3A%(?:25){0,2}2F[${rest}]*`,
    // Without a scheme, as address bars show links.
    String.raw`(?<![\w@./:-])[a-z][a-z0-9.-]{3,60}\/${after}`,
  ].join("|"),
  "giu",
);
const continuation = new RegExp(String.raw`[ \t]{0,8}\n[ \t]{0,8}([${rest}]+)([^\n]{0,3})`, "uy");

export interface FoundLink {
  readonly link: string;
  /** Where it is in the text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** How complete the meeting behind a link is: 0 means no meeting, `complete` that nothing is missing. */
export type Rate = (link: string) => number;
export const complete = 3;
export const usable = 2;

/**
 * Finds every address in a text. One that was cut at the end of a line is put together again if that makes its meeting
 * more complete. Addresses without a scheme count only on hosts of Teams and of other products.
 */
export function findLinks(text: string, rate: Rate): FoundLink[] {
  const found: FoundLink[] = [];
  let done = 0;
  for (const { 0: match, index: start } of text.matchAll(address)) {
    const link = start < done ? null : withScheme(match.slice(0, maxLength));
    if (link === null) continue;
    const each = joined(text, { link, start, end: start + match.length }, rate);
    done = each.end;
    found.push(each);
    if (found.length === maxLinks) break;
  }
  return found;
}

function withScheme(match: string): string | null {
  if (/^(?:https?|ms-?teams):/iu.test(match)) return match;
  if (/^(?:https?|ms-?teams)%/iu.test(match)) return wholeDecoded(match);
  const [name = ""] = match.toLowerCase().split("/", 1);
  const isKnown = meetingHosts.includes(name) || isOtherProductsHost(name);
  return isKnown ? `https://${match}` : null;
}

/** Decodes it as often as needed; null if no address comes out. */
function wholeDecoded(match: string): string | null {
  let link = match;
  for (let turn = 0; turn < 3 && /^[a-z-]+%/iu.test(link); turn++) {
    try {
      link = decodeURIComponent(link.replace(/%[0-9a-f]?$/iu, ""));
    } catch {
      return null;
    }
  }
  const [found = null] = link.match(address) ?? [];
  return found !== null && link.startsWith(found) ? found : null;
}

/** Adds the following lines for as long as they may make the meeting more complete. */
function joined(text: string, first: FoundLink, rate: Rate): FoundLink {
  let best = { ...first, link: withoutEnd(first.link) };
  let bestRate = rate(best.link);
  let { link: whole, end } = first;
  for (let turn = 0; turn < maxJoins && bestRate < complete && whole.length < maxLength; turn++) {
    const next = nextPart(text, end);
    if (!next) break;
    const { part } = next;
    whole += part;
    ({ end } = next);
    const link = withoutEnd(whole);
    const itsRate = rate(link);
    if (itsRate <= bestRate) continue;
    if (!isPlausible(next, bestRate)) break;
    [best, bestRate] = [{ ...first, link, end }, itsRate];
  }
  return best;
}

type NextPart = NonNullable<ReturnType<typeof nextPart>>;

/** The beginning of the next line and the few characters after it; null if it cannot be the rest of a link. */
function nextPart(text: string, from: number) {
  continuation.lastIndex = from;
  const [all = "", part = "", following = ""] = continuation.exec(text) ?? [];
  if (part === "" || /^(?:https?|ms-?teams):/iu.test(part)) return null;
  const end = from + all.length - following.length;
  if (beginsWithLabel(text.slice(end - part.length, end + 60))) return null;
  // Mail programs wrap only long lines, and would have wrapped a longer one before.
  const length = from - text.lastIndexOf("\n", from - 1);
  const wasLong = length > 60 && length <= 101;
  return { part, following, wasLong, end };
}

/** The next sentence may begin with a word that would make the link look complete, but does not belong to it. */
function isPlausible({ part, following, wasLong }: NextPart, before: number): boolean {
  if (/context|%22|[?&]p=|^p=|%3D/iu.test(part)) return true;
  // Chats begin their lines with the day or the hour: "24/11/2026, 10:04 - Ben". In "866-253Fp-253D" a link goes on.
  if (/^\d{1,4}[./:-]\d{1,2}(?![\p{L}\p{N}%])/u.test(part)) return false;
  const isAlone =
    /[,.;:!?)]$/u.test(part) || !/^(?:[ \t]+[\p{L}\p{N}]|\p{Script=Latin})/u.test(following);
  const isClosed = part.endsWith(")") || /^[\p{Pe}\p{Pf}\p{Pi}"'>|]/u.test(following);
  // "Hi,", "BR", "id:", "10:00"
  const isWord = /^(?:[A-Z]?[a-z]*|[A-Z]*|\d{1,4}(?:[:.]\d\d)?)[,.;:!?]?$/u.test(part);
  const isRest = isClosed || (wasLong && !isWord);
  return isAlone && (before < usable || isRest);
}

/** Cuts off the punctuation of the sentence around it. A loop, because a regex with `+$` takes quadratic time. */
function withoutEnd(link: string): string {
  let end = link.length;
  while (end > 0 && /(?!\})[\p{Cf}\p{Pe}\p{Pf}\p{Pi}.,;:!?*~_…。]/u.test(link.charAt(end - 1)))
    end--;
  return link.slice(0, end);
}
