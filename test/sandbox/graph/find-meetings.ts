import { badRequest, graphAnswer } from "./graph-answers.ts";
import { type GraphHandler, view } from "./graph-call.ts";
import type { StoredMeeting } from "./meetings.ts";

/** There is no list of all meetings: Graph wants one of two filters. */
export const findMeetings: GraphHandler = (context, graphCall) => {
  const { call, caller } = graphCall;
  const accepts = readFilter(call.url.searchParams.get("$filter"));
  if (!accepts) return badRequest("A filter on JoinWebUrl or joinMeetingId is needed.");
  const found = context.meetings.find(
    (meeting) => meeting.oid === caller.persona.oid && accepts(meeting),
  );
  if (found) call.record.meetingId = found.id;
  return graphAnswer(call.record, 200, {
    "@odata.context": `${context.baseUrl}/v1.0/$metadata#users('${caller.persona.oid}')/onlineMeetings`,
    value: found ? [view(context, graphCall, found)] : [],
  });
};

function readFilter(filter: string | null): ((meeting: StoredMeeting) => boolean) | null {
  const [, member = "", literal = ""] =
    /^\s*(joinWebUrl|joinMeetingIdSettings\/joinMeetingId)\s+eq\s+'((?:[^']|'')*)'\s*$/iu.exec(
      filter ?? "",
    ) ?? [];
  const value = literal.replaceAll("''", "'");
  if (member === "") return null;
  if (member.toLowerCase() !== "joinweburl") return ({ joinMeetingId }) => joinMeetingId === value;
  return ({ joinWebUrl }) => joinWebUrl === value || encodeURIComponent(joinWebUrl) === value;
}
