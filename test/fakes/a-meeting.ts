import type { Meeting } from "../../main/contract/meeting.ts";

/** A meeting as Graph gives it when nobody asked for anything special. */
export const aMeeting = (changes: Partial<Meeting> = {}): Meeting => ({
  id: "m-1",
  kind: "link",
  inviteeCount: 0,
  repeats: false,
  subject: "Quick meeting",
  startAt: 0,
  endAt: 3_600_000,
  createdAt: 0,
  joinUrl: "https://teams.microsoft.com/meet/248719335402?p=Xk4Ru9",
  meetingId: "248719335402",
  passcode: "Xk4Ru9",
  dialIn: null,
  organiserId: "megan",
  organiserUsername: "megan@contoso.com",
  expiresAt: null,
  lobby: null,
  asked: {},
  differences: [],
  optionsFailed: false,
  hasOptionsPage: false,
  copyFormat: null,
  isSettling: false,
  isGone: false,
  ...changes,
});
