import * as v from "valibot";

import { normalAddress } from "../base/normal-address.ts";
import { type MeetingOptions, optionNames } from "../contract/meeting-options.ts";
import { meetingOptions } from "../contract/option-schema.ts";
import { type DialIn, dialIn } from "../contract/meeting.ts";

const nullableText = v.nullable(v.string());
const nullableInstant = v.nullable(v.number());

/** What Graph said about a meeting, checked and cut to size; as a spare link is kept too. Text, never HTML. */
export const knownMeeting = v.object({
  graphId: v.string(),
  subject: nullableText,
  /** Epoch milliseconds, null where Graph gave none. */
  startAt: nullableInstant,
  endAt: nullableInstant,
  expiresAt: nullableInstant,
  joinUrl: v.string(),
  meetingId: nullableText,
  passcode: nullableText,
  dialIn: v.nullable(dialIn),
  /** As the organisation set them, as far as it said. */
  options: meetingOptions,
  /** How many people organise it too. */
  coOrganizerCount: v.optional(v.number(), 0),
  /** The page where the organiser sets options; its host is checked when it is opened. */
  optionsUrl: nullableText,
  /** Microsoft's own invitation, as it came: encoded HTML that nothing has cleaned yet. */
  invitation: nullableText,
});
export type OnlineMeeting = Readonly<v.InferOutput<typeof knownMeeting>>;

const optionalText = (length: number) =>
  v.fallback(v.nullable(v.pipe(v.string(), v.maxLength(length))), null);
const optionalBoolean = v.fallback(v.nullable(v.boolean()), null);

const onlineMeeting = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(2_000)),
  joinWebUrl: v.pipe(v.string(), v.maxLength(4_096)),
  subject: optionalText(1_000),
  startDateTime: optionalText(64),
  endDateTime: optionalText(64),
  expiryDateTime: optionalText(64),
  meetingOptionsWebUrl: optionalText(4_096),
  joinInformation: v.fallback(v.nullable(v.object({ content: optionalText(65_536) })), null),
  joinMeetingIdSettings: v.fallback(
    v.nullable(v.object({ joinMeetingId: optionalText(64), passcode: optionalText(64) })),
    null,
  ),
  audioConferencing: v.fallback(
    v.nullable(
      v.object({
        tollNumber: optionalText(64),
        tollFreeNumber: optionalText(64),
        conferenceId: optionalText(64),
        dialinUrl: optionalText(2_000),
      }),
    ),
    null,
  ),
  lobbyBypassSettings: v.fallback(
    v.nullable(v.object({ scope: optionalText(64), isDialInBypassEnabled: optionalBoolean })),
    null,
  ),
  allowedPresenters: optionalText(64),
  allowedLobbyAdmitters: optionalText(64),
  allowMeetingChat: optionalText(64),
  allowAttendeeToEnableMic: optionalBoolean,
  allowAttendeeToEnableCamera: optionalBoolean,
  allowTeamworkReactions: optionalBoolean,
  allowRecording: optionalBoolean,
  allowTranscription: optionalBoolean,
  recordAutomatically: optionalBoolean,
  isEntryExitAnnounced: optionalBoolean,
  participants: v.fallback(
    v.nullable(v.object({ attendees: v.array(v.object({ role: optionalText(64) })) })),
    null,
  ),
});
type Answer = v.InferOutput<typeof onlineMeeting>;

/** Null where the answer has no usable join link: a link to another host is not one. */
export function parseOnlineMeeting(
  body: unknown,
  joinHosts: readonly string[],
): OnlineMeeting | null {
  const parsed = v.safeParse(onlineMeeting, body);
  if (!parsed.success) return null;
  const answer = parsed.output;
  if (!isJoinUrl(answer.joinWebUrl, joinHosts)) return null;
  return {
    graphId: answer.id,
    joinUrl: answer.joinWebUrl,
    subject: answer.subject,
    startAt: parseInstant(answer.startDateTime),
    endAt: parseInstant(answer.endDateTime),
    expiresAt: parseInstant(answer.expiryDateTime),
    meetingId: answer.joinMeetingIdSettings?.joinMeetingId ?? null,
    passcode: answer.joinMeetingIdSettings?.passcode ?? null,
    dialIn: dialInOf(answer),
    options: optionsOf(answer),
    coOrganizerCount: coOrganizersOf(answer)?.length ?? 0,
    optionsUrl: answer.meetingOptionsWebUrl,
    invitation: answer.joinInformation?.content ?? null,
  };
}

function dialInOf({ audioConferencing }: Answer): DialIn | null {
  const number = audioConferencing?.tollNumber ?? audioConferencing?.tollFreeNumber ?? null;
  if (number === null) return null;
  const { conferenceId = null, dialinUrl: moreNumbersUrl = null } = audioConferencing ?? {};
  return { number, conferenceId, moreNumbersUrl };
}

const coOrganizersOf = ({ participants }: Answer) =>
  participants?.attendees.filter(({ role }) => role === "coorganizer");

/** Null where the answer names nobody who attends, not even no one. */
function othersOrganise(answer: Answer): MeetingOptions["coOrganizers"] | null {
  const people = coOrganizersOf(answer);
  if (people === undefined) return null;
  return people.length > 0 ? "chosen" : "nobody";
}

/** Value by value: one that nobody knows is as good as not said. */
function optionsOf(answer: Answer): MeetingOptions {
  const said: Readonly<Record<keyof MeetingOptions, unknown>> = {
    lobby: answer.lobbyBypassSettings?.scope,
    callersSkipLobby: answer.lobbyBypassSettings?.isDialInBypassEnabled,
    admitters: answer.allowedLobbyAdmitters,
    coOrganizers: othersOrganise(answer),
    presenters: answer.allowedPresenters,
    chat: answer.allowMeetingChat,
    attendeesMayUnmute: answer.allowAttendeeToEnableMic,
    attendeesMayUseCamera: answer.allowAttendeeToEnableCamera,
    reactions: answer.allowTeamworkReactions,
    recording: answer.allowRecording,
    transcription: answer.allowTranscription,
    recordAutomatically: answer.recordAutomatically,
    announceEntry: answer.isEntryExitAnnounced,
  };
  const known = optionNames.flatMap((name) =>
    said[name] !== null && v.is(meetingOptions.entries[name], said[name])
      ? [[name, said[name]] as const]
      : [],
  );
  return v.parse(meetingOptions, Object.fromEntries(known));
}

/** The path is not looked at: Microsoft says its form may change. */
export function isJoinUrl(text: string, joinHosts: readonly string[]): boolean {
  const url = normalAddress(text);
  return url !== null && joinHosts.includes(url.hostname);
}

function parseInstant(text: string | null): number | null {
  const at = Date.parse(text ?? "");
  return Number.isNaN(at) ? null : at;
}
