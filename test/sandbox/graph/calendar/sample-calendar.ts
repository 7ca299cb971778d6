import { Temporal } from "temporal-polyfill";

import type { Persona } from "../../personas.ts";
import type { EventProperties } from "./event-schema.ts";
import type { EmailAddress } from "./events.ts";
import { graphWall, wallOf } from "./time-zones.ts";

export interface SampleEvent {
  readonly properties: EventProperties;
  /** Null where the person organises it. */
  readonly organiser: EmailAddress | null;
  readonly response:
    | "none"
    | "organizer"
    | "tentativelyAccepted"
    | "accepted"
    | "declined"
    | "notResponded";
  readonly isCancelled: boolean;
}

const people = {
  adele: { name: "Adele Vance", address: "adele@contoso.com" },
  diego: { name: "Diego Núñez", address: "diego@contoso.com" },
  layla: { name: "ليلى حداد", address: "layla@northwind.example" },
  zoe: { name: "Zoë Brontë", address: "zoe@fabrikam.example" },
} as const;

const minuteMilliseconds = 60_000;

/** Megan's days around this moment: a bit of everything an upcoming list has to cope with. Everybody else's are empty. */
export function sampleCalendar({ id }: Persona, now: number): readonly SampleEvent[] {
  if (id !== "megan") return [];
  const zone = Temporal.Now.timeZoneId();
  const base = Math.floor(now / minuteMilliseconds) * minuteMilliseconds;
  const today = wallOf(base, zone).toPlainDate();
  const tomorrow = today.add({ days: 1 });
  const span = (start: Temporal.PlainDateTime, minutes: number, timeZone: string) => ({
    start: { dateTime: graphWall(start), timeZone },
    end: { dateTime: graphWall(start.add({ minutes })), timeZone },
  });
  // In UTC: on the wall it would be another hour when the clocks go back.
  const soon = (inMinutes: number, minutes: number) =>
    span(wallOf(base + inMinutes * minuteMilliseconds, "UTC"), minutes, "UTC");
  const at = (day: Temporal.PlainDate, hour: number, minutes: number) =>
    span(day.toPlainDateTime({ hour }), minutes, zone);
  const { adele, diego, layla, zoe } = people;
  return [
    own(teams("Weekly sales sync", soon(-8, 25), [diego, zoe, adele])),
    theirs(adele, "accepted", teams("Design review", soon(12, 40), [adele, diego])),
    theirs(diego, "tentativelyAccepted", {
      ...teams("Budget call", soon(40, 30), [diego]),
      showAs: "tentative",
    }),
    own(plain("Dentist", soon(128, 30))),
    theirs(zoe, "declined", teams("Vendor webinar", soon(180, 60), [zoe])),
    {
      ...theirs(diego, "accepted", teams("Cancelled: Stand-up", soon(240, 15), [diego])),
      isCancelled: true,
    },
    own({ ...plain("Company anniversary", at(today, 0, 24 * 60)), isAllDay: true, showAs: "free" }),
    own({
      ...teams("Northwind weekly", at(tomorrow, 10, 45), [layla, zoe, adele, diego]),
      recurrence: {
        pattern: { type: "daily", interval: 7 },
        range: { type: "numbered", startDate: tomorrow.toString(), numberOfOccurrences: 6 },
      },
    }),
    theirs(layla, "notResponded", teams("اجتماع المشروع", at(tomorrow, 15, 60), [layla])),
  ];
}

type Span = Pick<EventProperties, "start" | "end">;

const plain = (subject: string, times: Span): EventProperties => ({ subject, ...times });

const teams = (
  subject: string,
  times: Span,
  attendees: readonly EmailAddress[],
): EventProperties => ({
  ...plain(subject, times),
  isOnlineMeeting: true,
  onlineMeetingProvider: "teamsForBusiness",
  attendees: attendees.map((emailAddress) => ({ emailAddress, type: "required" })),
});

const own = (properties: EventProperties): SampleEvent => ({
  properties,
  organiser: null,
  response: "organizer",
  isCancelled: false,
});

const theirs = (
  organiser: EmailAddress,
  response: SampleEvent["response"],
  properties: EventProperties,
): SampleEvent => ({ properties, organiser, response, isCancelled: false });
