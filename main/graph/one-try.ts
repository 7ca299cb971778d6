import type { AppError, Trace } from "../contract/errors.ts";
import type { NetworkAnswer, NetworkFailure, NetworkResult } from "../base/network.ts";
import type { GraphAnswer, GraphCall, GraphDependencies, GraphResult } from "./client.ts";
import { readClaimsChallenge } from "./claims-challenge.ts";
import {
  errorFromAnswer,
  errorFromFailure,
  graphErrorCodes,
  parseJson,
  unreadable,
} from "./graph-errors.ts";
import type { TryOutcome } from "./retry-policy.ts";

export interface Try {
  /** What to decide a retry on; null where trying again cannot help. */
  readonly outcome: TryOutcome | null;
  readonly result: GraphResult;
  /** Said to end it, but perhaps after the work was done. */
  readonly isDoubtful: boolean;
  readonly unauthorised: boolean;
  /** What Graph wants a token to satisfy before it answers, as JSON. */
  readonly claims: string | null;
}

/** Which token to send: the one at hand, a fresh one, or one that satisfies a challenge. */
export interface TokenDemand extends Pick<GraphCall, "signal" | "onWait"> {
  readonly forceRefresh: boolean;
  readonly claims: string | null;
}

/** One request with one token: what came back, and whether the service may have acted on it. */
export async function tryOnce(
  { baseUrl, network, clock, newId }: GraphDependencies,
  call: GraphCall,
  attempts: number,
  token: string,
): Promise<Try> {
  const clientRequestId = newId();
  const result = await network({
    method: call.method,
    url: baseUrl + call.path,
    headers: {
      accept: "application/json",
      authorization: `Bearer ${token}`,
      "client-request-id": clientRequestId,
      ...(call.body === undefined ? {} : { "content-type": "application/json" }),
      ...(call.language === undefined ? {} : { "accept-language": call.language }),
      ...(call.prefer === undefined ? {} : { prefer: call.prefer }),
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    ...(call.signal === undefined ? {} : { signal: call.signal }),
  });
  const trace = traceOf(result, clientRequestId, attempts, clock.now());
  if (!result.ok) return readFailure(result, trace);
  if (isBareSuccess(result.answer, call))
    return answered({ status: result.answer.status, body: undefined, trace });
  const read = readAnswer(result.answer, trace, clock.now());
  const isMade = !read.result.ok || (call.isMade?.(read.result.value.body) ?? true);
  return isMade ? read : misread(unreadable(trace));
}

/** Nothing was asked. */
export const withoutToken = (error: AppError): Try => refused(error, false, null);

function readFailure(result: NetworkResult & { ok: false }, trace: Trace): Try {
  const error = errorFromFailure(result.failure, trace);
  if (result.failure === "too-large") return misread(error);
  // Graph sends nobody elsewhere: whoever did has most likely kept the request.
  if (result.failure === "redirected")
    return { ...refused(error, false, { kind: "unreadable" }), isDoubtful: true };
  return refused(error, result.mayHaveArrived, outcomeOf(result.failure));
}

const misread = (error: AppError): Try => ({
  ...refused(error, true, { kind: "unreadable" }),
  isDoubtful: true,
});

function outcomeOf(failure: NetworkFailure): TryOutcome | null {
  if (failure === "offline") return { kind: "no-connection" };
  if (failure === "timed-out") return { kind: "timed-out" };
  return failure === "reset" ? { kind: "reset" } : null;
}

/** Only where nothing is expected is an empty 202 Graph speaking: anybody can answer nothing. */
const isBareSuccess = ({ status, headers, body }: NetworkAnswer, { expects }: GraphCall): boolean =>
  status === 204 ||
  (status === 202 && expects === "nothing" && body === "" && !headers.has("content-type"));

function readAnswer({ status, headers, body }: NetworkAnswer, trace: Trace, now: number): Try {
  const isJson = /^application\/(?:[\w.+-]+\+)?json\b/iu.test(headers.get("content-type") ?? "");
  const parsed = isJson ? parseJson(body) : undefined;
  if (status >= 200 && status < 300) {
    if (parsed !== undefined) return answered({ status, body: parsed, trace });
    // JSON that breaks off is a lost connection; anything else is not Graph speaking.
    if (isJson) return refused({ kind: "no-answer", trace }, true, { kind: "reset" });
    return misread({ kind: "captive-portal", trace });
  }
  const retryAfter = headers.get("retry-after");
  const claims = status === 401 ? readClaimsChallenge(headers.get("www-authenticate")) : null;
  const refusal = { retryAfter, isChallenge: claims !== null, codes: graphErrorCodes(body) };
  return {
    outcome: { kind: "status", status, retryAfter },
    result: {
      ok: false,
      failure: {
        error: errorFromAnswer(trace, refusal, now),
        // Of the others Graph says that it says no first; a conflict is with what is there already.
        mayHaveActed: status >= 500 || status === 408 || status === 409,
      },
    },
    isDoubtful: status < 500 && !believed.has(status),
    unauthorised: status === 401,
    claims,
  };
}

/** These are about who asks, and when: nothing else was looked at. */
const believed = new Set([401, 408, 429]);

const answered = (value: GraphAnswer): Try => ({
  outcome: null,
  result: { ok: true, value },
  isDoubtful: false,
  unauthorised: false,
  claims: null,
});

const refused = (error: AppError, mayHaveActed: boolean, outcome: TryOutcome | null): Try => ({
  outcome,
  result: { ok: false, failure: { error, mayHaveActed } },
  isDoubtful: false,
  unauthorised: false,
  claims: null,
});

function traceOf(
  result: NetworkResult,
  clientRequestId: string,
  attempts: number,
  now: number,
): Trace {
  const answer = result.ok ? result.answer : null;
  const requestId = answer?.headers.get("request-id") ?? null;
  return {
    status: answer?.status ?? null,
    code: answer ? (graphErrorCodes(answer.body)[0] ?? null) : null,
    requestId: requestId !== null && /^[\w-]{1,64}$/u.test(requestId) ? requestId : null,
    clientRequestId,
    attempts,
    at: new Date(now).toISOString(),
  };
}
