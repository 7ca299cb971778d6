import { badRequest } from "./graph-answers.ts";
import { type GraphHandler, meetingAnswer } from "./graph-call.ts";
import { isRefusal, presentersProblem, readBody, timesOf } from "./meeting-body.ts";
import { createSchema } from "./meeting-schema.ts";

/** The plain create, which makes another meeting each time it is called. The app does not use it; its peers do. */
export const createMeeting: GraphHandler = (context, graphCall) => {
  const { call, caller } = graphCall;
  const body = readBody(createSchema, call.headers["content-type"], call.body);
  if (isRefusal(body)) return body;
  const times = timesOf(body, context.now());
  if (isRefusal(times)) return times;
  const wrong = presentersProblem(body, caller.persona.username);
  if (wrong !== null) return badRequest(wrong);
  const properties = context.policy.apply({ ...body, ...times });
  const made = context.meetings.create(caller.persona, null, properties);
  return meetingAnswer(context, graphCall, 201, made);
};
