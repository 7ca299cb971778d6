import type { Random } from "../../torture/random.ts";

type Wrap = (link: string) => string;

const encoded = encodeURIComponent;
const hyphened = (link: string): string =>
  link
    .replaceAll(/[^A-Za-z0-9./]/gu, (sign) => `-${encoded(sign).slice(1) || hexOf(sign)}`)
    .replaceAll("/", "_");
const hexOf = (sign: string): string =>
  sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");

/** The gateways that have the target in their links. */
const wraps: Readonly<Record<string, Wrap>> = {
  "Safe Links": (link) =>
    `https://eur01.safelinks.protection.outlook.com/?url=${encoded(link)}&data=05%7C02%7Cadele%40contoso.com%7C6a1c&sdata=Zk1%2Fq8%3D&reserved=0`,
  "Safe Links of 21Vianet": (link) =>
    `https://chn01.safelinks.protection.partner.outlook.cn/?url=${encoded(link)}&data=05`,
  "Safe Links in Teams": (link) =>
    `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/2/atp-safelinks.html?url=${encoded(link)}&locale=en-us`,
  Google: (link) => `https://www.google.co.uk/url?q=${encoded(link)}&sa=D&source=calendar`,
  "Proofpoint v1": (link) => `https://urldefense.proofpoint.com/v1/url?u=${encoded(link)}&k=oIvRg1`,
  "Proofpoint v2": (link) =>
    `https://urldefense.proofpoint.com/v2/url?u=${hyphened(link)}&d=DwMFaQ&c=euGZ&e=`,
  "Proofpoint v3": (link) => {
    const odd = link.replaceAll(/[A-Za-z0-9./:&=-]/gu, "");
    const shown = link.replaceAll(/[^A-Za-z0-9./:&=-]/gu, "*").replaceAll(/\*{2,}/gu, run);
    return `https://urldefense.com/v3/__${shown}__;${Buffer.from(odd).toString("base64url")}!!AbC-d_1Ab!Kx9zQ-1$`;
  },
  Barracuda: (link) => `https://linkprotect.cudasvc.com/url?a=${encoded(link)}&c=E,1,Xy7,&typo=1`,
  Cisco: (link) => `https://secure-web.cisco.com/1LmN0pQ-r_S/${encoded(link)}`,
  Trellix: (link) =>
    `https://protect2.fireeye.com/v1/url?k=88c9803a&q=1&e=4823af8c&u=${encoded(link)}`,
  "Trend Micro": (link) =>
    `https://ddec1-0-en-ctp.trendmicro.com:443/wis/clicktime/v1/query?url=${encoded(link)}&umid=2f3`,
  Sophos: (link) =>
    `https://eu-central-1.protection.sophos.com/?d=microsoft.com&u=${Buffer.from(link).toString("base64")}&i=NjA5`,
  Avanan: (link) => `https://url.avanan.click/v2/r01/___${link}___.YXAzOmNvbnRvc286YTpv`,
  GMX: (link) =>
    `https://deref-gmx.net/mail/client/ulc_0Gq1TD4/dereferrer/?redirectUrl=${encoded(link)}`,
  Slack: (link) => `https://slack-redir.net/link?url=${encoded(link)}&v=3`,
  LinkedIn: (link) => `https://www.linkedin.com/safety/go?url=${encoded(link)}&trk=x`,
};

const lengths = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const run = (stars: string): string => `**${lengths.charAt(stars.length - 2)}`;

/** The link as it came, or within one or two gateways. */
export function wrapped(link: string, random: Random): { text: string; made: string } {
  const names = Object.keys(wraps);
  const count = random.chance(0.5) ? 0 : 1 + random.below(2);
  const chosen = Array.from({ length: count }, () => names[random.below(names.length)] ?? "");
  const text = chosen.reduce((inner, name) => wraps[name]?.(inner) ?? inner, link);
  return { text, made: count === 0 ? "as it is" : chosen.join(" within ") };
}
