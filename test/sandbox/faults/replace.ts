import { type Answer, emptyAnswer, jsonAnswer } from "../http/answer.ts";
import type { Call } from "../http/call.ts";
import { operations } from "../http/operations.ts";
import {
  type Challenge,
  challengeAnswer,
  isMetBy,
  stepUpChallenge,
} from "../graph/claims-challenge.ts";
import { refusalAnswer, refuse } from "../graph/graph-answers.ts";
import { errorContext } from "../identity/token-endpoint.ts";
import {
  describe,
  type ErrorParameters,
  errorParameters,
  refuseToken,
  tokenError,
} from "../identity/entra-errors.ts";
import { escapeHtml } from "../../../main/base/escape-html.ts";
import type { Effect, Replacement } from "./fault.ts";

export interface ReplaceContext {
  /** Another host of the sample organisation. */
  readonly elsewhereUrl: string;
  readonly now: () => number;
  /** Ends a sign-in with a refusal instead of the person's choice. */
  readonly refuseChoice: (call: Call, refusal: ErrorParameters) => Promise<Answer>;
}

type ChallengeFault = Extract<Replacement, { kind: "claims-challenge" }>;
type OAuthErrorFault = Extract<Replacement, { kind: "oauth-error" }>;
type StatusFault = Extract<Replacement, { kind: "status" }>;

/** The answer that a fault gives in place of the true one. */
export async function replacedAnswer(
  fault: Replacement,
  call: Call,
  context: ReplaceContext,
): Promise<Answer> {
  switch (fault.kind) {
    case "status":
      return statusAnswer(fault, call, context.now());
    case "html":
      return captivePortal(call);
    case "redirect":
      return emptyAnswer(307, { location: fault.to ?? `${context.elsewhereUrl}/elsewhere` });
    case "huge-body":
      return jsonAnswer(200, { subject: "x".repeat(fault.bytes) });
    case "entra-error": {
      const { operation } = call.record;
      const about = errorContext(call, context.now());
      if (operation === "chooseAccount")
        return context.refuseChoice(call, errorParameters(fault.aadsts, about));
      const isTokenCall = operation === "refreshTokens" || operation === "pollDeviceCode";
      return tokenError(fault.aadsts, isTokenCall ? operation : "redeemCode", about);
    }
    case "claims-challenge":
      return challengeAnswer(call.record, challengeOf(fault));
    case "oauth-error":
      return oauthError(fault, call, context);
    case "empty-object":
      return jsonAnswer(fault.status, {});
  }
}

async function oauthError(
  fault: OAuthErrorFault,
  call: Call,
  { now, refuseChoice }: ReplaceContext,
): Promise<Answer> {
  const { error, description: says, retryAfter } = fault;
  const about = errorContext(call, now());
  if (call.record.operation === "chooseAccount")
    return refuseChoice(call, { error, error_description: describe(says, about) });
  const answer = refuseToken({ ...fault, says }, about);
  if (retryAfter === undefined) return answer;
  const headers = { ...answer.headers, "retry-after": retryAfterText(retryAfter, now()) };
  return { ...answer, headers };
}

/** The time is the one of Microsoft's own example. */
const challengeOf = ({ claim, value }: ChallengeFault): Challenge => ({
  claim,
  value: value ?? (claim === "acrs" ? stepUpChallenge.value : "1604106651"),
});

/** Whether the call is one that the fault has nothing against. */
export const isLetThrough = (fault: Effect, call: Call): boolean =>
  fault.kind === "claims-challenge" && isMetBy(challengeOf(fault), call);

function statusAnswer(fault: StatusFault, call: Call, now: number): Answer {
  const { status, retryAfter } = fault;
  const headers = {
    ...(retryAfter === undefined ? {} : { "retry-after": retryAfterText(retryAfter, now) }),
    ...fault.headers,
  };
  if (operations[call.record.operation] === "graph") {
    const code = fault.code ?? graphCodes[status] ?? "UnknownError";
    const message = status === 403 ? "" : "The sample organisation was told to answer this.";
    return refusalAnswer(call.record, refuse(status, code, message), headers);
  }
  // No AADSTS number: this is what stands in front of Microsoft Entra speaking.
  const busy = { error: "temporarily_unavailable", error_description: "Try again later." };
  return jsonAnswer(status, busy, headers);
}

const graphCodes: Readonly<Record<number, string>> = {
  400: "BadRequest",
  401: "InvalidAuthenticationToken",
  403: "Forbidden",
  404: "NotFound",
  405: "MethodNotAllowed",
  409: "Conflict",
  412: "PreconditionFailed",
  413: "RequestEntityTooLarge",
  422: "UnprocessableEntity",
  423: "ResourceLocked",
  429: "TooManyRequests",
  500: "InternalServerError",
  502: "BadGateway",
  503: "ServiceUnavailable",
  504: "GatewayTimeout",
};

const retryAfterText = (after: NonNullable<StatusFault["retryAfter"]>, now: number): string =>
  typeof after === "string" ? after : new Date(now + after.dateInSeconds * 1_000).toUTCString();

/** What a hotel's network sends in Graph's place. */
const captivePortal = ({ url }: Call): Answer => ({
  status: 200,
  headers: { "content-type": "text/html; charset=utf-8" },
  body: `<!doctype html><title>Welcome</title><p>Log in to use the network. You wanted ${escapeHtml(url.pathname)}.</p>`,
});
