import { foldText } from "./fold-text.ts";
import { otherProductOf, otherProducts } from "./other-products.ts";

/** A place where a text names another product. */
interface Mention {
  readonly index: number;
  readonly product: string;
  /** Addresses are deliberate, while names may be mentioned in passing. */
  readonly isAddress: boolean;
}

const productByWord: ReadonlyMap<string, string> = new Map(
  otherProducts.flatMap(({ product, hosts, words, commonWords }) =>
    [...hosts, ...words, ...commonWords].map((word) => [plain(word), product] as const),
  ),
);

function plain(word: string): string {
  return foldText(word).toLowerCase();
}

const anyOf = (words: readonly string[]): string =>
  words.map((word) => plain(word).replaceAll(/[.*+?^${}()|[\]\\/]/gu, "\\$&")).join("|");

/** Room devices of other products dial into Teams meetings: "contoso@m.webex.com" names no Webex meeting. */
const notDialled = "(?<!@[a-z0-9.-]{0,80})";
const named = new RegExp(
  `(?<![a-z0-9])(?:${anyOf(otherProducts.flatMap(({ hosts, words }) => [...hosts, ...words]))})(?![a-z0-9])${notDialled}`,
  "giu",
);

/** The rest of a host that somebody runs themselves: "bbb.uni.example". */
const hostsRest = String.raw`\.[a-z0-9-]{1,60}\.[a-z]`;
const isHostsRest = new RegExp(`^${hostsRest}`, "u");
const common = anyOf(otherProducts.flatMap(({ commonWords }) => commonWords));
const capitals = common
  .split("|")
  .flatMap((word) => [word.toUpperCase(), `${word.charAt(0).toUpperCase()}${word.slice(1)}`])
  .join("|");
const meetingWord =
  "(?:meeting|call|link|id|room|session|webinar|besprechung|konferenz|reunion|riunione|reuniao|vergadering|spotkanie)";
const before = "(?:join|via|per|over|auf|uber|mit|par|sur|por|con|with|using)";
/** An everyday word is a name if it is capitalised, next to a word for a meeting, in a host, or alone on a line. */
const commonNamed = new RegExp(
  `(?<![A-Za-z0-9])(?:(?:${capitals})(?![A-Za-z0-9]|[ -](?:in|out|into)(?![a-z]))|` +
    `(?:${common})(?=[ -]?${meetingWord}(?![a-z])|${hostsRest})|` +
    `(?<=${before} )(?:${common})(?![a-z0-9])|` +
    `(?<=^[ \\t]{0,3})(?:${common})(?=:?[ \\t]{0,3}$))${notDialled}`,
  "gmu",
);

const teams =
  /microsoft[ -]teams|teams\.(?:microsoft|live|cloud)|jointeamsmeeting|teams[ -](?:meeting|besprechung)/giu;

export const namesTeams = (folded: string): boolean => folded.search(teams) !== -1;

/** How many digits the IDs of other products have at most. */
export const longestOther = 11;

/**
 * The product that an ID belongs to: the one that was named last before it, or one whose link with this ID follows it.
 * Null for Teams. `folded` is the whole text, and `place` the position of the ID's label in it.
 */
export function productAround(folded: string, place: number, id: string): string | null {
  const digits = id.replaceAll(/\D/gu, "");
  const mentions = [...mentionsIn(folded, named), ...mentionsIn(folded, commonNamed)].toSorted(
    (one, other) => one.index - other.index,
  );
  const counting = mentions.filter(({ isAddress }) => isAddress || digits.length <= longestOther);
  const own = [...folded.matchAll(teams)];
  const other = counting.findLast(({ index }) => index < place);
  if (other) {
    const teamsBefore = own.findLast(({ index }) => index < place);
    return teamsBefore !== undefined && teamsBefore.index > other.index ? null : other.product;
  }
  const after = counting.find(({ index }) => leadsTo(folded.slice(index), digits));
  return after === undefined || own.length > 0 ? null : after.product;
}

const mentionsIn = (folded: string, pattern: RegExp): Mention[] =>
  Array.from(folded.matchAll(pattern), ({ 0: word, index }) => ({
    index,
    product: productByWord.get(word.toLowerCase()) ?? "",
    isAddress: word.includes(".") || isHostsRest.test(folded.slice(index + word.length)),
  }));

/** Whether a text begins with an address, without its scheme, of a meeting with this ID. */
function leadsTo(text: string, digits: string): boolean {
  const address = `https://${/^[^\s<>"]{0,300}/u.exec(text)?.[0] ?? ""}`;
  if (!URL.canParse(address) || otherProductOf(new URL(address)) === null) return false;
  return address.replaceAll(/\D/gu, "").includes(digits);
}
