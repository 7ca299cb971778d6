import ical, { ICalCalendarMethod } from "ical-generator";

import { fieldsOf, type InvitationFacts, type Wording } from "./invitation-facts.ts";
import { invitationLines } from "./invitation-lines.ts";
import { linesToText } from "./lines.ts";
import { encodeSigns, webAddress } from "./web-address.ts";

export interface CalendarEntry {
  /** Our own id of the meeting: the same one replaces the entry, another one adds one. */
  readonly id: string;
  /** Counts the changes, from 0. */
  readonly sequence: number;
  readonly startAt: number;
  readonly endAt: number;
  /** Epoch milliseconds: when this file is written. */
  readonly now: number;
}

/**
 * The meeting as an iCalendar file. Times are instants in UTC, so no time zone table is needed.
 * @see https://www.rfc-editor.org/rfc/rfc5545
 */
export function calendarFile(
  facts: InvitationFacts,
  { id, sequence, startAt, endAt, now }: CalendarEntry,
  wording: Wording,
): string {
  const { subject, organiser } = fieldsOf(facts, wording);
  const calendar = ical({
    prodId: "//Quick Meeting//Quick Meeting//EN",
    method: ICalCalendarMethod.PUBLISH,
  });
  const event = calendar.createEvent({
    id: `${encodeURIComponent(id.toWellFormed())}@quick-meeting`,
    sequence,
    stamp: new Date(now),
    start: new Date(startAt),
    end: new Date(endAt),
    summary: subject ?? product,
    location: { title: product },
    description: linesToText(invitationLines(facts, wording), "\n"),
  });
  const url = webAddress(facts.joinUrl);
  // The library escapes an address like text, which RFC 5545 3.3.13 forbids: so there must be nothing to escape.
  if (url !== null) event.url(encodeSigns(url, /[,;\\]/gu));
  if (organiser !== null && mailName.test(organiser))
    event.organizer({ name: organiser, email: organiser });
  return `${calendar.toString()}\r\n`;
}

const product = "Microsoft Teams";
const mailName = /^[\w.+'-]{1,64}@[\w.-]{1,255}$/u;
