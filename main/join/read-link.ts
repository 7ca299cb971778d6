import { joinHostOf, meetingHosts } from "../base/clouds.ts";
import { complete, usable } from "./find-links.ts";
import { productNamedBy } from "./other-products.ts";
import { plainAddress } from "./plain-address.ts";
import { readTeamsLink, type TeamsLink } from "./teams-link.ts";
import { sealerOf, unwrapLink } from "./unwrap-link.ts";

export type LinkReading =
  | TeamsLink
  | { readonly kind: "other-product"; readonly product: string }
  /** Somebody wrapped it in such a way that nothing says where it leads. */
  | { readonly kind: "wrapped"; readonly host: string; readonly by: string }
  | { readonly kind: "elsewhere"; readonly host: string }
  | { readonly kind: "nowhere" };

/** Where an address leads once it is unwrapped. */
export function readLink(text: string): LinkReading {
  const { link, isWhole } = unwrapLink(text);
  const url = plainAddress(ofScheme(link));
  if (url === null) return foreign(link);
  const host = url.hostname;
  if (meetingHosts.includes(host)) return readTeamsLink(url, isWhole);
  const by = sealerOf(url, link);
  if (by !== null) return { kind: "wrapped", host, by };
  const product = productNamedBy(url);
  return product === null ? { kind: "elsewhere", host } : { kind: "other-product", product };
}

/** How complete the meeting behind a link is. Microsoft's tokens have 18 characters, passcodes 6 or 8. */
export function completeness(reading: LinkReading): number {
  if (reading.kind === "other-product") return complete;
  if (reading.kind !== "meeting") return 0;
  const { searchParams, pathname } = new URL(reading.url);
  if (!pathname.startsWith("/meet/")) return reading.url.includes("?context=") ? complete : 0.5;
  const { length } = searchParams.get("p") ?? "";
  // Nearly all IDs have twelve digits or more: a shorter one may have been cut.
  if (length === 0) return /\d{12}/u.test(pathname) ? 0.5 : 0.25;
  if (length === 18) return complete;
  if (length === 8) return usable + 0.5;
  return length === 6 ? usable : 1;
}

/** Turns a link with the scheme of the Teams app, with or without a host, into a web address. */
function ofScheme(link: string): string {
  if (!/^ms-?teams:/iu.test(link)) return link;
  const place = link.replace(/^ms-?teams:\/*/iu, "");
  const [first = ""] = place.split(/[/?#]/u, 1);
  const isHost = meetingHosts.includes(first.toLowerCase());
  return isHost ? `https://${place}` : `https://${joinHostOf("global")}/${place}`;
}

/** An address in which not every reader sees the same host: it is never opened, but its host may be shown. */
function foreign(link: string): LinkReading {
  const host = URL.canParse(link) ? new URL(link).hostname : "";
  const isNamed = /^https?:/iu.test(link) && host !== "" && !meetingHosts.includes(host);
  return isNamed ? { kind: "elsewhere", host } : { kind: "nowhere" };
}
