import type { Clock } from "../clock.ts";
import { type AppError, fail, ok, type Result } from "../contract/errors.ts";
import { differencesOf } from "../contract/meeting-options.ts";
import type { CalendarEvents, EventResult } from "../graph/calendar-events.ts";
import type { CalendarEvent } from "../graph/event-answer.ts";
import type { OnlineMeeting } from "../graph/meeting-answer.ts";
import type { CallOptions, OnlineMeetings } from "../graph/online-meetings.ts";
import type { MadeEvent } from "./entry.ts";
import { presentersOf } from "./event-edit.ts";
import { type OptionsUpdate, updateOptions } from "./update-options.ts";
import type { EventContent, Wish } from "./wish.ts";

export type WaitReason = "throttled" | "no-answer" | "link-not-ready";

/** How one person's events are made. */
export interface EventMaker {
  readonly calendar: CalendarEvents;
  readonly online: OnlineMeetings;
  readonly clock: Clock;
}

export type EventCall = Omit<CallOptions, "onWait"> & {
  readonly onWait?: (retryAt: number, reason: WaitReason) => void;
};

type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  /** `mayExist`: there may be an event all the same. */
  | { readonly ok: false; readonly error: AppError; readonly mayExist: boolean };
export type EventOutcome = Outcome<MadeEvent>;

/**
 * Takes a wish to its event, its link and the options of its meeting. Where an earlier request may have made
 * the event it is looked for first: Graph knows the id of a wish for longer than it refuses repeats.
 */
export async function makeEvent(
  maker: EventMaker,
  wish: Wish,
  call: EventCall,
): Promise<EventOutcome> {
  // Made again under the same id it would be the same: only where it cannot be, absence must be sure.
  const canRepeat = wish.event !== null && !isOver(wish, maker.clock);
  const known = wish.mayExist ? await findMade(maker, wish, canRepeat ? 1 : sureLooks) : ok(null);
  if (!known.ok) return failed(calendarError(known.error), true);
  if (call.signal?.aborted) return failed({ kind: "cancelled" }, wish.mayExist);
  const made = known.value ? having(known.value) : await create(maker, wish, call);
  return made.ok ? finish(maker, wish, made.value, call) : made;
}

/** Nobody is invited to what is over. */
const isOver = ({ event, endAt }: Wish, clock: Clock): boolean =>
  event?.recurrence === null && endAt < clock.now();

async function create(
  { calendar, clock }: EventMaker,
  wish: Wish,
  call: EventCall,
): Promise<Outcome<CalendarEvent>> {
  const { event } = wish;
  if (event === null) return failed({ kind: "event-forgotten" }, false);
  if (wish.mayExist && isOver(wish, clock))
    return failed({ kind: "time-refused", trace: null }, false);
  const providers = await calendar.allowedProviders(call);
  if (!providers.ok) return failed(calendarError(withoutCalendar(providers.error)), wish.mayExist);
  if (!providers.value.teams) return failed({ kind: "no-teams-calendar" }, wish.mayExist);
  const made: EventResult = await calendar.create(requestOf(wish, event), call);
  if (made.ok) return made;
  const { error, mayHaveActed } = made.failure;
  return failed(calendarError(error), wish.mayExist || mayHaveActed);
}

/** It exists from here on, whatever becomes of the rest. */
async function finish(
  maker: EventMaker,
  { options, event: wished }: Wish,
  made: CalendarEvent,
  call: EventCall,
): Promise<EventOutcome> {
  const linked = await awaitLink(maker, made, call);
  if (!linked.ok) return linked;
  const { event, joinUrl } = linked.value;
  const { invitees = [], presenters = [] } = wished ?? {};
  const participants = presentersOf(options, invitees, presenters);
  const meeting = await setOptions(maker, joinUrl, { options, participants }, call);
  if (call.signal?.aborted) return failed({ kind: "cancelled" }, true);
  return having({ event, joinUrl, meeting });
}

/** A minute in all. */
const linkPauseSeconds = [1, 2, 4, 8, 15, 30];

type Linked = Omit<MadeEvent, "meeting">;

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

/** The meeting may be known a moment later than its link. */
const meetingPauseSeconds = [0, 2, 5];

/** Null where the meeting is not to be had: the event works without. A refusal leaves it as it was. */
async function setOptions(
  { online, clock }: EventMaker,
  joinUrl: string,
  update: OptionsUpdate,
  call: EventCall,
): Promise<OnlineMeeting | null> {
  for (const seconds of meetingPauseSeconds) {
    if (seconds > 0) await clock.sleep(seconds * 1_000, call.signal);
    if (call.signal?.aborted) return null;
    const found = await online.findByJoinUrl(joinUrl, call);
    if (!found.ok) return null;
    if (found.value === null) continue;
    const { graphId, options: before } = found.value;
    const isSet = differencesOf(update.options, before).length === 0;
    if (isSet && update.participants === undefined) return found.value;
    const set = await updateOptions(online, graphId, update, call);
    return set.ok ? set.value : found.value;
  }
  return null;
}

/** A request that was let go may still be on its way to Outlook: absent is what stays absent. */
export const sureLooks = 3;
const lookPauseSeconds = [0, 2, 8];

/** The event this wish made; null where it made none. */
export async function findMade(
  { calendar, clock }: Pick<EventMaker, "calendar" | "clock">,
  { id, startAt }: Wish,
  looks: number,
): Promise<Result<CalendarEvent | null>> {
  for (const seconds of lookPauseSeconds.slice(0, looks)) {
    if (seconds > 0) await clock.sleep(seconds * 1_000);
    // A series on weekdays that is asked for on a Saturday may begin on Monday.
    const found = await calendar.findByTransaction(id, startAt - day, startAt + 4 * day);
    if (!found.ok || found.value !== null) return found;
  }
  return ok(null);
}

const day = 24 * 3_600_000;

const requestOf = ({ id, subject, startAt, endAt }: Wish, event: EventContent) => ({
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

const having = <Value>(value: Value) => ({ ok: true, value }) as const;

const failed = (error: AppError, mayExist: boolean) => ({ ...fail(error), mayExist });

/** Without a mailbox there is no calendar that could be gone. */
const withoutCalendar = (error: AppError): AppError =>
  error.kind === "meeting-gone" ? { kind: "not-allowed", trace: error.trace } : error;

const missing: ReadonlySet<string | null> = new Set([
  "approval-needed",
  "admin-approval-needed",
  "permissions-missing",
]);

/** What Microsoft says where the permission for the calendar is missing, or was taken back. */
export function calendarError(error: AppError): AppError {
  const isMissing =
    (error.kind === "not-allowed" && error.trace?.status === 403) ||
    (error.kind === "sign-in-again" && missing.has(error.reason));
  return isMissing ? { kind: "calendar-not-allowed", trace: error.trace } : error;
}
