import type { EventDraft } from "../../contract/event-draft.ts";
import type { EventChanges } from "../../graph/event-body.ts";
import type { CalendarEvent } from "../../graph/event-answer.ts";
import type { EventDetails } from "../../graph/event-details.ts";
import { draftOfDetails, editOf, recurrenceAfter } from "./event-edit.ts";
import {
  calendarError,
  type EventCall,
  type EventMaker,
  failed,
  having,
  type Outcome,
} from "./event-outcome.ts";
import { keepLink } from "./keep-link.ts";
import type { EventContent, WantedEvent } from "../outbox/intent.ts";

/**
 * Makes of an event that an earlier try left what the form says now. Nobody is invited twice: whom both name
 * hears of a change, and of nothing where there is none.
 */
export async function reviseEvent(
  { calendar, account }: Pick<EventMaker, "calendar" | "account">,
  intent: WantedEvent,
  made: CalendarEvent,
  call: EventCall,
): Promise<Outcome<CalendarEvent>> {
  const { event } = intent;
  if (event === null) return having(made);
  const { language = "en", signal } = call;
  const details = await calendar.readDetails(made.eventId, {
    language,
    ...(signal ? { signal } : {}),
    withText: true,
  });
  if (!details.ok) return failed(calendarError(details.error), true);
  const changes = changesOf(intent, event, made, details.value, account.username);
  if (Object.keys(changes).length === 0) return having(made);
  const told = await calendar.update(made.eventId, changes, call);
  const kept = told.ok ? await keepLink(calendar, told.value, call) : told;
  return kept.ok ? kept : failed(calendarError(kept.failure.error), true);
}

function changesOf(
  intent: WantedEvent,
  event: EventContent,
  made: CalendarEvent,
  details: EventDetails,
  organiser: string,
): EventChanges {
  const before = draftOfDetails(details, organiser, event);
  const after: EventDraft = {
    ...event,
    invitees: [...event.invitees],
    presenters: [...event.presenters],
    coOrganizers: [...event.coOrganizers],
    message: isSaid(event.message, details.html) ? "" : event.message,
    // The person's own default is whatever Outlook made of it.
    reminder: event.reminder ?? before.reminder,
  };
  const rhythm = recurrenceAfter({ before, after }, details.recurrence);
  const isMoved = made.startAt !== intent.startAt || made.endAt !== intent.endAt;
  const isChanged = rhythm !== details.recurrence;
  const { startAt, endAt, subject } = intent;
  const times = { startAt, endAt, timeZone: event.timeZone };
  return {
    ...(made.subject === subject ? {} : { subject }),
    ...(isMoved || isChanged ? { times } : {}),
    ...((isMoved && rhythm !== null) || isChanged ? { recurrence: rhythm } : {}),
    ...editOf({ before, after }, details),
  };
}

/** Outlook keeps a text as HTML of its own making, so only the letters are compared. */
function isSaid(message: string, html: string | null): boolean {
  const letters = (text: string) => text.replaceAll(/<[^>]*>|&[#\w]+;|[^\p{L}\p{N}]/gu, "");
  return letters(html ?? "").includes(letters(message));
}
