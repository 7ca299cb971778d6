import { Temporal } from "temporal-polyfill";

import type { ScheduleDraft } from "../../main/contract/drafts.ts";
import type { EventDraft } from "../../main/contract/event-draft.ts";

/** Nobody is invited, and nothing is said. */
export const plainEvent: EventDraft = {
  invitees: [],
  presenters: [],
  coOrganizers: [],
  message: "",
  recurrence: null,
  reminder: null,
};

const zone = "Europe/Berlin";

/** The day on which the clocks there go forward next, two weeks from now or later. */
function dayOfChange(): Temporal.PlainDate {
  let at = Temporal.Now.zonedDateTimeISO(zone).add({ weeks: 2 });
  for (;;) {
    const next = at.getTimeZoneTransition("next");
    if (next === null) throw new Error(`The clocks of ${zone} are not changed any more.`);
    const before = next.subtract({ nanoseconds: 1 });
    if (next.offsetNanoseconds > before.offsetNanoseconds) return next.toPlainDate();
    at = next;
  }
}

const monday = dayOfChange().subtract({ days: 6 });

/** The Monday of the week in which the clocks go forward in Berlin, always still to come, or so many days later. */
export const eventDate = (daysLater = 0): string => monday.add({ days: daysLater }).toString();

/** A calendar event on that Monday. */
export const eventDraft = {
  subject: "Design review",
  startDate: eventDate(),
  startTime: "10:00",
  endDate: eventDate(),
  endTime: "10:45",
  startOccurrence: null,
  endOccurrence: null,
  timeZone: null,
  options: {},
  event: plainEvent,
} satisfies ScheduleDraft;
