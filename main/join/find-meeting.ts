import { joinHosts } from "../base/clouds.ts";
import { findLinks } from "./find-links.ts";
import { otherProductOf } from "./other-products.ts";
import { plainAddress } from "./plain-address.ts";
import { readLink } from "./read-link.ts";
import { unwrapLink } from "./unwrap-link.ts";

export interface FoundMeeting {
  readonly url: string;
  /** Whose meeting it is; null for Teams. */
  readonly product: string | null;
}

/** The meeting that texts of an event tell of: one of Teams before one of another product. */
export function findMeeting(texts: readonly string[]): FoundMeeting | null {
  const isMeeting = (link: string) => readLink(link, joinHosts).kind === "meeting";
  const links = texts.flatMap((text) => findLinks(text, joinHosts, isMeeting));
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
