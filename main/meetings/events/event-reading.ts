import { Temporal } from "temporal-polyfill";

import type { EventProblems, RecurrenceProblem } from "../../contract/errors.ts";
import type { ScheduleDraft } from "../../contract/drafts.ts";
import type { EventDraft } from "../../contract/event-draft.ts";
import { isOfChosenPeople } from "../../contract/meeting-options.ts";
import { mostReminderMinutes, mostTimes } from "../../contract/event-limits.ts";
import { checkAddress } from "../../graph/people.ts";
import type { EventContent } from "../outbox/intent.ts";

/** What cannot be in a typed event; null where all of it can. `startAt` is null while it cannot be told. */
export function eventProblems(
  { invitees, recurrence, reminder: minutes }: EventDraft,
  startAt: number | null,
  timeZone: string,
): EventProblems | null {
  const rejected = invitees.map(({ address }) => address).filter((one) => !checkAddress(one));
  const isReminder =
    typeof minutes !== "number" || (minutes >= 0 && minutes <= mostReminderMinutes);
  const problems: EventProblems = {
    invitees: rejected,
    recurrence: isRule(recurrence) ? recurrenceProblem(recurrence, startAt, timeZone) : null,
    reminder: isReminder ? null : "out-of-range",
  };
  const isFine = rejected.length === 0 && problems.recurrence === null && isReminder;
  return isFine ? null : problems;
}

type Rule = Exclude<EventDraft["recurrence"], "other" | null>;

const isRule = (recurrence: EventDraft["recurrence"]): recurrence is Rule =>
  recurrence !== null && recurrence !== "other";

/** Whether people are to be chosen for that, and nobody was chosen who is invited. */
export function lacksChosen(
  role: "presenters" | "coOrganizers",
  { options, event }: Pick<ScheduleDraft, "options" | "event">,
): boolean {
  if (!isOfChosenPeople(options[role])) return false;
  return !event?.invitees.some(({ address }) => event[role].includes(address));
}

function recurrenceProblem(
  { every, until, count }: Rule,
  startAt: number | null,
  timeZone: string,
): RecurrenceProblem | null {
  if (until === null)
    return count === null || (count >= 1 && count <= mostTimes) ? null : "count-out-of-range";
  const last = dayOf(until);
  if (last === null) return "until-missing";
  if (startAt === null) return null;
  const start = Temporal.Instant.fromEpochMilliseconds(startAt).toZonedDateTimeISO(timeZone);
  // On weekdays, what is asked for on a Saturday begins on Monday.
  const isWeekend = every === "weekday" && start.dayOfWeek > 5;
  const first = start.toPlainDate().add({ days: isWeekend ? 8 - start.dayOfWeek : 0 });
  return Temporal.PlainDate.compare(last, first) < 0 ? "until-before-start" : null;
}

function dayOf(text: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" });
  } catch {
    return null;
  }
}

/** A draft without problems as it is asked for: each address once, as Graph takes it. */
export function contentOf(
  { invitees, presenters, coOrganizers, message, recurrence, reminder }: EventDraft,
  timeZone: string,
): EventContent {
  const known = new Map<string, { name: string | null; address: string }>();
  for (const { name, address: typed } of invitees) {
    const address = checkAddress(typed);
    const key = address?.toLowerCase() ?? "";
    if (address !== null && !known.has(key)) known.set(key, { name, address });
  }
  return {
    invitees: [...known.values()],
    presenters: presenters.flatMap((typed) => checkAddress(typed) ?? []),
    coOrganizers: coOrganizers.flatMap((typed) => {
      const address = checkAddress(typed);
      return address !== null && known.has(address.toLowerCase()) ? [address] : [];
    }),
    message: message.toWellFormed().trim(),
    // A new event has none that only Outlook knows.
    recurrence: isRule(recurrence) ? recurrence : null,
    reminder,
    timeZone,
  };
}
