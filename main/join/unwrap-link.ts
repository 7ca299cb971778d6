import { decodedPart } from "./decoded-part.ts";
import { plainAddress } from "./plain-address.ts";
import { type Wrapper, wrappers } from "./wrappers.ts";

/** Sender, gateway and receiver may each wrap a link, some of them twice; deeper nesting is a trick. */
const maxDepth = 5;

export interface Unwrapped {
  readonly link: string;
  /** Whether anything was unwrapped: then the link certainly ends where it does. */
  readonly isWhole: boolean;
}

/** The address inside a link that was rewritten on its way; any other link is returned as it is. */
export function unwrapLink(text: string): Unwrapped {
  let link = text;
  for (let depth = 0; depth < maxDepth; depth++) {
    const inner = innerLink(link);
    if (inner === null) break;
    link = inner;
  }
  return { link, isWhole: link !== text };
}

/** The vendor that hides where a link leads; null if nobody does. */
export function sealerOf(url: URL, text: string): string | null {
  const wrapper = wrapperOf(url);
  if (!wrapper) return null;
  const mayBePage = wrapper.isShared === true || isVendorsPage(url);
  return mayBePage && wrapper.read(url, text) === null ? null : wrapper.name;
}

const vendorsNames = /^(?:www|support|help|docs|blog|community|login|portal|status|info|learn)\./u;

/** Vendors have ordinary pages next to their wrapped links, such as "www.mimecast.com". */
const isVendorsPage = ({ hostname, pathname, search }: URL): boolean =>
  vendorsNames.test(hostname) || (pathname === "/" && search === "");

function innerLink(text: string): string | null {
  const url = plainAddress(text);
  const target = url && wrapperOf(url)?.read(url, text);
  return target ? mended(target) : null;
}

const wrapperOf = ({ hostname }: URL): Wrapper | undefined =>
  wrappers.find(({ host }) => host.test(hostname));

/** Some gateways encode once too often or drop a slash of "https://". Null if no address comes out. */
function mended(target: string): string | null {
  let link = target.trim();
  for (let turn = 0; turn < 2 && /^(?:https?|msteams)%/iu.test(link); turn++)
    link = decodedPart(link) ?? link;
  const whole = link.replace(/^(https?):\/(?:%2f|\/)?(?!\/)/iu, "$1://");
  return /^(?:https?:\/\/|msteams:)/iu.test(whole) ? whole : null;
}
