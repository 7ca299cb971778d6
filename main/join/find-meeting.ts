import { completeMeeting, labelledBeside } from "./complete-meeting.ts";
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

/** The online meeting that the texts of an event mention; Teams comes before other products. */
export function findMeeting(texts: readonly string[]): FoundMeeting | null {
  const rate = (link: string) => completeness(readLink(link));
  const found = texts.map((text) => ({ text, links: findLinks(text, rate) }));
  for (const { text, links } of found)
    for (const { link } of links) {
      const reading = readLink(link);
      if (reading.kind !== "meeting") continue;
      return { url: completeMeeting(reading, labelledBeside(links, text)).url, product: null };
    }
  for (const { link } of found.flatMap(({ links }) => links)) {
    const url = plainAddress(unwrapLink(link).link);
    const product = url && otherProductOf(url);
    if (product) return { url: url.href, product };
  }
  return null;
}
