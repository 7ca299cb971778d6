import { type AppError, fail, type Result } from "../contract/errors.ts";
import type { MeetingOptions } from "../contract/meeting-options.ts";
import type { MeetingUpdate, OnlineMeetings } from "../graph/online-meetings.ts";
import type { OnlineMeeting } from "../graph/meeting-answer.ts";
import type { EventResult } from "../graph/calendar-events.ts";
import type { EventChanges } from "../graph/event-body.ts";
import { refreshedEvent } from "./entry.ts";
import type { Organiser } from "./fulfil.ts";
import type { HistoryEntry } from "./history.ts";
import { calendarError } from "./make-event.ts";

/** What became of a change: `apply` is what is known by it, also where a part of it failed. */
export interface Changed {
  readonly error: AppError | null;
  readonly apply: (known: HistoryEntry) => HistoryEntry;
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
  { options, ...change }: MeetingUpdate,
  context: EventChangeOptions,
): Promise<Changed> {
  const update = eventUpdateOf(entry, change, context.timeZone);
  const { language } = context;
  const { calendar } = organiser;
  const isAsked = Object.keys(update).length > 0;
  const asked = isAsked ? await calendar.update(entry.eventId ?? "", update, { language }) : null;
  if (asked && !asked.ok) return refusal(asked);
  const event = asked?.value ?? null;
  if (options === undefined)
    return { error: null, apply: (known) => refreshedEvent(known, event, null) };
  const set = await setOptions(entry, organiser.online, options, language);
  if (!set.ok) return { error: set.error, apply: (known) => refreshedEvent(known, event, null) };
  return {
    error: null,
    apply: (known) => refreshedEvent({ ...known, asked: options }, event, set.value),
  };
}

function eventUpdateOf(
  { recurrence, timeZone }: HistoryEntry,
  { subject, times }: Omit<MeetingUpdate, "options">,
  computerZone: string,
): EventChanges {
  return {
    ...(subject === undefined ? {} : { subject }),
    ...(times === undefined ? {} : { times: { ...times, timeZone: timeZone ?? computerZone } }),
    // A series begins on the day of its first time: moved, it must be told so.
    ...(times === undefined || recurrence === null ? {} : { recurrence }),
  };
}

async function setOptions(
  entry: HistoryEntry,
  online: OnlineMeetings,
  options: MeetingOptions,
  language: string,
): Promise<Result<OnlineMeeting>> {
  const graphId = entry.graphId ?? (await meetingOf(entry, online, language))?.graphId ?? null;
  if (graphId === null) return fail({ kind: "link-not-ready" });
  const set = await online.update(graphId, { options }, { language });
  return set.ok ? set : fail(set.failure.error);
}

export async function readEvent(
  entry: HistoryEntry,
  { calendar, online }: Of,
  language: string,
): Promise<Changed> {
  const read = await calendar.read(entry.eventId ?? "", { language });
  if (!read.ok) return refusal(read);
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

const refusal = ({ failure }: EventResult & { ok: false }): Changed => ({
  error: calendarError(failure.error),
  apply: (known) => known,
});
