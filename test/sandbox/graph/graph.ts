import type { Answer } from "../http/answer.ts";
import type { Call, Recognise } from "../http/call.ts";
import type { Operation } from "../http/operations.ts";
import { isPersonal } from "../personas.ts";
import type { Caller } from "./access.ts";
import { challengeAnswer, isMet, stepUpChallenge } from "./claims-challenge.ts";
import { createMeeting } from "./create-meeting.ts";
import { createOrGet } from "./create-or-get.ts";
import { findMeetings } from "./find-meetings.ts";
import { type GraphRefusal, refusalAnswer, refuse } from "./graph-answers.ts";
import { type GraphContext, type GraphHandler, toAnswer } from "./graph-call.ts";
import { getMe } from "./me.ts";
import { isRefusal } from "./meeting-body.ts";
import { deleteMeeting, getMeeting, updateMeeting } from "./one-meeting.ts";

export interface GraphDependencies extends GraphContext {
  readonly access: (authorization: string | undefined) => Caller | GraphRefusal;
}

interface Route {
  readonly method: string;
  readonly path: RegExp;
  readonly operation: Operation;
  /** One of these permissions is enough. */
  readonly scopes: readonly string[];
  readonly needsTeams: boolean;
  readonly handle: GraphHandler;
}

const reads = { scopes: ["OnlineMeetings.Read", "OnlineMeetings.ReadWrite"], needsTeams: true };
const writes = { scopes: ["OnlineMeetings.ReadWrite"], needsTeams: true };
const all = /^\/v1\.0\/me\/onlineMeetings$/u;
const byAction = /^\/v1\.0\/me\/onlineMeetings\/createOrGet$/u;
const byId = /^\/v1\.0\/me\/onlineMeetings\/([^/]+)$/u;

const routes: readonly Route[] = [
  {
    method: "GET",
    path: /^\/v1\.0\/me$/u,
    operation: "getMe",
    scopes: ["User.Read"],
    needsTeams: false,
    handle: getMe,
  },
  { method: "POST", path: byAction, operation: "createOrGet", ...writes, handle: createOrGet },
  { method: "POST", path: all, operation: "createMeeting", ...writes, handle: createMeeting },
  { method: "GET", path: all, operation: "findMeetings", ...reads, handle: findMeetings },
  { method: "GET", path: byId, operation: "getMeeting", ...reads, handle: getMeeting },
  { method: "PATCH", path: byId, operation: "updateMeeting", ...writes, handle: updateMeeting },
  { method: "DELETE", path: byId, operation: "deleteMeeting", ...writes, handle: deleteMeeting },
];

/** The sample organisation's Microsoft Graph, as strict as the documentation of each call. */
export function createGraphEmulator({ access, ...context }: GraphDependencies): Recognise {
  return ({ method, url }) => {
    if (!/^\/(v1\.0|beta)(\/|$)/u.test(url.pathname)) return null;
    const route = routes.find(
      ({ path, ...each }) => each.method === method && path.test(url.pathname),
    );
    return {
      operation: route?.operation ?? "unknown",
      answer: (call) => respond(context, access(call.headers.authorization), route, call),
    };
  };
}

function respond(
  context: GraphContext,
  caller: Caller | GraphRefusal,
  route: Route | undefined,
  call: Call,
): Answer {
  if (isRefusal(caller))
    return refusalAnswer(call.record, caller, {
      "www-authenticate": `Bearer realm="", authorization_uri="${context.baseUrl}/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"`,
    });
  if (!route)
    return refusalAnswer(
      call.record,
      refuse(404, "ResourceNotFound", "There is no such resource."),
    );
  if (route.needsTeams && isPersonal(caller.persona)) return personalAccount(call);
  if (!route.scopes.some((scope) => caller.scopes.has(scope)) || lacksTeams(route, caller))
    return refusalAnswer(call.record, refuse(403, "Forbidden", ""));
  if (lacksStepUp(route, caller)) return challengeAnswer(call.record, stepUpChallenge);
  const [, caught = ""] = route.path.exec(call.url.pathname) ?? [];
  const parameter = decode(caught);
  return toAnswer(call, route.handle(context, { call, caller, parameter }));
}

const lacksTeams = (route: Route, { persona }: Caller): boolean =>
  route.needsTeams && !persona.hasTeams;

const lacksStepUp = (route: Route, { persona, presented }: Caller): boolean =>
  route.needsTeams && persona.needsStepUp && !isMet(stepUpChallenge, presented);

/** @see https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/13612 */
const personalAccount = ({ record }: Call): Answer =>
  refusalAnswer(record, refuse(400, "AuthenticationError", "Error authenticating with resource"));

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
