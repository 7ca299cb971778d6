import { emptyAnswer } from "../http/answer.ts";
import { badRequest, idHeaders, notFound } from "./graph-answers.ts";
import {
  type GraphCall,
  type GraphContext,
  type GraphHandler,
  meetingAnswer,
} from "./graph-call.ts";
import { isRefusal, presentersProblem, readBody, timesOf } from "./meeting-body.ts";
import { updateSchema } from "./meeting-schema.ts";

function findOwn({ meetings }: GraphContext, { caller, parameter }: GraphCall) {
  const meeting = meetings.get(parameter);
  return meeting?.oid === caller.persona.oid ? meeting : null;
}

export const getMeeting: GraphHandler = (context, graphCall) => {
  const meeting = findOwn(context, graphCall);
  return meeting ? meetingAnswer(context, graphCall, 200, meeting) : notFound();
};

export const updateMeeting: GraphHandler = (context, graphCall) => {
  const { call } = graphCall;
  const meeting = findOwn(context, graphCall);
  if (!meeting) return notFound();
  const body = readBody(updateSchema, call.headers["content-type"], call.body);
  if (isRefusal(body)) return body;
  if ((body.startDateTime === undefined) !== (body.endDateTime === undefined))
    return badRequest("A change of time needs both start and end.");
  const times = timesOf({ ...meeting.properties, ...body }, context.now());
  if (isRefusal(times)) return times;
  const { lobbyBypassSettings: lobby } = meeting.properties;
  const properties = {
    ...meeting.properties,
    ...body,
    ...times,
    lobbyBypassSettings: { ...lobby, ...body.lobbyBypassSettings },
  };
  const isAboutPresenters = body.allowedPresenters ?? body.participants;
  const wrong = presentersProblem(properties, graphCall.caller.persona.username);
  if (isAboutPresenters !== undefined && wrong !== null) return badRequest(wrong);
  const changed = context.meetings.update(meeting.id, context.policy.apply(properties));
  return changed ? meetingAnswer(context, graphCall, 200, changed) : notFound();
};

export const deleteMeeting: GraphHandler = (context, graphCall) => {
  const meeting = findOwn(context, graphCall);
  if (!meeting) return notFound();
  const { record } = graphCall.call;
  record.meetingId = meeting.id;
  record.externalId = meeting.externalId;
  context.meetings.remove(meeting.id);
  return emptyAnswer(204, idHeaders(record));
};
