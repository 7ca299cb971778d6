import { differencesOf } from "../contract/meeting-options.ts";
import type { Meeting } from "../contract/meeting.ts";
import type { Account } from "../contract/state.ts";
import type { OnlineMeeting } from "../graph/meeting-answer.ts";
import type { HistoryEntry } from "./history.ts";
import type { Wish } from "./wish.ts";

/** What Graph has wins over what was asked: after a restart the meeting may be older than this request. */
export function entryOf(
  wish: Wish,
  made: OnlineMeeting,
  organiser: Account,
  createdAt: number,
): HistoryEntry {
  return {
    id: wish.id,
    createdAt,
    organiserId: organiser.id,
    organiserUsername: organiser.username,
    asked: wish.options,
    isSettling: false,
    isGone: false,
    ...factsOf(made, wish),
    differences: differencesOf(wish.options, made.options),
  };
}

/** The entry after another look at Microsoft's side; what was asked stays what it was. */
export const refreshed = (entry: HistoryEntry, made: OnlineMeeting): HistoryEntry => ({
  ...entry,
  ...factsOf(made, entry),
  differences: differencesOf(entry.asked, made.options),
  isSettling: false,
  isGone: false,
});

function factsOf(made: OnlineMeeting, known: Pick<HistoryEntry, "subject" | "startAt" | "endAt">) {
  return {
    graphId: made.graphId,
    subject: made.subject ?? known.subject,
    startAt: made.startAt ?? known.startAt,
    endAt: made.endAt ?? known.endAt,
    joinUrl: made.joinUrl,
    meetingId: made.meetingId,
    passcode: made.passcode,
    dialIn: made.dialIn,
    expiresAt: made.expiresAt,
    lobby: made.options.lobby ?? null,
    optionsUrl: made.optionsUrl,
    invitation: made.invitation,
  };
}

/** Graph's ids and addresses are main's business alone. */
export function toMeeting({
  graphId: _graphId,
  asked: _asked,
  invitation: _invitation,
  optionsUrl,
  ...meeting
}: HistoryEntry): Meeting {
  return { ...meeting, hasOptionsPage: optionsUrl !== null };
}
