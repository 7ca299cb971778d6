import type { Answer } from "../http/answer.ts";
import type { Call } from "../http/call.ts";
import type { Caller } from "./access.ts";
import type { Events } from "./calendar/events.ts";
import type { GraphRefusal } from "./graph-answers.ts";
import { graphAnswer, refusalAnswer } from "./graph-answers.ts";
import { isRefusal } from "./meeting-body.ts";
import type { MeetingPolicy } from "./meeting-policy.ts";
import { meetingView } from "./meeting-view.ts";
import type { Meetings, StoredMeeting } from "./meetings.ts";
import { pickLanguage } from "./join-information.ts";

export interface GraphContext {
  readonly baseUrl: string;
  readonly meetings: Meetings;
  readonly events: Events;
  readonly policy: MeetingPolicy;
  readonly now: () => number;
}

/** A call whose token was good, as the files for each resource see it. */
export interface GraphCall {
  readonly call: Call;
  readonly caller: Caller;
  /** What the pattern of the address caught, decoded. */
  readonly parameter: string;
}

export type GraphHandler = (context: GraphContext, call: GraphCall) => Answer | GraphRefusal;

export const view = (context: GraphContext, { call }: GraphCall, meeting: StoredMeeting) =>
  meetingView(meeting, {
    baseUrl: context.baseUrl,
    language: pickLanguage(call.headers["accept-language"]),
    showsNewMembers: /include-unknown-enum-members/iu.test(String(call.headers["prefer"] ?? "")),
    footerBytes: context.policy.footerBytes(),
  });

/** Answers with one meeting, and notes in the request log which. */
export function meetingAnswer(
  context: GraphContext,
  graphCall: GraphCall,
  status: number,
  meeting: StoredMeeting,
): Answer {
  const { call, caller } = graphCall;
  call.record.meetingId = meeting.id;
  call.record.externalId = meeting.externalId;
  const metadata = `${context.baseUrl}/v1.0/$metadata#users('${caller.persona.oid}')/onlineMeetings/$entity`;
  const body = { "@odata.context": metadata, ...view(context, graphCall, meeting) };
  return graphAnswer(call.record, status, body, {
    "content-language": pickLanguage(call.headers["accept-language"]),
  });
}

export const toAnswer = (call: Call, result: Answer | GraphRefusal): Answer =>
  isRefusal(result) ? refusalAnswer(call.record, result) : result;
