import { joinHosts } from "../base/clouds.ts";
import { findLinks } from "./find-links.ts";
import { otherProductOf } from "./other-products.ts";
import { plainAddress } from "./plain-address.ts";
import { completeness, readLink } from "./read-link.ts";
import { unwrapLink } from "./unwrap-link.ts";

export interface FoundMeeting {
  readonly url: string;
  /** Whose meeting it is; null for Teams. */
  readonly product: string | null;
}

/** The meeting that texts of an event tell of: one of Teams before one of another product. */
export function findMeeting(texts: readonly string[]): FoundMeeting | null {
  const rate = (link: string) => completeness(readLink(link, joinHosts));
  const links = texts.flatMap((text) => findLinks(text, joinHosts, rate).map(({ link }) => link));
  for (const link of links) {
    const reading = readLink(link, joinHosts);
    if (reading.kind === "meeting") return { url: reading.url, product: null };
  }
  for (const link of links) {
    const url = plainAddress(unwrapLink(link).link);
    const product = url && otherProductOf(url);
    if (product) return { url: url.href, product };
  }
  return null;
}
