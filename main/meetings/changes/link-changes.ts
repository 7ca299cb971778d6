import type { MeetingOptions } from "../../contract/meeting-options.ts";
import type { MeetingResult } from "../../graph/online-meetings.ts";
import { refreshed } from "../entry.ts";
import type { Changed } from "../events/event-changes.ts";
import type { HistoryEntry } from "../history.ts";

/** What is known of a link after Teams was asked about it. */
export const changed = (answer: MeetingResult, options?: MeetingOptions): Changed => ({
  error: answer.ok ? null : answer.failure.error,
  apply: (known) => (answer.ok ? refreshed(asAsked(known, options), answer.value) : known),
});

/** Taken as a whole: whatever is otherwise now, the organisation decided. */
const asAsked = (known: HistoryEntry, options?: MeetingOptions): HistoryEntry =>
  options === undefined ? known : { ...known, asked: options, optionsFailed: false };
