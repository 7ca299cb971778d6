import { Temporal } from "temporal-polyfill";

import type { AppState } from "../contract/state.ts";
import type { InvitationFacts, Wording } from "./invitation-facts.ts";

/** What a preview shows: no meeting of anybody's. Tomorrow afternoon, as the wall clock has it. */
export function sampleMeeting(
  { timeZone, session }: AppState,
  { words }: Wording,
  now: number,
): InvitationFacts {
  const start = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(timeZone)
    .add({ days: 1 })
    .with({ hour: 14, minute: 30, second: 0, millisecond: 0 });
  const isKnown = session.kind === "signed-in" || session.kind === "expired";
  return {
    subject: words("invitation.sampleSubject"),
    startAt: start.epochMilliseconds,
    endAt: start.add({ minutes: 45 }).epochMilliseconds,
    timeZone,
    joinUrl: "https://teams.microsoft.com/meet/248719335402?p=Xk4Ru9",
    meetingId: "248719335402",
    passcode: "Xk4Ru9",
    dialIn: {
      number: "+49 69 5550 0110",
      country: null,
      city: null,
      conferenceId: "902118447",
      moreNumbersUrl: null,
    },
    organiser: isKnown ? session.account.username : "megan@contoso.com",
    joinInformationHtml: null,
  };
}
