import { randomBytes } from "node:crypto";
import { isDeepStrictEqual } from "node:util";

import { displayName, isPersonal, type Persona } from "../../personas.ts";
import type { MeetingProperties } from "../meeting-schema.ts";
import type { Meetings } from "../meetings.ts";
import type { EventProperties } from "./event-schema.ts";
import type { SampleEvent } from "./sample-calendar.ts";
import { instantOf } from "./time-zones.ts";

export interface EmailAddress {
  readonly name: string;
  readonly address: string;
}

/** An event as one person's calendar has it. */
export interface StoredEvent {
  readonly id: string;
  /** Whose calendar it is in. */
  readonly oid: string;
  readonly organiser: EmailAddress;
  readonly isOrganiser: boolean;
  readonly response: SampleEvent["response"];
  /** Called off by somebody else, and still in the calendar. */
  readonly isCancelled: boolean;
  readonly isSample: boolean;
  /** What made it, which a repeat must be the same as. */
  readonly asked: EventProperties;
  readonly properties: EventProperties;
  /** Of its online meeting, null where it has none. */
  readonly meetingId: string | null;
  /** The one that a change took away, and the next one gives back. */
  readonly lostMeetingId?: string | null;
  /** How often it must still be read before it shows its link. */
  readonly readsUntilJoinUrl: number;
  /** Days on which a series does not take place. */
  readonly removedDates: readonly string[];
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly changedAt: number;
  readonly deletedAt: number | null;
  readonly endedBy: "cancel" | "delete" | null;
  /** What the invited were told of a cancellation. */
  readonly comment: string | null;
}

export type Creation =
  | { readonly kind: "made" | "repeated"; readonly event: StoredEvent }
  /** The transaction id made something else. */
  | { readonly kind: "other"; readonly event: StoredEvent };

export interface Events {
  create(person: Persona, properties: EventProperties): Creation;
  /** These two know only what was not deleted. */
  get(person: Persona, id: string): StoredEvent | null;
  ofPerson(person: Persona): readonly StoredEvent[];
  change(event: StoredEvent, changes: Partial<StoredEvent>): StoredEvent;
  /** Ends its meeting too. */
  end(event: StoredEvent, by: "cancel" | "delete", comment: string | null): void;
  /** For events from now on: how often each is read before it shows its link. */
  delayJoinUrls(reads: number): void;
  /** So many changes from now on take the Teams part away, as Outlook's are reported to. */
  loseLinks(changes: number): void;
  /** Whether this change is one of them. */
  losesLink(): boolean;
  empty(person: Persona): void;
  /** What was in it is gone, and the sample is laid out anew by the next look. */
  renew(person: Persona): void;
  /** Deleted ones too, oldest first; not those of the sample calendar. */
  all(): readonly StoredEvent[];
}

export interface EventsDependencies {
  readonly saved: readonly StoredEvent[];
  readonly meetings: Meetings;
  readonly sampleCalendar: (person: Persona, now: number) => readonly SampleEvent[];
  readonly now: () => number;
  readonly onChange: () => void;
}

export function createEvents(dependencies: EventsDependencies): Events {
  const { saved, meetings, sampleCalendar, now, onChange } = dependencies;
  const events = new Map(saved.map((event) => [event.id, event]));
  const filled = new Set<string>();
  let delay = 0;
  let losing = 0;

  const keep = (event: StoredEvent) => {
    events.set(event.id, event);
    if (!event.isSample) onChange();
    return event;
  };
  const living = (person: Persona) =>
    [...events.values()].filter(({ oid, deletedAt }) => oid === person.oid && deletedAt === null);

  function forget(person: Persona): void {
    for (const { id, oid } of events.values()) if (oid === person.oid) events.delete(id);
    onChange();
  }

  /** The sample calendar is laid out around the moment when somebody first looks. */
  function fill(person: Persona): void {
    if (filled.has(person.oid)) return;
    filled.add(person.oid);
    for (const sample of sampleCalendar(person, now())) {
      const { properties, organiser, response, isCancelled } = sample;
      const meetingOrganiser = organiser
        ? { ...person, oid: `sample-${organiser.address}` }
        : person;
      keep({
        ...fresh(person, properties),
        organiser: organiser ?? addressOf(person),
        isOrganiser: organiser === null,
        response,
        isCancelled,
        isSample: true,
        meetingId: properties.isOnlineMeeting
          ? meetings.create(meetingOrganiser, null, meetingOf(properties), true).id
          : null,
      });
    }
  }

  const fresh = (person: Persona, properties: EventProperties): StoredEvent => ({
    // Outlook's ids are long, and Base64 with all that it needs escaping for.
    id: `AAMk${randomBytes(60).toString("base64")}`,
    oid: person.oid,
    organiser: addressOf(person),
    isOrganiser: true,
    response: "organizer",
    isCancelled: false,
    isSample: false,
    asked: properties,
    properties,
    meetingId: null,
    readsUntilJoinUrl: 0,
    removedDates: [],
    createdAt: now(),
    changedAt: now(),
    deletedAt: null,
    endedBy: null,
    comment: null,
  });

  return {
    create(person, properties) {
      fill(person);
      const { transactionId } = properties;
      const earlier = transactionId
        ? living(person).find((event) => event.asked.transactionId === transactionId)
        : undefined;
      if (earlier)
        return isDeepStrictEqual(earlier.asked, properties)
          ? { kind: "repeated", event: earlier }
          : { kind: "other", event: earlier };
      const meeting = wantsTeams(person, properties)
        ? meetings.create(person, null, meetingOf(properties))
        : null;
      const event = keep({
        ...fresh(person, properties),
        meetingId: meeting?.id ?? null,
        readsUntilJoinUrl: delay,
      });
      return { kind: "made", event };
    },
    get(person, id) {
      fill(person);
      return living(person).find((event) => event.id === id) ?? null;
    },
    ofPerson(person) {
      fill(person);
      return living(person);
    },
    change(event, changes) {
      const changed = keep({ ...event, ...changes, changedAt: now() });
      const meeting = event.meetingId === null ? null : meetings.get(event.meetingId);
      if (meeting && changed.meetingId === null && !changed.lostMeetingId)
        meetings.remove(meeting.id);
      else if (meeting && changes.properties)
        meetings.update(meeting.id, {
          ...meeting.properties,
          ...meetingOf(changed.properties, meeting.properties.participants?.attendees),
        });
      return changed;
    },
    end(event, by, comment) {
      keep({ ...event, deletedAt: now(), endedBy: by, comment });
      if (event.meetingId !== null && event.isOrganiser) meetings.remove(event.meetingId);
    },
    delayJoinUrls(reads) {
      delay = reads;
    },
    loseLinks(changes) {
      losing = changes;
    },
    losesLink() {
      const isLosing = losing > 0;
      if (isLosing) losing -= 1;
      return isLosing;
    },
    empty(person) {
      filled.add(person.oid);
      forget(person);
    },
    renew(person) {
      filled.delete(person.oid);
      forget(person);
    },
    all: () => [...events.values()].filter(({ isSample }) => !isSample),
  };
}

/** Where there is no Teams, the request for it is passed over in silence. */
const wantsTeams = (
  person: Persona,
  { isOnlineMeeting, onlineMeetingProvider }: EventProperties,
): boolean =>
  isOnlineMeeting === true &&
  person.hasTeams &&
  !isPersonal(person) &&
  (onlineMeetingProvider ?? "teamsForBusiness") === "teamsForBusiness";

type Participants = NonNullable<MeetingProperties["participants"]>["attendees"];

/** Roles that somebody was given in the meeting stay theirs. */
const meetingOf = (
  { subject, start, end, attendees = [] }: EventProperties,
  before: Participants = [],
) => ({
  subject: subject ?? null,
  startDateTime: new Date(instantOf(start)).toISOString(),
  endDateTime: new Date(instantOf(end)).toISOString(),
  participants: {
    attendees: attendees.map(({ emailAddress: { address: upn } }) => ({
      upn,
      role: before.find((each) => each.upn === upn)?.role ?? ("attendee" as const),
    })),
  },
});

const addressOf = (person: Persona): EmailAddress => ({
  name: displayName(person),
  address: person.username,
});
