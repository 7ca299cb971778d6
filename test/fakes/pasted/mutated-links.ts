import { joinHosts } from "../../../main/base/clouds.ts";
import type { Random } from "../../torture/random.ts";

const paths = [
  "/meet/248719335402?p=Xk4Ru9",
  "/meet/248719335402",
  "/l/meetup-join/19%3ameeting_N2YxYjQ2NmM%40thread.v2/0?context=%7b%22Tid%22%3a%22t%22%2c%22Oid%22%3a%22o%22%7d",
  '/l/meetup-join/19:meeting_N2Y@thread.v2/0?context={"Tid":"t"}',
  "/dl/launcher/launcher.html?url=%2F_%23%2Fmeet%2F248719335402%3Fp%3DXk4Ru9",
  "/v2/#/meet/248719335402?p=Xk4Ru9",
  "/_#/l/meetup-join/19%3ax%40thread.v2/0?context=%7b%7d",
  "/registration/pHGzZXvw1k,2XsKQ7mM:r_ls?mode=read&tenantId=9c62192c",
  "/l/chat/0/0?users=adele@contoso.com",
];

const anyOf = <Value>(random: Random, values: readonly Value[]): Value => {
  const value = values[random.below(values.length)];
  if (value === undefined) throw new Error("There is nothing to choose from.");
  return value;
};

type Mutation = (link: string, random: Random) => string;

const at = (link: string, random: Random, put: (sign: string) => string): string => {
  const place = random.below(link.length + 1);
  return link.slice(0, place) + put(link.charAt(place)) + link.slice(place + 1);
};

const inHost =
  (change: (host: string, random: Random) => string): Mutation =>
  (link, random) =>
    link.replace(/(?<=:\/\/)[^/?#]*/u, (host) => change(host, random));

const strange = [
  "\\",
  "\\\\",
  "/",
  "//",
  "@",
  ":",
  "#",
  "?",
  "%",
  "%2f",
  "%5c",
  "%2e%2e",
  "..",
  "/../",
  "/./",
  "\t",
  "\n",
  "\r",
  "\u0000",
  "\u200b",
  "\u202e",
  "\u00ad",
  "\u3002",
  "\uff0e",
  "\uff61",
  "\uff0f",
  "\u2044",
  "\u0430",
  "\u0131",
  "\ufeff",
  " ",
  "%00",
  "%0a",
  "%09",
  "[",
  "]",
  "|",
  "^",
  "\u00e9",
  "evil.example",
  "@evil.example",
  "\\@evil.example",
  ".evil.example",
  "evil.example/",
  "&#46;",
  "\\u0040",
  "\\x40",
  "&commat;",
  "%40",
] as const;

const mutations: readonly Mutation[] = [
  (link, random) => at(link, random, (sign) => anyOf(random, strange) + sign),
  (link, random) => at(link, random, () => anyOf(random, strange)),
  (link, random) =>
    at(link, random, (sign) =>
      Array.from(Buffer.from(sign), (byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""),
    ),
  (link, random) => at(link, random, (sign) => sign.toUpperCase()),
  (link, random) => at(link, random, () => ""),
  inHost((host) => `evil.example@${host}`),
  inHost((host) => `${host}@evil.example`),
  inHost((host) => `${host}\\@evil.example`),
  inHost((host) => `${host}.evil.example`),
  inHost((host) => `evil.example\\${host}`),
  inHost((host) => `evil.example#${host}`),
  inHost((host, random) => host.replace(".", anyOf(random, ["\u3002", "\uff0e", "\uff61", "%2e"]))),
  inHost((host, random) => `${host}:${anyOf(random, ["443", "444", "80", "", "0443", "x"])}`),
  inHost((host, random) => host.replace(/[aeo]/u, anyOf(random, ["\u0430", "\u0435", "\u043e"]))),
  inHost((host) => `${host}.`),
  inHost((host) => host.toUpperCase()),
  inHost((host) => encodeURIComponent(host).replace("t", "%74")),
  (link, random) =>
    link.replace(
      /^https:\/\//u,
      anyOf(random, [
        "http://",
        "HTTPS://",
        "https:/",
        "https:///",
        "https:\\\\",
        "https:",
        "//",
        "msteams:/",
        "msteams://",
        "javascript://",
        "https:/\\",
        "https://@",
        "https://:@",
        "",
      ]),
    ),
  (link) => encodeURIComponent(link.toWellFormed()),
  (link) =>
    `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(link.toWellFormed())}`,
  (link) => `https://url.avanan.click/v2/___${link}___.x`,
  (link) => `https://evil.example/?url=${link}`,
  (link) => link.replaceAll("/", "\\"),
  (link) => link.replaceAll("/", "\\/"),
  (link) => link.replaceAll("/", "//"),
];

/** A join link with up to four things done to it that readers of addresses do not agree on. */
export function mutatedLink(random: Random): string {
  let link = `https://${anyOf(random, joinHosts)}${anyOf(random, paths)}`;
  const count = random.below(5);
  for (let turn = 0; turn < count; turn++) link = anyOf(random, mutations)(link, random);
  return link;
}
