import { dateFormat, type ZonedFormat } from "../contract/words/date-format.ts";
import type { Words } from "../base/words.ts";
import { cleanLine } from "./clean-line.ts";

/** What is known of a meeting when it is handed over. Everything but `joinInformationHtml` is text. */
export interface InvitationFacts {
  readonly subject: string;
  /** Epoch milliseconds; null leaves the time out. */
  readonly startAt: number | null;
  readonly endAt: number | null;
  /** IANA name. */
  readonly timeZone: string;
  /** Checked: a link on one of the join hosts. */
  readonly joinUrl: string;
  readonly meetingId: string | null;
  readonly passcode: string | null;
  readonly dialIn: DialIn | null;
  readonly organiser: string;
  /** Teams' own invitation, sanitised. */
  readonly joinInformationHtml: string | null;
}

export interface DialIn {
  readonly number: string;
  readonly country: string | null;
  readonly city: string | null;
  readonly conferenceId: string | null;
  readonly moreNumbersUrl: string | null;
}

/** In whose words: those of the invitation, which need not be the app's. */
export interface Wording {
  /** BCP 47. */
  readonly locale: string;
  readonly words: Words;
}

export const fieldNames = [
  "subject",
  "url",
  "date",
  "start",
  "end",
  "zone",
  "duration",
  "id",
  "passcode",
  "number",
  "conference",
  "organiser",
] as const;

export type FieldName = (typeof fieldNames)[number];
/** Values ready to be shown, each one line; null where there is none. */
export type Fields = Readonly<Record<FieldName, string | null>>;

export function fieldsOf(facts: InvitationFacts, wording: Wording): Fields {
  const { timeZone, dialIn } = facts;
  const startAt = instant(facts.startAt);
  const endAt = instant(facts.endAt);
  return {
    subject: line(facts.subject),
    url: line(facts.joinUrl, 4_096),
    date: startAt === null ? null : formatDate(startAt, timeZone, wording),
    start: startAt === null ? null : formatTime(startAt, timeZone, wording),
    end: endAt === null ? null : formatTime(endAt, timeZone, wording),
    zone: line(timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? null),
    duration: startAt === null || endAt === null ? null : formatDuration(endAt - startAt, wording),
    id: grouped(line(facts.meetingId)),
    passcode: line(facts.passcode),
    number: line(dialIn?.number ?? null),
    conference: grouped(line(dialIn?.conferenceId ?? null)),
    organiser: line(facts.organiser),
  };
}

/** Null where `Date` could not hold it. */
export const instant = (at: number | null): number | null =>
  at !== null && Math.abs(at) <= 8.64e15 ? at : null;

/** Null where nothing is left of it. */
export function line(text: string | null, maxLength = 500): string | null {
  const clean = cleanLine(text ?? "", maxLength);
  return clean === "" ? null : clean;
}

/** Groups of three, as Teams shows them: "248 719 335 402". */
export const grouped = (digits: string | null): string | null =>
  digits !== null && /^\d{7,15}$/u.test(digits)
    ? digits.replaceAll(/(\d{3})(?=\d)/gu, "$1 ")
    : digits;

/** "24 Nov 2026": the month in words, so that 3/12 cannot be misread. */
export const formatDate = (at: number, timeZone: string, { locale }: Wording): string =>
  format(at, locale, { day: "numeric", month: "short", year: "numeric", timeZone });

export const formatWeekday = (at: number, timeZone: string, { locale }: Wording): string =>
  format(at, locale, { weekday: "short", timeZone });

const formatTime = (at: number, timeZone: string, { locale }: Wording): string =>
  format(at, locale, { timeStyle: "short", timeZone });

/** ICU puts a narrow no-break space before "PM", which older mail programs show as a box. */
const format = (at: number, locale: string, options: ZonedFormat): string =>
  dateFormat(locale, options)
    .format(at)
    .replaceAll(/[\u00a0\u202f]/gu, " ");

function formatDuration(milliseconds: number, { words }: Wording): string | null {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes <= 0) return null;
  const values = { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
  if (values.hours === 0) return words("invitation.minutes", values);
  return words(values.minutes === 0 ? "invitation.hours" : "invitation.hoursMinutes", values);
}
