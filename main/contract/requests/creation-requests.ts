import * as v from "valibot";

import { checkedInvitees, inviteeTime, phraseReading, scheduleCheck, zone } from "../answers.ts";
import { timesDraft, line, scheduleDraft } from "../drafts.ts";
import { addressList, invitee } from "../event-draft.ts";
import { mostInvitees } from "../event-limits.ts";
import { meeting } from "../meeting.ts";
import { listOf, shortList } from "../shape.ts";
import { typedLine, typedLineInput } from "./typed-line.ts";
import { rates } from "./rates.ts";
import { request } from "./request.ts";

/** A press and the form, up to the link. */
export const creationRequests = {
  /** `again` is a second one wanted, although one like it was just made. */
  meetNow: request(["window", "tray", "shortcut", "notification", "commandLine"], {
    needs: "gesture",
    rate: rates.acting,
    input: v.strictObject({ again: v.boolean() }),
    answer: meeting,
  }),
  /** "You made one a minute ago": that one, then. */
  useRepeat: request(["window"], { needs: "gesture", rate: rates.acting, answer: meeting }),
  checkSchedule: request(["window"], {
    needs: "nothing",
    rate: rates.typing,
    input: scheduleDraft,
    answer: scheduleCheck,
  }),
  /** `draftId` is the form's: sent again it is the same meeting, as it is filled in now. */
  schedule: request(["window"], {
    needs: "gesture",
    rate: rates.acting,
    asks: true,
    input: v.strictObject({ ...scheduleDraft.entries, draftId: v.pipe(v.string(), v.uuid()) }),
    answer: meeting,
  }),
  /** Whether events can be made without asking: the answer is `calendarAllowed` of the state. */
  checkCalendar: request(["window"], { needs: "nothing", rate: rates.drawing }),
  /** Asks Microsoft for the permission to make events, where it is missing. */
  allowCalendar: request(["window"], { needs: "gesture", rate: rates.weighty }),
  /** Asks Microsoft for the permission to suggest people, where it is missing. */
  allowPeople: request(["window"], { needs: "gesture", rate: rates.weighty }),
  searchPeople: request(["window"], {
    needs: "nothing",
    rate: rates.drawing,
    input: v.strictObject({ text: line }),
    answer: listOf(invitee),
  }),
  /** Takes typed or pasted addresses apart. */
  checkInvitees: request(["window"], {
    needs: "nothing",
    rate: rates.typing,
    input: v.strictObject({ text: addressList }),
    answer: checkedInvitees,
  }),
  /**
   * Asks Microsoft when the meeting is for each of them; `isFresh` whatever it said before. They are answered
   * in the order they were asked for; null while the times cannot be told.
   */
  readInviteeTimes: request(["window"], {
    needs: "nothing",
    rate: rates.drawing,
    input: v.strictObject({
      addresses: v.pipe(
        shortList(v.pipe(v.string(), v.maxLength(400)), mostInvitees),
        v.minLength(1),
      ),
      times: timesDraft,
      isFresh: v.boolean(),
    }),
    answer: v.nullable(listOf(inviteeTime)),
  }),
  /** What the app reads in a text about time, in the language of the windows. */
  readPhrase: request(["window"], {
    needs: "nothing",
    rate: rates.typing,
    input: v.strictObject({ text: line, field: v.picklist(["when", "subject"]) }),
    answer: phraseReading,
  }),
  /**
   * What would become of a line typed on Home. It looks for whoever the line names, and makes nothing: what it
   * answers is sent with `schedule`, like any other draft.
   */
  readTypedLine: request(["window"], {
    needs: "nothing",
    rate: rates.drawing,
    input: typedLineInput,
    answer: typedLine,
  }),
  searchZones: request(["window"], {
    needs: "nothing",
    rate: rates.typing,
    input: v.strictObject({ text: line }),
    answer: listOf(zone),
  }),
  /**
   * Sends what failed again: the same meeting, or the options of one that is there. Answers nothing
   * where it was an end that failed.
   */
  retryCreation: request(["window"], {
    needs: "gesture",
    rate: rates.acting,
    answer: v.optional(meeting),
  }),
  /** The event that is there while its link is not, in Outlook. */
  showEvent: request(["window"], { needs: "gesture", rate: rates.weighty }),
  cancelCreation: request(["window", "tray"], { needs: "gesture", rate: rates.acting }),
  dismissCreation: request(["window"], { needs: "nothing", rate: rates.drawing }),
  undoCreation: request(["window", "notification"], { needs: "gesture", rate: rates.acting }),
  copyRoom: request(["window", "tray", "commandLine"], { needs: "gesture", rate: rates.acting }),
};
