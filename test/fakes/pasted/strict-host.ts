const unreserved = "A-Za-z0-9._~\\-";
const part = `(?:[${unreserved}!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*`;
const https = new RegExp(`^https://([a-z0-9.-]+)(?:/${part})?(?:#${part})?$`, "u");

/** The host as RFC 3986 splits an address, written by nobody who reads WHATWG's; null for what it has no place for. */
export const strictHost = (address: string): string | null => https.exec(address)?.[1] ?? null;

/** The authority as the expression in RFC 3986, appendix B, splits any text, in small letters and without port 443. */
export const splitAuthority = (text: string): string | undefined =>
  /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?/u.exec(text)?.[2]?.toLowerCase().replace(/:443$/u, "");
