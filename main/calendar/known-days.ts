import { Temporal } from "temporal-polyfill";

import type { Upcoming, UpcomingMeeting } from "../contract/upcoming.ts";
import type { CalendarEntry } from "../graph/event-answer.ts";
import { attendeeMail } from "./attendee-mail.ts";
import { countJoinable, listUpcoming, nextJoinable, type UpcomingRow } from "./upcoming-list.ts";

/** What Microsoft last said of a calendar. */
export interface KnownDays {
  readonly entries: readonly CalendarEntry[];
  /** IANA name: the zone whose days the all-day events were read for. */
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly readAt: number;
}

export interface Viewer {
  /** Their own address, at which they need no mail of theirs. */
  readonly ownAddress: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly isDismissed: (entry: CalendarEntry) => boolean;
}

type Drawn = Omit<Extract<Upcoming, { kind: "shown" }>, "kind" | "isStale">;

/** As people see it at this moment, in their zone. Addresses stay behind. */
export function drawDays(known: KnownDays, now: number, viewer: Viewer): Drawn {
  const { timeZone, ownAddress, isDismissed } = viewer;
  const entries = known.entries.map((entry) => inZone(entry, known.timeZone, timeZone));
  const byId = new Map(entries.map((entry) => [entry.eventId, entry]));
  function toMeeting({ joinUrl, ...row }: UpcomingRow): UpcomingMeeting {
    const entry = byId.get(row.id);
    return {
      ...row,
      startsInMinutes: startsInMinutes(row, now),
      hasLink: joinUrl !== null,
      isInOutlook: (entry?.webLink ?? null) !== null,
      mail: entry ? attendeeMail(entry, ownAddress, ",").kind : "nobody",
    };
  }
  const wanted = entries.filter((entry) => !isDismissed(entry));
  const others = entries.filter((entry) => isDismissed(entry));
  const list = listUpcoming(wanted, now, timeZone);
  const next = nextJoinable(list, now);
  return {
    days: list.map((day) => ({ ...day, rows: day.rows.map(toMeeting) })),
    dismissed: listUpcoming(others, now, timeZone)
      .flatMap(({ rows }) => rows)
      .map(toMeeting),
    next: next && toMeeting(next),
    joinableCount: countJoinable(list),
    updatedAt: known.readAt,
  };
}

const minuteMilliseconds = 60_000;

function startsInMinutes({ startAt }: Pick<UpcomingRow, "startAt">, now: number): number | null {
  const left = startAt - now;
  if (left > 30 * minuteMilliseconds || left <= -10 * minuteMilliseconds) return null;
  // Never -0, which is not the same as 0 where states are compared.
  return Math.ceil(left / minuteMilliseconds) + 0;
}

/** An all-day event belongs to a day wherever its person is. */
function inZone(entry: CalendarEntry, from: string, to: string): CalendarEntry {
  if (from === to || !entry.isAllDay) return entry;
  const moved = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at)
      .toZonedDateTimeISO(from)
      .toPlainDate()
      .toZonedDateTime(to).epochMilliseconds;
  return { ...entry, startAt: moved(entry.startAt), endAt: moved(entry.endAt) };
}
