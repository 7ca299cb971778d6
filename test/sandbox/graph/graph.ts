import type { Answer } from "../http/answer.ts";
import type { Call, Recognise } from "../http/call.ts";
import { isPersonal } from "../personas.ts";
import type { Caller } from "./access.ts";
import { challengeAnswer, isMet, stepUpChallenge } from "./claims-challenge.ts";
import { type GraphRefusal, refusalAnswer, refuse } from "./graph-answers.ts";
import { type GraphContext, toAnswer } from "./graph-call.ts";
import { isRefusal } from "./meeting-body.ts";
import { type Route, routes } from "./routes.ts";

export interface GraphDependencies extends GraphContext {
  readonly access: (authorization: string | undefined) => Caller | GraphRefusal;
}

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
  if (route.needs === "teams" && isPersonal(caller.persona)) return personalAccount(call);
  const refusal = refusalOf(route, caller);
  if (refusal) return refusalAnswer(call.record, refusal);
  if (lacksStepUp(route, caller)) return challengeAnswer(call.record, stepUpChallenge);
  const [, caught = ""] = route.path.exec(call.url.pathname) ?? [];
  const parameter = decode(caught);
  return toAnswer(call, route.handle(context, { call, caller, parameter }));
}

function refusalOf(route: Route, { persona, scopes }: Caller): GraphRefusal | null {
  const mayCall = route.scopes.some((scope) => scopes.has(scope));
  if (route.needs !== "mailbox") {
    const isRefused = !mayCall || (route.needs === "teams" && !persona.hasTeams);
    return isRefused ? refuse(403, "Forbidden", "") : null;
  }
  if (!mayCall) return refuse(403, "ErrorAccessDenied", "Access is denied.");
  const message = "The mailbox is either inactive, soft-deleted, or is hosted on-premise.";
  return persona.home ? refuse(404, "MailboxNotEnabledForRESTAPI", message) : null;
}

const lacksStepUp = (route: Route, { persona, presented }: Caller): boolean =>
  route.needs === "teams" && persona.needsStepUp && !isMet(stepUpChallenge, presented);

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
