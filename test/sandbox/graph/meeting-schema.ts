import * as v from "valibot";

import { members } from "./members.ts";

/** Edm.DateTimeOffset: an instant, so the offset must be there. */
const instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})$/u),
  v.check((text) => !Number.isNaN(Date.parse(text))),
  v.transform((text) => new Date(text).toISOString()),
);

const identitySet = v.looseObject({});
const participant = members({
  "@odata.type": v.optional(v.string()),
  identity: v.optional(v.nullable(identitySet)),
  upn: v.optional(v.nullable(v.string())),
  role: v.optional(v.picklist(["attendee", "presenter", "coorganizer"])),
});
const participants = members({
  "@odata.type": v.optional(v.string()),
  attendees: v.optional(v.array(participant)),
});
const chatInfo = members({
  "@odata.type": v.optional(v.string()),
  threadId: v.string(),
  messageId: v.optional(v.nullable(v.string())),
  replyChainMessageId: v.optional(v.nullable(v.string())),
});

/** @see https://learn.microsoft.com/graph/api/onlinemeeting-createorget */
export const createOrGetSchema = members({
  externalId: v.pipe(v.string(), v.minLength(1)),
  startDateTime: v.optional(instant),
  endDateTime: v.optional(instant),
  subject: v.optional(v.nullable(v.string())),
  participants: v.optional(participants),
  chatInfo: v.optional(chatInfo),
});

const flag = v.optional(v.boolean());
const choice = <const Options extends readonly string[]>(...options: Options) =>
  v.optional(v.picklist(options));

export const lobbyScopes = [
  "organizer",
  "organization",
  "organizationAndFederated",
  "everyone",
  "invited",
  "organizationExcludingGuests",
] as const;
const lobbyScope = choice(...lobbyScopes);

const changeable = {
  "@odata.type": v.optional(v.string()),
  startDateTime: v.optional(instant),
  endDateTime: v.optional(instant),
  subject: v.optional(v.nullable(v.string())),
  participants: v.optional(participants),
  lobbyBypassSettings: v.optional(
    members({
      "@odata.type": v.optional(v.string()),
      scope: lobbyScope,
      isDialInBypassEnabled: flag,
    }),
  ),
  allowedPresenters: choice("everyone", "organization", "roleIsPresenter", "organizer"),
  allowedLobbyAdmitters: choice(
    "organizerAndCoOrganizersAndPresenters",
    "organizerAndCoOrganizers",
  ),
  allowMeetingChat: choice("enabled", "disabled", "limited"),
  meetingSpokenLanguageTag: v.optional(v.nullable(v.string())),
  allowAttendeeToEnableCamera: flag,
  allowAttendeeToEnableMic: flag,
  allowBreakoutRooms: flag,
  allowCopyingAndSharingMeetingContent: flag,
  allowLiveShare: choice("enabled", "disabled"),
  allowParticipantsToChangeName: flag,
  allowPowerPointSharing: flag,
  allowRecording: flag,
  allowTeamworkReactions: flag,
  allowTranscription: flag,
  allowWhiteboard: flag,
  isEntryExitAnnounced: flag,
  recordAutomatically: flag,
};

/** @see https://learn.microsoft.com/graph/api/onlinemeeting-update */
export const updateSchema = members(changeable);

/** @see https://learn.microsoft.com/graph/api/application-post-onlinemeetings */
export const createSchema = members({
  ...changeable,
  chatInfo: v.optional(chatInfo),
  joinMeetingIdSettings: v.optional(members({ isPasscodeRequired: flag })),
});

export type MeetingProperties = v.InferOutput<typeof createSchema> & {
  readonly startDateTime: string;
  readonly endDateTime: string;
};
