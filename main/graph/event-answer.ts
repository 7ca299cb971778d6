import { Temporal } from "temporal-polyfill";
import * as v from "valibot";
import { findIana } from "windows-iana";

import { isJoinUrl } from "./meeting-answer.ts";

/** What Graph said about an event, checked and cut to size. Text, never HTML. */
export interface CalendarEvent {
  readonly eventId: string;
  readonly subject: string | null;
  /** Epoch milliseconds, null where Graph gave none. */
  readonly startAt: number | null;
  readonly endAt: number | null;
  /** Null where there is none, or not yet. */
  readonly joinUrl: string | null;
  /** The event in Outlook on the web. */
  readonly webLink: string | null;
  /** Rooms and the organiser are not among them. */
  readonly inviteeCount: number;
  /** A series, or one time of it. */
  readonly repeats: boolean;
}

/** One time of an event, as a calendar shows it. */
export interface CalendarEntry extends CalendarEvent {
  readonly startAt: number;
  readonly endAt: number;
  readonly isAllDay: boolean;
  readonly isCancelled: boolean;
  readonly youOrganise: boolean;
  readonly organiserName: string | null;
  readonly organiserAddress: string | null;
  readonly inviteeAddresses: readonly string[];
  /** Texts that may tell of a meeting elsewhere; plain, cut to size. */
  readonly places: readonly string[];
  readonly response: "organizer" | "accepted" | "tentative" | "declined" | "none";
  readonly showsAs: "free" | "tentative" | "busy";
}

/** What is asked of every event; nothing that is not read. */
export const selectedMembers =
  "id,subject,start,end,isAllDay,isCancelled,isOrganizer,organizer,attendees,responseStatus,showAs,onlineMeeting,webLink,transactionId,type";

/** What a list that people see asks for as well. */
export const viewedMembers = `${selectedMembers},location,onlineMeetingUrl,bodyPreview`;

const cutText = (length: number) =>
  v.fallback(
    v.nullable(
      v.pipe(
        v.string(),
        v.transform((text) => text.slice(0, length).toWellFormed()),
      ),
    ),
    null,
  );
const wholeText = (length: number) =>
  v.fallback(v.nullable(v.pipe(v.string(), v.maxLength(length))), null);
const flag = v.fallback(v.boolean(), false);

export const dateTime = v.fallback(
  v.nullable(
    v.object({
      dateTime: v.pipe(
        v.string(),
        v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?$/u),
      ),
      timeZone: v.pipe(v.string(), v.maxLength(100)),
    }),
  ),
  null,
);
const address = v.pipe(v.string(), v.maxLength(320), v.regex(/^[^\s@<>",;]+@[^\s@<>",;]+$/u));
const mailbox = v.object({ emailAddress: v.object({ name: cutText(200), address }) });
const attendee = v.object({ ...mailbox.entries, type: wholeText(20) });

const event = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(2_000)),
  subject: cutText(1_000),
  start: dateTime,
  end: dateTime,
  isAllDay: flag,
  isCancelled: flag,
  isOrganizer: flag,
  organizer: v.fallback(v.nullable(mailbox), null),
  attendees: v.fallback(v.array(v.unknown()), []),
  responseStatus: v.fallback(v.nullable(v.object({ response: wholeText(40) })), null),
  showAs: wholeText(40),
  onlineMeeting: v.fallback(v.nullable(v.object({ joinUrl: wholeText(4_096) })), null),
  onlineMeetingUrl: wholeText(4_096),
  location: v.fallback(
    v.nullable(v.object({ displayName: cutText(1_000), locationUri: wholeText(4_096) })),
    null,
  ),
  bodyPreview: cutText(1_000),
  webLink: wholeText(8_192),
  transactionId: wholeText(200),
  type: wholeText(40),
});

type Parsed = v.InferOutput<typeof event>;

/** Null where the answer is no event. */
export function parseEvent(body: unknown, joinHosts: readonly string[]): CalendarEvent | null {
  const parsed = v.safeParse(event, body);
  return parsed.success ? eventOf(parsed.output, joinHosts) : null;
}

/** Whether an event was made by the request with this id. */
export function isMadeBy(body: unknown, transactionId: string): boolean {
  const parsed = v.safeParse(event, body);
  return parsed.success && parsed.output.transactionId === transactionId;
}

/** Who may end an event, and how. Null where the answer is no event. */
export function parseStanding(body: unknown) {
  const parsed = v.safeParse(event, body);
  if (!parsed.success) return null;
  const { isOrganizer, isCancelled, attendees } = parsed.output;
  return { youOrganise: isOrganizer, isCancelled, hasInvitees: attendees.length > 0 };
}

/** All-day events belong to days, not instants: those of `timeZone` (an IANA name). Null for what is no event. */
export function parseEntry(
  body: unknown,
  joinHosts: readonly string[],
  timeZone: string,
): CalendarEntry | null {
  const parsed = v.safeParse(event, body);
  if (!parsed.success) return null;
  const said = parsed.output;
  const span = spanOf(said, timeZone);
  if (!span) return null;
  const { name = null, address: by = null } = said.organizer?.emailAddress ?? {};
  return {
    ...eventOf(said, joinHosts),
    ...span,
    isAllDay: said.isAllDay,
    isCancelled: said.isCancelled,
    youOrganise: said.isOrganizer,
    organiserName: name ?? by,
    organiserAddress: by,
    inviteeAddresses: inviteesOf(said),
    places: placesOf(said),
    ...standingOf(said),
  };
}

function placesOf({ onlineMeeting, onlineMeetingUrl, location, bodyPreview }: Parsed): string[] {
  const { displayName = null, locationUri = null } = location ?? {};
  const texts = [onlineMeeting?.joinUrl, onlineMeetingUrl, displayName, locationUri, bodyPreview];
  return texts.filter((text) => typeof text === "string" && text !== "").map(String);
}

const standingOf = ({ responseStatus, showAs }: Parsed) => ({
  response: responses.get(responseStatus?.response ?? "") ?? "none",
  showsAs: shows.get(showAs ?? "") ?? "busy",
});

function spanOf({ isAllDay, start, end }: Parsed, timeZone: string) {
  const timeOf = isAllDay ? (said: Parsed["start"]) => midnightOf(said, timeZone) : instantOf;
  const startAt = timeOf(start);
  const endAt = timeOf(end);
  return startAt === null || endAt === null || endAt < startAt ? null : { startAt, endAt };
}

const responses = new Map<string, CalendarEntry["response"]>([
  ["organizer", "organizer"],
  ["accepted", "accepted"],
  ["tentativelyAccepted", "tentative"],
  ["declined", "declined"],
]);

const shows = new Map<string, CalendarEntry["showsAs"]>([
  ["free", "free"],
  ["tentative", "tentative"],
]);

function eventOf(said: Parsed, joinHosts: readonly string[]): CalendarEvent {
  const joinUrl = said.onlineMeeting?.joinUrl ?? null;
  return {
    eventId: said.id,
    subject: said.subject,
    startAt: instantOf(said.start),
    endAt: instantOf(said.end),
    joinUrl: joinUrl !== null && isJoinUrl(joinUrl, joinHosts) ? joinUrl : null,
    webLink: said.webLink !== null && isOutlookUrl(said.webLink) ? said.webLink : null,
    inviteeCount: inviteesOf(said).length,
    repeats: seriesTypes.has(said.type ?? ""),
  };
}

const seriesTypes: ReadonlySet<string> = new Set(["seriesMaster", "occurrence", "exception"]);

const maxInvitees = 500;

function inviteesOf({ attendees, organizer }: Parsed): readonly string[] {
  const addresses = attendees.slice(0, maxInvitees).flatMap((each) => {
    const parsed = v.safeParse(attendee, each);
    if (!parsed.success || parsed.output.type === "resource") return [];
    return [parsed.output.emailAddress.address];
  });
  const own = organizer?.emailAddress.address.toLowerCase();
  return addresses.filter((each) => each.toLowerCase() !== own);
}

const outlookHosts = [
  "outlook.office365.com",
  "outlook.office.com",
  "outlook.cloud.microsoft",
  "outlook.live.com",
  "outlook.office365.us",
  "outlook-dod.office365.us",
  "partner.outlook.cn",
];

/** Whether a link leads to Outlook on the web, in any cloud. */
export const isOutlookUrl = (text: string): boolean => isJoinUrl(text, outlookHosts);

/** Graph answers in UTC unless it is asked otherwise, and names zones as Windows or as IANA does. */
export function instantOf(said: v.InferOutput<typeof dateTime>): number | null {
  if (said === null) return null;
  const [zone = said.timeZone] = findIana(said.timeZone);
  return read(() => Temporal.PlainDateTime.from(said.dateTime).toZonedDateTime(zone));
}

const midnightOf = (said: Parsed["start"], timeZone: string): number | null =>
  said && read(() => Temporal.PlainDate.from(said.dateTime.slice(0, 10)).toZonedDateTime(timeZone));

/** Null for a day or a zone that does not exist. */
function read(zoned: () => Temporal.ZonedDateTime): number | null {
  try {
    return zoned().epochMilliseconds;
  } catch {
    return null;
  }
}
