import type { Clock } from "../../base/clock.ts";
import { type AppError, ok, type Result } from "../../contract/errors.ts";
import type { EventResult } from "../../graph/calendar-events.ts";
import type { CalendarEvent } from "../../graph/event-answer.ts";
import type { MadeEvent } from "../entry.ts";
import { nobodyChosen, rolesOf } from "./event-edit.ts";
import { setEventOptions } from "./event-options.ts";
import {
  calendarError,
  type EventCall,
  type EventMaker,
  failed,
  having,
  type Outcome,
} from "./event-outcome.ts";
import { reviseEvent } from "./revise-event.ts";
import type { EventContent, LeavingEvent, WantedEvent } from "../outbox/intent.ts";

export type EventOutcome = Outcome<MadeEvent>;

/**
 * Takes an intent to its event, its link and the options of its meeting. Where an earlier request may have made
 * the event it is looked for first: Graph knows the id of an intent for longer than it refuses repeats.
 */
export async function makeEvent(
  maker: EventMaker,
  intent: WantedEvent,
  call: EventCall,
): Promise<EventOutcome> {
  const known = intent.mayExist ? await findMade(maker, intent, sureLooks) : ok(null);
  if (!known.ok) return failed(calendarError(known.error), true);
  if (call.signal?.aborted) return failed({ kind: "cancelled" }, intent.mayExist);
  const made = known.value ? having(known.value) : await create(maker, intent, call);
  if (!made.ok) return made;
  // What an earlier try made is not what is asked for now.
  const asked =
    intent.earlierStarts.length > 0 ? await reviseEvent(maker, intent, made.value, call) : made;
  return asked.ok ? finish(maker, intent, asked.value, call) : asked;
}

/** Nobody is invited to what is over. */
const isOver = ({ event, endAt }: WantedEvent, clock: Clock): boolean =>
  event?.recurrence === null && endAt < clock.now();

async function create(
  { calendar, clock }: Pick<EventMaker, "calendar" | "clock">,
  intent: WantedEvent,
  call: EventCall,
): Promise<Outcome<CalendarEvent>> {
  const { event } = intent;
  if (event === null) return failed({ kind: "event-forgotten" }, false);
  if (intent.mayExist && isOver(intent, clock))
    return failed({ kind: "time-refused", trace: null }, false);
  const providers = await calendar.allowedProviders(call);
  if (!providers.ok)
    return failed(calendarError(withoutCalendar(providers.error)), intent.mayExist);
  if (!providers.value.teams) return failed({ kind: "no-teams-calendar" }, intent.mayExist);
  const made: EventResult = await calendar.create(requestOf(intent, event), call);
  if (made.ok) return made;
  const { error, mayHaveActed } = made.failure;
  // Refused for what an earlier try, asked for at another time, made in the last moment.
  const late =
    intent.earlierStarts.length > 0 ? await findMade({ calendar, clock }, intent, 1) : ok(null);
  if (late.ok && late.value !== null) return having(late.value);
  return failed(calendarError(error), intent.mayExist || mayHaveActed);
}

/** It exists from here on, whatever becomes of the rest. */
async function finish(
  maker: EventMaker,
  { options, event: asked }: WantedEvent,
  made: CalendarEvent,
  call: EventCall,
): Promise<EventOutcome> {
  const linked = await awaitLink(maker, made, call);
  if (!linked.ok) return linked;
  const { event, joinUrl } = linked.value;
  const participants = rolesOf(options, asked?.invitees ?? [], asked ?? nobodyChosen);
  const set = await setEventOptions(maker, joinUrl, { options, participants }, call);
  if (call.signal?.aborted) return failed({ kind: "cancelled" }, true);
  return having({ event, joinUrl, ...set });
}

/** A minute in all. */
const linkPauseSeconds = [1, 2, 4, 8, 15, 30];

type Linked = Pick<MadeEvent, "event" | "joinUrl">;

async function awaitLink(
  { calendar, clock }: EventMaker,
  made: CalendarEvent,
  call: EventCall,
): Promise<Outcome<Linked>> {
  let event = made;
  for (const seconds of linkPauseSeconds) {
    if (event.joinUrl !== null) break;
    call.onWait?.(clock.now() + seconds * 1_000, "link-not-ready");
    await clock.sleep(seconds * 1_000, call.signal);
    if (call.signal?.aborted) return failed({ kind: "cancelled" }, true);
    const read = await calendar.read(event.eventId, call);
    if (!read.ok) {
      const { error } = read.failure;
      return failed(calendarError(error), error.kind !== "meeting-gone");
    }
    event = read.value;
  }
  const { joinUrl } = event;
  return joinUrl === null ? failed({ kind: "link-not-ready" }, true) : having({ event, joinUrl });
}

/**
 * A request that was let go may still be on its way to Outlook: absent is what stays absent. That made again under
 * the same id it would be the same holds for as long as Graph knows of the id, and nobody promises how long that is.
 */
export const sureLooks = 3;
const lookPauseSeconds = [0, 2, 8];

/** The event this intent made; null where it made none. */
export async function findMade(
  { calendar, clock }: Pick<EventMaker, "calendar" | "clock">,
  { id, startAt, earlierStarts }: WantedEvent | LeavingEvent,
  looks: number,
): Promise<Result<CalendarEvent | null>> {
  for (const seconds of lookPauseSeconds.slice(0, looks)) {
    if (seconds > 0) await clock.sleep(seconds * 1_000);
    for (const start of new Set([startAt, ...earlierStarts])) {
      // A series on weekdays that is asked for on a Saturday may begin on Monday.
      const found = await calendar.findByTransaction(id, start - day, start + 4 * day);
      if (!found.ok || found.value !== null) return found;
    }
  }
  return ok(null);
}

const day = 24 * 3_600_000;

const requestOf = ({ id, subject, startAt, endAt }: WantedEvent, event: EventContent) => ({
  transactionId: id,
  subject,
  startAt,
  endAt,
  timeZone: event.timeZone,
  attendees: event.invitees,
  bodyText: event.message === "" ? null : event.message,
  recurrence: event.recurrence,
  reminder: event.reminder,
  allowNewTimeProposals: true,
});

/** Without a mailbox there is no calendar that could be gone. */
const withoutCalendar = (error: AppError): AppError =>
  error.kind === "meeting-gone" ? { kind: "not-allowed", trace: error.trace } : error;
