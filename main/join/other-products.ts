import products from "./other-products.json" with { type: "json" };

interface Product {
  readonly product: string;
  /** Its own and everything below them. */
  readonly hosts: readonly string[];
  /** What the path of a meeting begins with. */
  readonly path: RegExp;
}

const table: readonly Product[] = products.map((each) => ({
  ...each,
  path: new RegExp(each.path, "iu"),
}));

const productAt = (hostname: string): Product | undefined =>
  table.find(({ hosts }) =>
    hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`)),
  );

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

/** Names and hosts of other products, as invitations in running text have them. */
export const otherProductWords: ReadonlyMap<string, string> = new Map(
  products.flatMap(({ product, hosts, words }) =>
    [...hosts, ...words].map((word) => [word.toLowerCase(), product] as const),
  ),
);
