import { eventsHost } from "../base/clouds.ts";
import { decodedPart } from "./decoded-part.ts";

export interface MeetingLink {
  readonly kind: "meeting";
  /** In the normal form that is handed on. */
  readonly url: string;
  readonly meetingId: string | null;
  readonly passcode: string | null;
}

/** A link to Teams leads to a meeting, was cut off, or leads to some other page. */
export type TeamsLink = MeetingLink | { readonly kind: "incomplete" } | { readonly kind: "page" };

/**
 * Only forms that are known to be meetings count. `isWhole` says that the link certainly ends where it does; otherwise
 * one without a context was cut off.
 */
export function readTeamsLink(url: URL, isWhole: boolean): TeamsLink {
  if (url.hostname === eventsHost) return readEvent(url);
  const inside = launched(url);
  const found = [url, ...(inside ? [inside] : []), ...hashOf(url)].map((each) =>
    readPage(each, isWhole),
  );
  return (
    found.find(({ kind }) => kind === "meeting") ??
    found.find(({ kind }) => kind === "incomplete") ?? { kind: "page" }
  );
}

function readEvent({ hostname, pathname }: URL): TeamsLink {
  const guid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  const [event] = new RegExp(`^/event/${guid}(?:@|%40)${guid}(?![^/])`, "iu").exec(pathname) ?? [];
  return event === undefined ? { kind: "page" } : ofMeeting(`https://${hostname}${event}`);
}

function readPage(url: URL, isWhole: boolean): TeamsLink {
  const path = wholeDecoded(url.pathname)
    .replaceAll(/\/{2,}/gu, "/")
    .replace(/^\/(?:v2\/|_\/)?(?:[_#]+\/)?/u, "/");
  const id = /^\/meet\/(\d{9,15})\/?$/iu.exec(path)?.[1];
  // Where all is in capitals, the passcode is another one.
  const isChanged = !path.startsWith("/meet/") && !/[?&]p=/u.test(url.search);
  if (id !== undefined) return isChanged ? { kind: "incomplete" } : readShort(url, id);
  if (/^\/meet\/\d{0,8}$/iu.test(path)) return { kind: "incomplete" };
  // The registration pages of webinars before these had a host of their own.
  if (/^\/registration\/[\w,:-]{10,300}$/u.test(path)) {
    const [query = ""] = /^\?(?:\w{1,20}=[\w-]{0,40}&?){1,5}/u.exec(url.search) ?? [];
    return ofMeeting(`https://${url.hostname}${path}${query}`);
  }
  return path.startsWith("/l/meetup-join") ? readLong(url, path, isWhole) : { kind: "page" };
}

/** Some programs encode an address once more: "19%253ameeting". */
function wholeDecoded(path: string): string {
  const once = decodedPart(path) ?? path;
  return /%25/u.test(path) ? (decodedPart(once) ?? once) : once;
}

/** `p` consists of letters and digits; anything else after it does not belong to the link. */
function readShort({ hostname, search }: URL, id: string): MeetingLink {
  const proof = /[?&]p=([A-Za-z0-9]+)/u.exec(search)?.[1];
  const query = proof === undefined ? "" : `?p=${proof}`;
  // A longer one is a token of this link, and nothing that people could type.
  const passcode = proof !== undefined && /^\w{4,12}$/u.test(proof) ? proof : null;
  return { ...ofMeeting(`https://${hostname}/meet/${id}${query}`), meetingId: id, passcode };
}

function readLong({ hostname, pathname, search }: URL, path: string, isWhole: boolean): TeamsLink {
  const [, thread, message] =
    /^\/l\/meetup-join\/(\d{1,3}:[\w.~-]{1,300}@[\w.-]{1,100})\/(\d{1,20})\/?$/u.exec(path) ?? [];
  const context = contextOf(search);
  const isCut = context === null && !(isWhole && search === "");
  if (thread === undefined || message === undefined || isCut) return { kind: "incomplete" };
  const isPlain =
    /^\/l\/meetup-join\/[\w.~%:@-]+\/\d+$/u.test(pathname) && !/%2[f5]/iu.test(pathname);
  const place = isPlain ? pathname : `/l/meetup-join/${encodeURIComponent(thread)}/${message}`;
  // For live events, further parameters say in which role one attends.
  const manner = Array.from(search.matchAll(/&(?:btype|role)=[a-z]{1,9}(?![^&])/gu)).join("");
  const query = context === null ? "" : `?context=${context}${manner}`;
  return ofMeeting(`https://${hostname}${place}${query}`);
}

/** The JSON of the context, as encoded as it came, without what follows it; null if there is none. */
function contextOf(search: string): string | null {
  const raw = /[?&]context=([^&#]{2,2000})/u.exec(search)?.[1] ?? "";
  const value = /^%25(?:25)*7b/iu.test(raw) ? (decodedPart(raw) ?? "") : raw;
  for (const { index, 0: end } of Array.from(value.matchAll(/%7d|\}/giu)).slice(0, 5)) {
    const context = value.slice(0, index + end.length);
    if (isObject(decodedPart(context) ?? "")) return escaped(context);
  }
  return null;
}

const escaped = (context: string): string =>
  context.replaceAll(/[^\w.~%!$'()*+,;:@/?-]/gu, (sign) => encodeURIComponent(sign));

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** The launcher page has the link in its own address; the light-meetings page has the parts of which it is made. */
function launched({ hostname, pathname, searchParams }: URL): URL | null {
  const path = pathname.replaceAll(/\/{2,}/gu, "/");
  if (path.startsWith("/dl/launcher/")) return onHost(hostname, searchParams.get("url") ?? "");
  if (path !== "/light-meetings/launch") return null;
  const coords = fieldsOf(searchParams.get("coords") ?? "");
  const [code, passcode] = [coords("meetingCode"), coords("passcode")];
  if (code !== "") return onHost(hostname, `/meet/${code}?p=${encodeURIComponent(passcode)}`);
  const context = JSON.stringify({ Tid: coords("tenantId"), Oid: coords("organizerId") });
  const place = `${encodeURIComponent(coords("conversationId"))}/${coords("messageId")}`;
  return onHost(hostname, `/l/meetup-join/${place}?context=${encodeURIComponent(context)}`);
}

function fieldsOf(coords: string): (name: string) => string {
  const text = Buffer.from(coords, "base64").toString("utf8");
  const fields: unknown = isObject(text) ? JSON.parse(text) : {};
  const map = new Map(Object.entries(fields ?? {}));
  return (name) => {
    const value: unknown = map.get(name);
    return typeof value === "string" ? value : "";
  };
}

/** Teams on the web keeps its route behind the hash, and so do the links that the launcher names. */
const hashOf = ({ hostname, hash }: URL): URL[] => {
  const inside = hash.startsWith("#/") ? onHost(hostname, hash.slice(1)) : null;
  return inside ? [inside] : [];
};

function onHost(host: string, place: string): URL | null {
  const path = place.replace(/^[/_#]+|^(?:%23)+/u, "/").replace(/^\/(?:%23)+\//u, "/");
  const text = `https://${host}${path}`;
  return path.startsWith("/") && URL.canParse(text) ? new URL(text) : null;
}

const ofMeeting = (url: string): MeetingLink => ({
  kind: "meeting",
  url: new URL(url).href,
  meetingId: null,
  passcode: null,
});
