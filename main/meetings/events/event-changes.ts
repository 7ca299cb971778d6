import { type AppError, fail, ok, type Result } from "../../contract/errors.ts";
import type { EventDraft } from "../../contract/event-draft.ts";
import type { MeetingUpdate, OnlineMeetings } from "../../graph/online-meetings.ts";
import type { OnlineMeeting } from "../../graph/meeting-answer.ts";
import type { EventResult } from "../../graph/calendar-events.ts";
import type { CalendarEvent } from "../../graph/event-answer.ts";
import type { EventChanges } from "../../graph/event-body.ts";
import type { Attendee, EventDetails } from "../../graph/event-details.ts";
import { refreshedEvent } from "../entry.ts";
import { areRolesAsked, editOf, recurrenceAfter, rolesOf } from "./event-edit.ts";
import type { Organiser } from "../fulfil.ts";
import type { HistoryEntry } from "../history.ts";
import { calendarError } from "./event-outcome.ts";
import { keepLink, lossOf } from "./keep-link.ts";
import { type OptionsUpdate, updateOptions } from "../update-options.ts";

/** What became of a change: `apply` is what is known by it, also where a part of it failed. */
export interface Changed {
  readonly error: AppError | null;
  readonly apply: (known: HistoryEntry) => HistoryEntry;
}

/** `event` is the form before and after: only what a person changed in it is changed. */
export interface EventUpdate extends MeetingUpdate {
  readonly event?: { readonly before: EventDraft; readonly after: EventDraft };
}

export interface EventChangeOptions {
  readonly language: string;
  /** Of the computer, for events that are not known to have one of their own. */
  readonly timeZone: string;
}

type Of = Pick<Organiser, "calendar" | "online">;

/** Subject and times are the event's, of a series those of the whole; options are its meeting's. */
export async function changeEvent(
  entry: HistoryEntry,
  organiser: Of,
  change: EventUpdate,
  context: EventChangeOptions,
): Promise<Changed> {
  const { language } = context;
  const { options } = change;
  const details = await detailsFor(entry, organiser, change, language);
  if (!details.ok) return refusal(details.error);
  const update = eventUpdateOf(entry, change, details.value, context.timeZone);
  const told = await tellCalendar(entry, organiser, update, language);
  if (!told.ok) return refusal(told.error);
  const loss = told.value && lossOf(entry.joinUrl, told.value);
  const apply = (known: HistoryEntry) => refreshedEvent(known, told.value, null);
  if (options === undefined || loss !== null) return { error: loss, apply };
  const invited = update.attendees ?? details.value?.attendees ?? [];
  const { participants, ...people } = rolesAfter(entry, change, invited);
  const set = await setOptions(entry, organiser.online, { options, participants }, language);
  if (!set.ok) return { error: set.error, apply };
  const outcome = { optionsFailed: set.unset !== null, takenAnyway: false };
  const asked = { asked: options, ...people, ...outcome };
  return {
    error: null,
    apply: (known) => refreshedEvent({ ...known, ...asked }, told.value, set.value),
  };
}

/** Who has a role keeps it where only the other one changes. */
function rolesAfter(
  entry: HistoryEntry,
  { options = {}, event }: EventUpdate,
  invited: readonly Pick<Attendee, "address">[],
) {
  const { presenters, coOrganizers } = event?.after ?? entry;
  const isShared = entry.coOrganizers.length > 0;
  const roles = { ...entry.asked, ...(isShared && sharing), ...options };
  const participants = areRolesAsked(options)
    ? rolesOf(roles, invited, { presenters, coOrganizers })
    : undefined;
  const shared = participants?.flatMap(({ role, upn }) => (role === "coorganizer" ? [upn] : []));
  return { participants, presenters, coOrganizers: shared ?? entry.coOrganizers };
}

const sharing = { coOrganizers: "chosen" } as const;

async function tellCalendar(
  { eventId }: HistoryEntry,
  { calendar }: Of,
  update: EventChanges,
  language: string,
): Promise<Result<CalendarEvent | null>> {
  if (Object.keys(update).length === 0) return ok(null);
  const told = await calendar.update(eventId ?? "", update, { language });
  if (!told.ok) return fail(told.failure.error);
  const kept = await keepLink(calendar, told.value, { language });
  // The change is made, whatever became of its link.
  return ok(kept.ok ? kept.value : told.value);
}

/** Of what others may have changed only the present state can be changed: it is looked at right before. */
async function detailsFor(
  { eventId, repeats }: HistoryEntry,
  { calendar }: Of,
  { times, event, options }: EventUpdate,
  language: string,
): Promise<Result<EventDetails | null>> {
  const isMovedSeries = times !== undefined && repeats;
  const isNeeded = event !== undefined || isMovedSeries || areRolesAsked(options ?? {});
  if (!isNeeded) return ok(null);
  const withText = (event?.after.message.trim() ?? "") !== "";
  return calendar.readDetails(eventId ?? "", { language, withText });
}

function eventUpdateOf(
  entry: HistoryEntry,
  { subject, times, event }: EventUpdate,
  details: EventDetails | null,
  computerZone: string,
): EventChanges {
  const now = details?.recurrence ?? null;
  const wanted = event && details ? recurrenceAfter(event, now) : now;
  return {
    ...(subject === undefined ? {} : { subject }),
    ...whenOf(entry, times, { now, wanted }, entry.timeZone ?? computerZone),
    ...(event && details ? editOf(event, details) : {}),
  };
}

type Rhythm = EventDetails["recurrence"];

/** A series begins on the day of its first time: moved, it must be told so, and changed, it is told its times. */
function whenOf(
  entry: HistoryEntry,
  times: EventUpdate["times"],
  { now, wanted }: { readonly now: Rhythm; readonly wanted: Rhythm },
  timeZone: string,
): Pick<EventChanges, "times" | "recurrence"> {
  const isChanged = wanted !== now;
  if (times === undefined && !isChanged) return {};
  const { startAt, endAt } = times ?? entry;
  const whole = { times: { startAt, endAt, timeZone } };
  return wanted === null && !isChanged ? whole : { ...whole, recurrence: wanted };
}

async function setOptions(
  entry: HistoryEntry,
  online: OnlineMeetings,
  update: OptionsUpdate,
  language: string,
): Promise<OptionsSet> {
  const found =
    entry.graphId === null ? await online.findByJoinUrl(entry.joinUrl, { language }) : null;
  if (found?.ok === false) return found;
  const graphId = entry.graphId ?? found?.value?.graphId ?? null;
  if (graphId === null) return fail({ kind: "link-not-ready" });
  const set = await updateOptions(online, graphId, update, { language });
  return set.ok ? set : fail(set.failure.error);
}

type OptionsSet =
  | { readonly ok: true; readonly value: OnlineMeeting; readonly unset: AppError | null }
  | { readonly ok: false; readonly error: AppError };

export async function readEvent(
  entry: HistoryEntry,
  { calendar, online }: Of,
  language: string,
): Promise<Changed> {
  const read: EventResult = await calendar.read(entry.eventId ?? "", { language });
  if (!read.ok) return refusal(read.failure.error);
  const meeting = await meetingOf(entry, online, language);
  return { error: null, apply: (known) => refreshedEvent(known, read.value, meeting) };
}

async function meetingOf(
  { joinUrl }: HistoryEntry,
  online: OnlineMeetings,
  language: string,
): Promise<OnlineMeeting | null> {
  const found = await online.findByJoinUrl(joinUrl, { language });
  return found.ok ? found.value : null;
}

const refusal = (error: AppError): Changed => ({
  error: calendarError(error),
  apply: (known) => known,
});
