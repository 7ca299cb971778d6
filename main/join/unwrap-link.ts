import { decodedPart } from "./decoded-part.ts";
import { plainAddress } from "./plain-address.ts";
import { type Wrapper, wrappers } from "./wrappers.ts";

/** Each of sender, gateway and receiver may wrap, some of them twice; more is a trick. */
const maxDepth = 5;

export interface Unwrapped {
  readonly link: string;
  /** Whether something was taken off: then the link ends for certain where it ends. */
  readonly isWhole: boolean;
}

/** The address behind what rewrites links on the way; one that is not rewritten is itself. */
export function unwrapLink(text: string): Unwrapped {
  let link = text;
  for (let depth = 0; depth < maxDepth; depth++) {
    const inner = innerLink(link);
    if (inner === null) break;
    link = inner;
  }
  return { link, isWhole: link !== text };
}

/** Who keeps the target to themselves: nothing in the address tells where it leads. Null where nobody does. */
export function sealerOf(url: URL, text: string): string | null {
  const wrapper = wrapperOf(url);
  if (!wrapper) return null;
  const mayBePage = wrapper.isShared === true || isVendorsPage(url);
  return mayBePage && wrapper.read(url, text) === null ? null : wrapper.name;
}

const vendorsNames = /^(?:www|support|help|docs|blog|community|login|portal|status|info|learn)\./u;

/** Vendors have pages of their own below the names that wrapped links are below: "www.mimecast.com". */
const isVendorsPage = ({ hostname, pathname, search }: URL): boolean =>
  vendorsNames.test(hostname) || (pathname === "/" && search === "");

function innerLink(text: string): string | null {
  const url = plainAddress(text);
  const target = url && wrapperOf(url)?.read(url, text);
  return target ? mended(target) : null;
}

const wrapperOf = ({ hostname }: URL): Wrapper | undefined =>
  wrappers.find(({ host }) => host.test(hostname));

/** Gateways encode once too often, or take two slashes for one. Null for what is no address. */
function mended(target: string): string | null {
  let link = target.trim();
  for (let turn = 0; turn < 2 && /^(?:https?|msteams)%/iu.test(link); turn++)
    link = decodedPart(link) ?? link;
  const whole = link.replace(/^(https?):\/(?:%2f|\/)?(?!\/)/iu, "$1://");
  return /^(?:https?:\/\/|msteams:)/iu.test(whole) ? whole : null;
}
