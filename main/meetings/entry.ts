import type { AppError } from "../contract/errors.ts";
import { differencesOf, isLessGuarded, withOption } from "../contract/meeting-options.ts";
import type { Meeting } from "../contract/meeting.ts";
import type { Account } from "../contract/state.ts";
import type { CalendarEvent } from "../graph/event-answer.ts";
import type { OnlineMeeting } from "../graph/meeting-answer.ts";
import type { HistoryEntry } from "./history.ts";
import { completeEntry } from "./kept/kept-entry.ts";
import { expiryOf } from "./life/expiry.ts";
import type { Wanted, WantedEvent, WantedLink } from "./outbox/intent.ts";

/** What Graph has wins over what was asked: after a restart the meeting may be older than this request. */
export function entryOf(
  intent: WantedLink,
  made: OnlineMeeting,
  organiser: Account,
  createdAt: number,
): HistoryEntry {
  return completeEntry({
    ...beginningOf(intent, organiser, createdAt),
    ...factsOf(made, intent),
    differences: differencesOf(intent.options, made.options),
  });
}

/** An event whose link is there; what else its meeting has may not be known yet. */
export interface MadeEvent {
  readonly event: CalendarEvent;
  readonly joinUrl: string;
  readonly meeting: OnlineMeeting | null;
  /** Why its options could not be set. */
  readonly unset: AppError | null;
}

export function eventEntryOf(
  intent: WantedEvent,
  { event, joinUrl, meeting, unset }: MadeEvent,
  organiser: Account,
  createdAt: number,
): HistoryEntry {
  const isShared = intent.options.coOrganizers === "chosen";
  const coOrganizers = isShared ? (intent.event?.coOrganizers ?? []) : [];
  return completeEntry({
    ...beginningOf(intent, organiser, createdAt),
    kind: "event",
    presenters: intent.event?.presenters ?? [],
    coOrganizers,
    timeZone: intent.event?.timeZone ?? null,
    ...eventFactsOf(event, intent),
    joinUrl,
    ...(meeting ? accessOf(meeting) : {}),
    differences: meeting
      ? differencesFrom(meeting, { asked: intent.options, coOrganizers })
      : differencesOf(intent.options, {}),
    optionsFailed: unset !== null,
  });
}

const beginningOf = (intent: Wanted, organiser: Account, createdAt: number) => ({
  id: intent.id,
  createdAt,
  organiserId: organiser.id,
  organiserUsername: organiser.username,
  asked: intent.options,
  copyFormat: intent.copyFormat,
});

/** The entry after another look at Microsoft's side; what was asked stays what it was. */
export const refreshed = (entry: HistoryEntry, made: OnlineMeeting): HistoryEntry => ({
  ...entry,
  ...factsOf(made, entry),
  differences: differencesOf(entry.asked, made.options),
  isSettling: false,
  isGone: false,
});

/** The same for an event; a meeting that was not looked at stays what was known of it. */
export const refreshedEvent = (
  entry: HistoryEntry,
  event: CalendarEvent | null,
  meeting: OnlineMeeting | null,
): HistoryEntry => ({
  ...entry,
  ...(event ? eventFactsOf(event, entry) : {}),
  joinUrl: event?.joinUrl ?? entry.joinUrl,
  ...(meeting ? { ...accessOf(meeting), differences: differencesFrom(meeting, entry) } : {}),
  isGone: false,
});

/** Fewer people who organise it too than were chosen are not as asked. */
function differencesFrom(
  { options, coOrganizerCount }: OnlineMeeting,
  { asked, coOrganizers }: Pick<HistoryEntry, "asked" | "coOrganizers">,
) {
  const isLess = coOrganizerCount > 0 && coOrganizerCount < coOrganizers.length;
  return differencesOf(asked, isLess ? withOption(options, "coOrganizers", null) : options);
}

type Known = Pick<HistoryEntry, "subject" | "startAt" | "endAt">;

const factsOf = (made: OnlineMeeting, known: Known) => ({
  ...timesOf(made, known),
  joinUrl: made.joinUrl,
  ...accessOf(made),
});

const eventFactsOf = (event: CalendarEvent, known: Known) => ({
  ...timesOf(event, known),
  eventId: event.eventId,
  inviteeCount: event.inviteeCount,
  repeats: event.repeats,
});

const timesOf = (made: OnlineMeeting | CalendarEvent, known: Known) => ({
  subject: made.subject ?? known.subject,
  startAt: made.startAt ?? known.startAt,
  endAt: made.endAt ?? known.endAt,
});

/** All that is Microsoft's alone to say, whoever asks for the meeting. */
function accessOf({
  subject: _subject,
  startAt: _startAt,
  endAt: _endAt,
  joinUrl: _joinUrl,
  coOrganizerCount: _coOrganizerCount,
  options,
  ...access
}: OnlineMeeting) {
  return { ...access, lobby: options.lobby ?? null };
}

/** Setting its options failed, so more people get in than were asked for, and nobody has taken it as it is yet. */
export const isUnguarded = ({ optionsFailed, takenAnyway, differences }: HistoryEntry): boolean =>
  optionsFailed && !takenAnyway && isLessGuarded(differences);

const meetings = new WeakMap<HistoryEntry, Meeting>();

/** The same object for the same entry: what is drawn of it is drawn once. */
export function toMeeting(entry: HistoryEntry): Meeting {
  const known = meetings.get(entry);
  if (known) return known;
  const meeting = withoutMains(entry);
  meetings.set(entry, meeting);
  return meeting;
}

/** Graph's ids and addresses are main's business alone. */
function withoutMains({
  graphId: _graphId,
  eventId: _eventId,
  presenters: _presenters,
  coOrganizers: _coOrganizers,
  timeZone: _timeZone,
  invitation: _invitation,
  takenAnyway: _takenAnyway,
  optionsUrl,
  ...meeting
}: HistoryEntry): Meeting {
  return { ...meeting, expiresAt: expiryOf(meeting), hasOptionsPage: optionsUrl !== null };
}
