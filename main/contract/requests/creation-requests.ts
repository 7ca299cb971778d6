import * as v from "valibot";

import type {
  ScheduleCheck,
  CheckedInvitees,
  InviteeTime,
  PhraseReading,
  Zone,
} from "../answers.ts";
import { timesDraft, line, scheduleDraft } from "../drafts.ts";
import { addressList, type Invitee } from "../event-draft.ts";
import { mostInvitees } from "../event-limits.ts";
import type { Meeting } from "../meeting.ts";
import { asks, nothing } from "./request.ts";

/** A press and the form, up to the link. */
export const creationRequests = {
  /** `again` is a second one wanted, although one like it was just made. */
  meetNow: asks<Meeting>()(v.strictObject({ again: v.boolean() })),
  /** "You made one a minute ago": that one, then. */
  useRepeat: asks<Meeting>()(nothing),
  checkSchedule: asks<ScheduleCheck>()(scheduleDraft),
  /** `draftId` is the form's: sent again it is the same meeting, as it is filled in now. */
  schedule: asks<Meeting>()(
    v.strictObject({ ...scheduleDraft.entries, draftId: v.pipe(v.string(), v.uuid()) }),
  ),
  /** Whether events can be made without asking: the answer is `calendarAllowed` of the state. */
  checkCalendar: asks()(nothing),
  /** Asks Microsoft for the permission to make events, where it is missing. */
  allowCalendar: asks()(nothing),
  /** Asks Microsoft for the permission to suggest people, where it is missing. */
  allowPeople: asks()(nothing),
  searchPeople: asks<readonly Invitee[]>()(v.strictObject({ text: line })),
  /** Takes typed or pasted addresses apart. */
  checkInvitees: asks<CheckedInvitees>()(v.strictObject({ text: addressList })),
  /**
   * Asks Microsoft when the meeting is for each of them; `isFresh` whatever it said before. They are answered
   * in the order they were asked for; null while the times cannot be told.
   */
  readInviteeTimes: asks<readonly InviteeTime[] | null>()(
    v.strictObject({
      addresses: v.pipe(
        v.array(v.pipe(v.string(), v.maxLength(400))),
        v.minLength(1),
        v.maxLength(mostInvitees),
      ),
      times: timesDraft,
      isFresh: v.boolean(),
    }),
  ),
  /** What the app reads in a text about time, in the language of the windows. */
  readPhrase: asks<PhraseReading>()(
    v.strictObject({ text: line, field: v.picklist(["when", "subject"]) }),
  ),
  searchZones: asks<readonly Zone[]>()(v.strictObject({ text: line })),
  /**
   * Sends what failed again: the same meeting, or the options of one that is there. Answers nothing
   * where it was an end that failed.
   */
  retryCreation: asks<Meeting | undefined>()(nothing),
  /** The event that is there while its link is not, in Outlook. */
  showEvent: asks()(nothing),
  cancelCreation: asks()(nothing),
  dismissCreation: asks()(nothing),
  undoCreation: asks()(nothing),
  copyRoom: asks()(nothing),
};
