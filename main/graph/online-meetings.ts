import * as v from "valibot";

import { type AppError, fail, ok, type Result } from "../contract/errors.ts";
import type { Graph, GraphCall, GraphFailure } from "./client.ts";

/** What Graph said about a meeting, checked and cut to size. Text, never HTML. */
export interface OnlineMeeting {
  readonly graphId: string;
  readonly subject: string | null;
  /** Epoch milliseconds, null where Graph gave none. */
  readonly startAt: number | null;
  readonly endAt: number | null;
  readonly joinUrl: string;
  readonly meetingId: string | null;
  readonly passcode: string | null;
}

export interface MeetingRequest {
  readonly externalId: string;
  readonly subject: string;
  /** Epoch milliseconds. */
  readonly startAt: number;
  readonly endAt: number;
}

export type MeetingResult =
  | { readonly ok: true; readonly value: OnlineMeeting }
  | { readonly ok: false; readonly failure: GraphFailure };

type CallOptions = Pick<GraphCall, "signal" | "onWait" | "language">;

export interface OnlineMeetings {
  /**
   * Makes the meeting, or answers the one this `externalId` already made.
   * @see https://learn.microsoft.com/graph/api/onlinemeeting-createorget
   */
  createOrGet(request: MeetingRequest, options: CallOptions): Promise<MeetingResult>;
  /** Gone already counts as done. */
  end(graphId: string, options?: CallOptions): Promise<Result<undefined>>;
}

export interface OnlineMeetingsDependencies {
  readonly graph: Graph;
  /** The only hosts a join link may name. */
  readonly joinHosts: readonly string[];
}

export function createOnlineMeetings({
  graph,
  joinHosts,
}: OnlineMeetingsDependencies): OnlineMeetings {
  return {
    async createOrGet({ externalId, subject, startAt, endAt }, options) {
      const answer = await graph({
        method: "POST",
        path: "/me/onlineMeetings/createOrGet",
        body: {
          externalId,
          subject,
          startDateTime: new Date(startAt).toISOString(),
          endDateTime: new Date(endAt).toISOString(),
        },
        ...options,
      });
      if (!answer.ok) return { ok: false, failure: ofCreation(answer.failure) };
      const meeting = parseOnlineMeeting(answer.value.body, joinHosts);
      if (meeting) return { ok: true, value: meeting };
      const { trace } = answer.value;
      const error: AppError = { kind: "unexpected", reference: trace.clientRequestId ?? "", trace };
      return { ok: false, failure: { error, mayHaveActed: true } };
    },
    async end(graphId, options = {}) {
      const path = `/me/onlineMeetings/${encodeURIComponent(graphId)}`;
      const answer = await graph({ method: "DELETE", path, ...options });
      if (answer.ok || answer.failure.error.kind === "meeting-gone") return ok(undefined);
      return fail(answer.failure.error);
    },
  };
}

/** There is no meeting yet that could be gone: on create, 404 means the person has no Teams. */
function ofCreation({ error, mayHaveActed }: GraphFailure): GraphFailure {
  if (error.kind !== "meeting-gone") return { error, mayHaveActed };
  return { error: { kind: "not-allowed", trace: error.trace }, mayHaveActed };
}

const optionalText = (length: number) =>
  v.fallback(v.nullable(v.pipe(v.string(), v.maxLength(length))), null);

const onlineMeeting = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(2_000)),
  joinWebUrl: v.pipe(v.string(), v.maxLength(4_096)),
  subject: optionalText(1_000),
  startDateTime: optionalText(64),
  endDateTime: optionalText(64),
  joinMeetingIdSettings: v.fallback(
    v.nullable(v.object({ joinMeetingId: optionalText(64), passcode: optionalText(64) })),
    null,
  ),
});

/** Null where the answer has no usable join link: a link to another host is not one. */
export function parseOnlineMeeting(
  body: unknown,
  joinHosts: readonly string[],
): OnlineMeeting | null {
  const parsed = v.safeParse(onlineMeeting, body);
  if (!parsed.success) return null;
  const { id, joinWebUrl, joinMeetingIdSettings, ...meeting } = parsed.output;
  if (!isJoinUrl(joinWebUrl, joinHosts)) return null;
  return {
    graphId: id,
    joinUrl: joinWebUrl,
    subject: meeting.subject,
    startAt: parseInstant(meeting.startDateTime),
    endAt: parseInstant(meeting.endDateTime),
    meetingId: joinMeetingIdSettings?.joinMeetingId ?? null,
    passcode: joinMeetingIdSettings?.passcode ?? null,
  };
}

/** The path is not looked at: Microsoft says its form may change. */
export function isJoinUrl(text: string, joinHosts: readonly string[]): boolean {
  if (!URL.canParse(text) || /[\s\p{Cc}\p{Cf}]/u.test(text)) return false;
  const { protocol, hostname, port, username, password } = new URL(text);
  const isPlain = port === "" && username === "" && password === "";
  return protocol === "https:" && isPlain && joinHosts.includes(hostname);
}

function parseInstant(text: string | null): number | null {
  const at = Date.parse(text ?? "");
  return Number.isNaN(at) ? null : at;
}
