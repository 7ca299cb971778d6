import * as v from "valibot";

import { readProofpoint } from "./proofpoint.ts";

export type ReadTarget = (url: URL, text: string) => string | null;

export interface Wrapper {
  readonly name: string;
  readonly host: RegExp;
  /** Null if the address wraps no other one, or does not reveal it. */
  readonly read: ReadTarget;
  /** The host has other pages too, so an address that wraps nothing is just a page. */
  readonly isShared?: boolean;
}

const parameter =
  (...names: readonly string[]): ReadTarget =>
  ({ searchParams }) =>
    names.map((name) => searchParams.get(name)).find((value) => value) ?? null;

const below =
  (path: RegExp, read: ReadTarget): ReadTarget =>
  (url, text) =>
    path.test(url.pathname) ? read(url, text) : null;

const first =
  (...readings: readonly ReadTarget[]): ReadTarget =>
  (url, text) => {
    for (const read of readings) {
      const target = read(url, text);
      if (target !== null) return target;
    }
    return null;
  };

const encodedParameter =
  (name: string): ReadTarget =>
  ({ searchParams }) => {
    const bytes = Buffer.from((searchParams.get(name) ?? "").replaceAll(" ", "+"), "base64");
    return bytes.length === 0 ? null : bytes.toString("utf8");
  };

/** Check Point and Avanan: `/v2/r01/___{link}___.{token}`, sometimes with one slash of the link missing. */
const betweenUnderscores: ReadTarget = (_url, text) => {
  const start = text.indexOf("/___");
  const end = text.lastIndexOf("___");
  return start === -1 ? null : text.slice(start + 4, end > start + 4 ? end : undefined);
};

/** Cisco: a token, then the whole target, usually as one segment of the path. */
const behindToken: ReadTarget = (_url, text) =>
  /^[^/]*\/\/[^/]+\/[^/]+\/(.+)$/u.exec(text)?.[1] ?? null;

/** Menlo and the like: the target as it is, behind whatever comes before it. */
const secondAddress: ReadTarget = (_url, text) =>
  /^https?:\/\/.*?[/?](https?(?::|%3a)(?:\/|%2f).*)$/iu.exec(text)?.[1] ?? null;

const clickSchema = v.pipe(v.string(), v.parseJson(), v.object({ p: v.string() }));
const targetSchema = v.pipe(v.string(), v.parseJson(), v.object({ url: v.string() }));

/** Mandrill: JSON in JSON in base64. */
const clickedAddress: ReadTarget = (url, text) => {
  const click = v.safeParse(clickSchema, encodedParameter("p")(url, text));
  const target = click.success ? v.safeParse(targetSchema, click.output.p) : null;
  return target?.success ? target.output.url : null;
};

const nothing: ReadTarget = () => null;

/** No vendor promises to keep its format, so a link that does not fit is treated as one that hides its target. */
export const wrappers: readonly Wrapper[] = [
  {
    name: "Safe Links",
    host: /(?:^|\.)safelinks\.protection\.(?:outlook\.com|office365\.us|partner\.outlook\.cn|apps\.mil)$/u,
    read: parameter("url"),
  },
  {
    name: "Safe Links",
    host: /^(?:statics\.teams\.cdn\.(?:office|live)\.net|teams\.public\.onecdn\.static\.microsoft)$/u,
    read: below(/^\/evergreen-assets\/safelinks\//u, parameter("url")),
    isShared: true,
  },
  {
    name: "Google",
    host: /^(?:www\.)?google\.(?:com?\.)?[a-z]{2,3}$/u,
    read: below(/^\/url$/u, parameter("q", "url")),
    isShared: true,
  },
  {
    name: "Proofpoint",
    host: /^urldefense\.(?:proofpoint\.com|com|us)$/u,
    read: readProofpoint,
  },
  { name: "Proofpoint", host: /^url\.emailprotection\.link$/u, read: nothing },
  // Only some of these links name the target next to the token.
  { name: "Mimecast", host: /\.mimecast(?:protect)?\.com$/u, read: parameter("url") },
  { name: "Barracuda", host: /^linkprotect\.cudasvc\.com$/u, read: parameter("a") },
  {
    name: "Cisco",
    host: /^secure-web\.cisco\.com$/u,
    read: first(parameter("url"), behindToken),
  },
  { name: "Trellix", host: /\.(?:fireeye|trellix)\.com$/u, read: parameter("u") },
  {
    name: "Trend Micro",
    host: /(?:\.|-ctp\.|\.check\.)trendmicro\.com$/u,
    read: parameter("url"),
    isShared: true,
  },
  { name: "Sophos", host: /\.protection\.sophos\.com$/u, read: encodedParameter("u") },
  {
    name: "Check Point",
    host: /^(?:url\.avanan\.click|(?:[a-z0-9-]+\.)?protect\.checkpoint\.com|checkpoint\.url-protection\.com)$/u,
    read: betweenUnderscores,
  },
  {
    name: "GMX",
    host: /^(?:3c\.)?deref-(?:gmx|web|mail|1und1)(?:-\d{1,2})?\.[a-z]{2,3}(?:\.[a-z]{2})?$/u,
    read: parameter("redirectUrl"),
  },
  { name: "Slack", host: /^slack-redir\.net$/u, read: parameter("url") },
  {
    name: "LinkedIn",
    host: /^(?:www\.)?linkedin\.com$/u,
    read: below(/^\/(?:safety\/go|redir\/redirect)\/?$/u, parameter("url")),
    isShared: true,
  },
  { name: "Symantec", host: /^clicktime\.symantec\.com$/u, read: parameter("u") },
  { name: "Trustwave", host: /^scanmail\.trustwave\.com$/u, read: parameter("u") },
  { name: "Zix", host: /^link\.(?:edgepilot|zixcentral)\.com$/u, read: parameter("u", "url") },
  { name: "TitanHQ", host: /^linklock\.titanhq\.com$/u, read: parameter("url") },
  { name: "Facebook", host: /^lm?\.(?:facebook|instagram|messenger)\.com$/u, read: parameter("u") },
  {
    name: "YouTube",
    host: /^(?:www\.)?youtube\.com$/u,
    read: below(/^\/redirect$/u, parameter("q")),
    isShared: true,
  },
  {
    name: "Outlook",
    host: /^outlook\.(?:office|office365|live)\.com$/u,
    read: below(/^\/(?:owa\/redir\.aspx|mail\/safelink\.html)$/iu, parameter("url", "URL")),
    isShared: true,
  },
  { name: "Azure", host: /\.safelink\.emails\.azure\.net$/u, read: parameter("destination") },
  { name: "Vade", host: /\.vadesecure\.com$/u, read: parameter("u") },
  { name: "Menlo", host: /\.menlosecurity\.com$/u, read: secondAddress, isShared: true },
  { name: "Postoffice", host: /^clicktime\.cloud\.postoffice\.net$/u, read: parameter("U", "u") },
  { name: "Mandrill", host: /^mandrillapp\.com$/u, read: clickedAddress, isShared: true },
  { name: "MailAnyone", host: /\.mailanyone\.net$/u, read: nothing },
  { name: "Reddit", host: /^out\.reddit\.com$/u, read: parameter("url") },
  {
    name: "VK",
    host: /^(?:m\.)?vk\.com$/u,
    read: below(/^\/away(?:\.php)?$/u, parameter("to")),
    isShared: true,
  },
  {
    name: "Steam",
    host: /^steamcommunity\.com$/u,
    read: below(/^\/linkfilter\/?$/u, parameter("url", "u")),
    isShared: true,
  },
  { name: "href.li", host: /^href\.li$/u, read: secondAddress },
  { name: "INKY", host: /\.inky\.com$/u, read: nothing },
  {
    name: "Hornetsecurity",
    host: /\.(?:hornetsecurity\.com|cloud-security\.net)$/u,
    read: nothing,
  },
  { name: "Egress", host: /\.egress\.com$/u, read: nothing },
  { name: "Libraesva", host: /^urlsand\.(?:esvalabs|libraesva)\.com$/u, read: parameter("u") },
  { name: "Darktrace", host: /\.antigena\.com$/u, read: nothing },
  { name: "SendGrid", host: /\.sendgrid\.net$/u, read: nothing },
  { name: "Mailchimp", host: /\.list-manage\.com$/u, read: nothing },
  { name: "LinkedIn", host: /^lnkd\.in$/u, read: nothing },
  { name: "Bitly", host: /^bit\.ly$/u, read: nothing },
  { name: "TinyURL", host: /^tinyurl\.com$/u, read: nothing },
  { name: "X", host: /^t\.co$/u, read: nothing },
  { name: "Rebrandly", host: /^rb\.gy$/u, read: nothing },
  { name: "Hootsuite", host: /^ow\.ly$/u, read: nothing },
  { name: "Cuttly", host: /^cutt\.ly$/u, read: nothing },
  { name: "is.gd", host: /^is\.gd$/u, read: nothing },
  { name: "T.LY", host: /^t\.ly$/u, read: nothing },
];
