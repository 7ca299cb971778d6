import { type GraphHandler, meetingAnswer } from "./graph-call.ts";
import { isRefusal, readBody, timesOf } from "./meeting-body.ts";
import { createOrGetSchema } from "./meeting-schema.ts";

/** One meeting per tenant, person and external id. An existing one comes back as it is, whatever was asked. */
export const createOrGet: GraphHandler = (context, graphCall) => {
  const { call, caller } = graphCall;
  const body = readBody(createOrGetSchema, call.headers["content-type"], call.body);
  if (isRefusal(body)) return body;
  const { externalId, startDateTime, endDateTime, ...properties } = body;
  call.record.externalId = externalId;
  const existing = context.meetings.getByExternalId(caller.persona, externalId);
  const times = timesOf({ startDateTime, endDateTime }, context.now());
  if (isRefusal(times)) return times;
  if (existing) return meetingAnswer(context, graphCall, 200, existing);
  const made = context.meetings.create(caller.persona, externalId, { ...properties, ...times });
  return meetingAnswer(context, graphCall, 201, made);
};
