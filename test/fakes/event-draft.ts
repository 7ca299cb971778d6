import type { ScheduleDraft } from "../../main/contract/drafts.ts";

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
  event: { invitees: [], message: "", recurrence: null, reminderMinutes: null },
} satisfies ScheduleDraft;
