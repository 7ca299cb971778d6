import type { ScheduleDraft } from "../../main/contract/drafts.ts";
import type { EventDraft } from "../../main/contract/event-draft.ts";

/** Nobody is invited, and nothing is said. */
export const plainEvent: EventDraft = {
  invitees: [],
  presenters: [],
  message: "",
  recurrence: null,
  reminder: null,
};

/** A calendar event in the week before the clocks go forward in Berlin. */
export const eventDraft = {
  subject: "Design review",
  startDate: "2027-03-22",
  startTime: "10:00",
  endDate: "2027-03-22",
  endTime: "10:45",
  startOccurrence: null,
  endOccurrence: null,
  timeZone: null,
  options: {},
  event: plainEvent,
} satisfies ScheduleDraft;
