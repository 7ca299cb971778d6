import * as v from "valibot";

import { fail, ok, type Result } from "../contract/errors.ts";
import { type MeetingOptions, shutOptions } from "../contract/meeting-options.ts";
import type { Graph, GraphCall, GraphFailure, GraphResult } from "./client.ts";
import { isRefusal, unreadable, withTimes } from "./graph-errors.ts";
import { type OnlineMeeting, parseOnlineMeeting } from "./meeting-answer.ts";

export interface MeetingRequest {
  readonly externalId: string;
  readonly subject: string;
  /** Epoch milliseconds. */
  readonly startAt: number;
  readonly endAt: number;
}

/** Times come as a pair: Graph moves a meeting by both or not at all. */
export interface MeetingUpdate {
  readonly subject?: string;
  readonly times?: { readonly startAt: number; readonly endAt: number };
  readonly options?: MeetingOptions;
  /**
   * Everybody who is invited, with the role of each, where chosen people present or organise it too.
   * @see https://learn.microsoft.com/graph/api/resources/meetingparticipantinfo
   */
  readonly participants?: readonly Participant[] | undefined;
}

export interface Participant {
  readonly upn: string;
  /** Co-organisers are people of the organiser's own directory, never guests. */
  readonly role: "attendee" | "presenter" | "coorganizer";
}

export type MeetingResult =
  | { readonly ok: true; readonly value: OnlineMeeting }
  | { readonly ok: false; readonly failure: GraphFailure };

export type CallOptions = Pick<GraphCall, "signal" | "onWait" | "language">;

export interface OnlineMeetings {
  /**
   * Makes the meeting, or answers the one this `externalId` already made.
   * @see https://learn.microsoft.com/graph/api/onlinemeeting-createorget
   */
  createOrGet(request: MeetingRequest, options: CallOptions): Promise<MeetingResult>;
  /** @see https://learn.microsoft.com/graph/api/onlinemeeting-update */
  update(graphId: string, update: MeetingUpdate, options?: CallOptions): Promise<MeetingResult>;
  read(graphId: string, options?: CallOptions): Promise<MeetingResult>;
  /**
   * The meeting of a calendar event, which knows nothing of it but its link; null where Graph has none yet.
   * @see https://learn.microsoft.com/graph/api/onlinemeeting-get
   */
  findByJoinUrl(joinUrl: string, options?: CallOptions): Promise<Result<OnlineMeeting | null>>;
  /** Nobody gets in without the organiser any more. Of what is gone already that cannot be said. */
  shut(graphId: string, options?: CallOptions): Promise<Result<Shut>>;
  /** Its link goes on opening: it is shut first. Gone already counts as done. */
  end(graphId: string, options?: CallOptions): Promise<Result<undefined>>;
}

/** False where the organisation would not have it, or it is gone: others may still get in by the link. */
export interface Shut {
  readonly isShut: boolean;
}

export interface OnlineMeetingsDependencies {
  readonly graph: Graph;
  /** The only hosts a join link may name. */
  readonly joinHosts: readonly string[];
}

/** Without this, lobby scopes and roles newer than the enumeration come back as "unknownFutureValue". */
const prefer = "include-unknown-enum-members";

export function createOnlineMeetings({
  graph,
  joinHosts,
}: OnlineMeetingsDependencies): OnlineMeetings {
  const pathOf = (graphId: string) => `/me/onlineMeetings/${encodeURIComponent(graphId)}`;

  function toMeeting(answer: GraphResult): MeetingResult {
    if (!answer.ok) return answer;
    const meeting = parseOnlineMeeting(answer.value.body, joinHosts);
    if (meeting) return { ok: true, value: meeting };
    return { ok: false, failure: { error: unreadable(answer.value.trace), mayHaveActed: true } };
  }

  async function update(
    graphId: string,
    { subject, times, options: wanted, participants }: MeetingUpdate,
    options: CallOptions = {},
  ): Promise<MeetingResult> {
    const body = {
      ...(subject === undefined ? {} : { subject }),
      ...(times === undefined ? {} : timesOf(times)),
      ...(wanted === undefined ? {} : membersOf(wanted)),
      ...(participants === undefined ? {} : { participants: { attendees: participants } }),
    };
    const path = pathOf(graphId);
    return toMeeting(await graph({ method: "PATCH", path, body, prefer, ...options }));
  }

  const isMade = (body: unknown) => parseOnlineMeeting(body, joinHosts) !== null;

  return {
    async createOrGet({ externalId, subject, ...times }, options) {
      const body = { externalId, subject, ...timesOf(times) };
      const path = "/me/onlineMeetings/createOrGet";
      const answer = await graph({ method: "POST", path, body, prefer, isMade, ...options });
      if (answer.ok) return toMeeting(answer);
      const { error, mayHaveActed } = ofCreation(answer.failure);
      return { ok: false, failure: { error: withTimes(error, times), mayHaveActed } };
    },
    update,
    shut: (graphId, options = {}) => shutMeeting(update, graphId, options),
    read: async (graphId, options = {}) =>
      toMeeting(await graph({ method: "GET", path: pathOf(graphId), prefer, ...options })),
    async findByJoinUrl(joinUrl, options = {}) {
      const filter = `JoinWebUrl eq '${joinUrl.replaceAll("'", "''")}'`;
      const path = `/me/onlineMeetings?$filter=${encodeURIComponent(filter)}`;
      const answer = await graph({ method: "GET", path, prefer, ...options });
      if (!answer.ok) return fail(answer.failure.error);
      const parsed = v.safeParse(list, answer.value.body);
      const found = parsed.success ? parsed.output.value : [];
      return ok(found.length === 0 ? null : parseOnlineMeeting(found[0], joinHosts));
    },
    async end(graphId, options = {}) {
      const answer = await graph({ method: "DELETE", path: pathOf(graphId), ...options });
      if (answer.ok || answer.failure.error.kind === "meeting-gone") return ok(undefined);
      return fail(answer.failure.error);
    },
  };
}

const list = v.object({ value: v.array(v.unknown()) });

type Update = OnlineMeetings["update"];

/** Nobody gets in without the organiser any more. */
async function shutMeeting(
  update: Update,
  graphId: string,
  options: CallOptions,
): Promise<Result<Shut>> {
  const whole = await update(graphId, { options: shutOptions }, options);
  const isRefused = !whole.ok && isRefusal(whole.failure.error);
  // One option that this organisation does not take must not keep the door open.
  const { lobby, callersSkipLobby } = shutOptions;
  const told = isRefused
    ? await update(graphId, { options: { lobby, callersSkipLobby } }, options)
    : whole;
  if (told.ok) return shutOut(update, told.value, options);
  const { error } = told.failure;
  const isOver = error.kind === "meeting-gone" || isRefusal(error);
  return isOver ? ok({ isShut: false }) : fail(error);
}

/** Who organises it too needs no organiser to get in. */
async function shutOut(
  update: Update,
  { graphId, options: { lobby, coOrganizers } }: OnlineMeeting,
  options: CallOptions,
): Promise<Result<Shut>> {
  if (lobby !== shutOptions.lobby) return ok({ isShut: false });
  if (coOrganizers !== "chosen") return ok({ isShut: true });
  const alone = await update(graphId, { participants: [] }, options);
  if (alone.ok) return ok({ isShut: alone.value.options.coOrganizers !== "chosen" });
  const { error } = alone.failure;
  return isRefusal(error) ? ok({ isShut: false }) : fail(error);
}

/** There is no meeting yet that could be gone: on create, 404 means the person has no Teams. */
function ofCreation({ error, mayHaveActed }: GraphFailure): GraphFailure {
  if (error.kind !== "meeting-gone") return { error, mayHaveActed };
  return { error: { kind: "not-allowed", trace: error.trace }, mayHaveActed };
}

/** UTC instants: a time without an offset would be read in a zone nobody chose. */
const timesOf = ({ startAt, endAt }: { startAt: number; endAt: number }) => ({
  startDateTime: new Date(startAt).toISOString(),
  endDateTime: new Date(endAt).toISOString(),
});

/** Our names as Graph's members; what is not asked for is not sent. */
function membersOf(options: MeetingOptions): Record<string, unknown> {
  const { lobby: scope, callersSkipLobby: isDialInBypassEnabled } = options;
  const lobby = defined({ scope, isDialInBypassEnabled });
  return {
    ...(Object.keys(lobby).length > 0 ? { lobbyBypassSettings: lobby } : {}),
    ...defined({
      allowedPresenters: options.presenters,
      allowedLobbyAdmitters: options.admitters,
      allowMeetingChat: options.chat,
      allowAttendeeToEnableMic: options.attendeesMayUnmute,
      allowAttendeeToEnableCamera: options.attendeesMayUseCamera,
      allowTeamworkReactions: options.reactions,
      allowRecording: options.recording,
      allowTranscription: options.transcription,
      recordAutomatically: options.recordAutomatically,
      isEntryExitAnnounced: options.announceEntry,
    }),
  };
}

const defined = (members: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
