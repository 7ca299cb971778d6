import type { Events } from "../graph/calendar/events.ts";
import { join, type Joined, type Joiner } from "../graph/joining.ts";
import type { MeetingPolicy, MeetingPolicyChange } from "../graph/meeting-policy.ts";
import type { Meetings, StoredMeeting } from "../graph/meetings.ts";
import { type EventRecord, eventRecord } from "./event-record.ts";
import type { RequestLog, RequestRecord } from "../http/request-log.ts";
import type { TokenStore } from "../identity/token-store.ts";
import { findPersona, type PersonaId } from "../personas.ts";
import type { Secret, Secrets } from "../secrets.ts";
import type { DeviceCodeTimes, DeviceCodeTimesChange } from "../device-code-times.ts";
import type { TokenLifetimes } from "../token-lifetimes.ts";

/** What a test may look at and turn. */
export interface Controls {
  /** In the order they came. */
  requests(): readonly RequestRecord[];
  forgetRequests(): void;
  /** Every meeting ever made, deleted ones too, oldest first. */
  meetings(): readonly MeetingRecord[];
  /** Every event that calls made, deleted ones too, oldest first; the sample calendar's are not among them. */
  events(): readonly EventRecord[];
  /** What happens to who opens this link now. */
  join(joinWebUrl: string, who: Joiner): Joined;
  /** What the organisation does not let its people choose; members left out stay as they are. */
  setMeetingPolicy(change: MeetingPolicyChange): void;
  /** For events made from now on: how often each is read by its id before it shows its link. */
  delayJoinUrls(reads: number): void;
  /** So many changes of events from now on take the Teams part away; a change that asks for it gives it back. */
  loseLinks(changes: number): void;
  /** Their calendar has nothing in it from now on, samples included. */
  emptyCalendar(persona: PersonaId): void;
  /** Their calendar is the sample again, around the next look. */
  renewCalendar(persona: PersonaId): void;
  secrets(): readonly Secret[];
  /** Their refresh tokens are refused from now on: revoked (AADSTS50173) or expired (AADSTS700082). */
  revokeRefreshTokens(persona: PersonaId, reason?: "revoked" | "expired"): void;
  /** What they approved for the app is forgotten: silent requests are refused with AADSTS65001. */
  withdrawApproval(persona: PersonaId): void;
  /** Their app may make meetings: they approved that before the policy took it from them. */
  rememberApproval(persona: PersonaId): void;
  /** Graph refuses every access token issued so far. */
  expireAccessTokens(): void;
  /** For tokens issued from now on. */
  setAccessTokenLifetimeSeconds(seconds: number): void;
  /** For device codes given from now on: how often the app may ask, and when they expire. */
  setDeviceCodeTimes(times: DeviceCodeTimesChange): void;
}

type Told = "id" | "oid" | "externalId" | "joinWebUrl" | "joinMeetingId" | "passcode";

/** A meeting as tests compare it. Times of the meeting are ISO 8601, of its record epoch milliseconds. */
interface MeetingRecord extends Pick<StoredMeeting, Told | "createdAt" | "deletedAt"> {
  readonly subject: string | null;
  readonly startDateTime: string;
  readonly endDateTime: string;
}

export interface ControlsDependencies {
  readonly events: Events;
  readonly policy: MeetingPolicy;
  readonly log: RequestLog;
  readonly meetings: Meetings;
  readonly secrets: Secrets;
  readonly store: TokenStore;
  readonly lifetimes: TokenLifetimes;
  readonly deviceCodeTimes: DeviceCodeTimes;
  readonly now: () => number;
}

export function createControls(dependencies: ControlsDependencies): Controls {
  const { log, meetings, events, policy, secrets, store } = dependencies;
  const { lifetimes, deviceCodeTimes, now } = dependencies;
  return {
    requests: () => log.all(),
    forgetRequests: () => log.forget(),
    meetings: () => meetings.all().map(recordOf),
    events: () => events.all().map((event) => eventRecord(event, meetings)),
    join: (joinWebUrl, who) => join(meetings, joinWebUrl, who, now()),
    setMeetingPolicy: (change) => policy.change(change),
    delayJoinUrls: (reads) => events.delayJoinUrls(reads),
    loseLinks: (changes) => events.loseLinks(changes),
    emptyCalendar(id) {
      const persona = findPersona(id);
      if (persona) events.empty(persona);
    },
    renewCalendar(id) {
      const persona = findPersona(id);
      if (persona) events.renew(persona);
    },
    secrets: () => secrets.all(),
    revokeRefreshTokens(id, reason = "revoked") {
      const persona = findPersona(id);
      if (persona) store.revoke(persona.oid, reason === "expired" ? 700082 : 50173);
    },
    withdrawApproval(id) {
      const persona = findPersona(id);
      if (persona) store.withdrawApproval(persona.oid);
    },
    rememberApproval(id) {
      const persona = findPersona(id);
      if (persona) store.approve(persona.oid, ["User.Read", "OnlineMeetings.ReadWrite"]);
    },
    expireAccessTokens() {
      for (const { kind, value } of secrets.all())
        if (kind === "access-token") lifetimes.expire(value);
    },
    setAccessTokenLifetimeSeconds: (seconds) => lifetimes.setSeconds(seconds),
    setDeviceCodeTimes: (times) => deviceCodeTimes.set(times),
  };
}

function recordOf({ properties, ...meeting }: StoredMeeting): MeetingRecord {
  return {
    id: meeting.id,
    oid: meeting.oid,
    externalId: meeting.externalId,
    subject: properties.subject ?? null,
    startDateTime: properties.startDateTime,
    endDateTime: properties.endDateTime,
    joinWebUrl: meeting.joinWebUrl,
    joinMeetingId: meeting.joinMeetingId,
    passcode: meeting.passcode,
    createdAt: meeting.createdAt,
    deletedAt: meeting.deletedAt,
  };
}
