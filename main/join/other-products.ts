import products from "./other-products.json" with { type: "json" };

interface Product {
  readonly product: string;
  /** Its own and everything below them. */
  readonly hosts: readonly string[];
  /** What the path of a meeting begins with. */
  readonly path: RegExp;
  /** Its names, as invitations in running text have them. */
  readonly words: readonly string[];
  /** Names that are words of every day as well: "zoom in on the numbers". */
  readonly commonWords: readonly string[];
}

/** Every product but Teams whose meetings are known. */
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

/** Whose meeting a link opens, where that is one of the products we know. */
export function otherProductOf({ hostname, pathname }: URL): string | null {
  const found = productAt(hostname);
  return found?.path.test(pathname) ? found.product : null;
}

/** Products that people run on hosts of their own: named, but nothing there is opened unasked. */
const selfHosted: readonly (readonly [label: RegExp, product: string])[] = [
  [/(?:^|\.)(?:jitsi|meet-jitsi)\./u, "Jitsi Meet"],
  [/(?:^|\.)(?:bbb\d{0,3}|bigbluebutton)\./u, "BigBlueButton"],
  [/(?:^|\.)opentalk\./u, "OpenTalk"],
];

/** Whose meeting a link is to, also where only the host's name tells it. */
export const productNamedBy = (url: URL): string | null =>
  otherProductOf(url) ?? selfHosted.find(([label]) => label.test(url.hostname))?.[1] ?? null;
