import products from "./other-products.json" with { type: "json" };

interface Product {
  readonly product: string;
  /** These hosts and all their subdomains. */
  readonly hosts: readonly string[];
  /** Matches the paths of meetings. */
  readonly path: RegExp;
  /** What invitations call it. */
  readonly words: readonly string[];
  /** Names that are everyday words too: "zoom in on the numbers". */
  readonly commonWords: readonly string[];
}

/** Every product other than Teams whose meetings we know. */
export const otherProducts: readonly Product[] = products.map(({ commonWords = [], ...each }) => ({
  ...each,
  commonWords,
  path: new RegExp(each.path, "iu"),
}));

const productAt = (hostname: string): Product | undefined =>
  otherProducts.find(({ hosts }) =>
    hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`)),
  );

export const isOtherProductsHost = (hostname: string): boolean => productAt(hostname) !== undefined;

/** The product whose meeting a link opens; null if it is none we know. */
export function otherProductOf({ hostname, pathname }: URL): string | null {
  const found = productAt(hostname);
  return found?.path.test(pathname) ? found.product : null;
}

/** Products that people host themselves: we name them, but never open their links on our own. */
const selfHosted: readonly (readonly [label: RegExp, product: string])[] = [
  [/(?:^|\.)(?:jitsi|meet-jitsi)\./u, "Jitsi Meet"],
  [/(?:^|\.)(?:bbb\d{0,3}|bigbluebutton)\./u, "BigBlueButton"],
  [/(?:^|\.)opentalk\./u, "OpenTalk"],
];

/** The product behind a link, even if only the name of the host gives it away. */
export const productNamedBy = (url: URL): string | null =>
  otherProductOf(url) ?? selfHosted.find(([label]) => label.test(url.hostname))?.[1] ?? null;
