import { displayName, findPersonaByOid } from "../personas.ts";
import { joinInformation } from "./join-information.ts";
import { expiryOf } from "./joining.ts";
import type { StoredMeeting } from "./meetings.ts";

export interface ViewOptions {
  readonly baseUrl: string;
  readonly language: string;
  /** Whether the caller sent "Prefer: include-unknown-enum-members". */
  readonly showsNewMembers: boolean;
  /** As the organisation's policy has it. */
  readonly footerBytes: number;
}

/** Now and then somebody pastes a picture into the text the organisation adds. */
const wordyBytes = 500_000;

/** Enumeration members that came late; callers who do not know of them get a placeholder. */
const lateScopes = new Set(["invited", "organizationExcludingGuests"]);

/** A meeting as Graph writes it. */
export function meetingView(meeting: StoredMeeting, options: ViewOptions) {
  const { properties, joinWebUrl, joinMeetingId, passcode } = meeting;
  const { participants, lobbyBypassSettings, joinMeetingIdSettings, ...settings } = properties;
  const expiry = expiryOf(meeting);
  const optionsUrl = `https://teams.microsoft.com/meetingOptions/?organizerId=${meeting.oid}&tenantId=${meeting.tid}&threadId=${encodeURIComponent(meeting.threadId)}&messageId=0`;
  const passcodeRequired = joinMeetingIdSettings?.isPasscodeRequired ?? true;
  return {
    id: meeting.id,
    creationDateTime: instant(meeting.createdAt),
    ...defaults,
    ...settings,
    startDateTime: instant(Date.parse(properties.startDateTime)),
    endDateTime: instant(Date.parse(properties.endDateTime)),
    subject: properties.subject ?? null,
    externalId: meeting.externalId,
    joinWebUrl,
    joinMeetingIdSettings: {
      isPasscodeRequired: passcodeRequired,
      joinMeetingId,
      passcode: passcodeRequired ? passcode : null,
    },
    joinInformation: invitationOf(meeting, optionsUrl, options),
    meetingOptionsWebUrl: optionsUrl,
    expiryDateTime: expiry === null ? null : instant(expiry),
    lobbyBypassSettings: {
      isDialInBypassEnabled: lobbyBypassSettings?.isDialInBypassEnabled ?? false,
      scope: lobbyScope(lobbyBypassSettings?.scope ?? "organization", options.showsNewMembers),
    },
    participants: {
      organizer: organiserOf(meeting),
      attendees: (participants?.attendees ?? []).map(({ role = "attendee", ...each }) => ({
        ...each,
        role: role === "coorganizer" && !options.showsNewMembers ? "unknownFutureValue" : role,
      })),
    },
    audioConferencing: audioConferencing(meeting.conferenceId),
    chatInfo: { threadId: meeting.threadId, messageId: "0", replyChainMessageId: null },
  };
}

const invitationOf = (
  { joinWebUrl, joinMeetingId, passcode, conferenceId, isWordy = false }: StoredMeeting,
  optionsUrl: string,
  { language, footerBytes }: ViewOptions,
) =>
  joinInformation(language, {
    joinWebUrl,
    joinMeetingId,
    passcode,
    conferenceId,
    optionsUrl,
    footerBytes: isWordy ? wordyBytes : footerBytes,
  });

/** Seven digits of a second, as Graph has them. */
const instant = (at: number): string => new Date(at).toISOString().replace("Z", "0000Z");

const lobbyScope = (scope: string, showsNewMembers: boolean): string =>
  lateScopes.has(scope) && !showsNewMembers ? "unknownFutureValue" : scope;

const defaults = {
  isBroadcast: false,
  meetingType: "scheduled",
  allowedPresenters: "everyone",
  allowedLobbyAdmitters: "organizerAndCoOrganizersAndPresenters",
  allowMeetingChat: "enabled",
  allowAttendeeToEnableCamera: true,
  allowAttendeeToEnableMic: true,
  allowTeamworkReactions: true,
  allowRecording: true,
  allowTranscription: true,
  recordAutomatically: false,
  isEntryExitAnnounced: false,
  videoTeleconferenceId: null,
};

function organiserOf({ oid, tid }: StoredMeeting) {
  const persona = findPersonaByOid(oid);
  return {
    upn: persona?.username ?? null,
    role: "presenter",
    identity: {
      user: {
        id: oid,
        displayName: persona ? displayName(persona) : null,
        tenantId: tid,
        identityProvider: "AAD",
      },
    },
  };
}

/** Numbers from the range that is kept free for fiction. */
const audioConferencing = (conferenceId: string) => ({
  conferenceId,
  tollNumber: "+1 425-555-0145",
  tollFreeNumber: null,
  tollNumbers: ["+1 425-555-0145"],
  tollFreeNumbers: [],
  dialinUrl: `https://dialin.teams.microsoft.com/sample?id=${conferenceId}`,
});
