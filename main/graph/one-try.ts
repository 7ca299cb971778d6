import type { AppError, Trace } from "../contract/errors.ts";
import type { NetworkAnswer, NetworkFailure, NetworkResult } from "../network.ts";
import type { GraphAnswer, GraphCall, GraphDependencies, GraphResult } from "./client.ts";
import { readClaimsChallenge } from "./claims-challenge.ts";
import { errorFromAnswer, errorFromFailure, graphErrorCode, parseJson } from "./graph-errors.ts";
import type { TryOutcome } from "./retry-policy.ts";

export interface Try {
  /** What to decide a retry on; null where trying again cannot help. */
  readonly outcome: TryOutcome | null;
  readonly result: GraphResult;
  readonly unauthorised: boolean;
  /** What Graph wants a token to satisfy before it answers, as JSON. */
  readonly claims: string | null;
}

/** Which token to send: the one at hand, a fresh one, or one that satisfies a challenge. */
export interface TokenWish {
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
  return isBareSuccess(result.answer, call)
    ? answered({ status: result.answer.status, body: undefined, trace })
    : readAnswer(result.answer, trace, clock.now());
}

/** Nothing was asked. */
export const withoutToken = (error: AppError): Try => refused(error, false, null);

function readFailure(result: NetworkResult & { ok: false }, trace: Trace): Try {
  const error = errorFromFailure(result.failure, trace);
  return refused(error, result.mayHaveArrived, outcomeOf(result.failure));
}

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
    return refused({ kind: "captive-portal", trace }, false, null);
  }
  const retryAfter = headers.get("retry-after");
  const claims = status === 401 ? readClaimsChallenge(headers.get("www-authenticate")) : null;
  return {
    outcome: { kind: "status", status, retryAfter },
    result: {
      ok: false,
      failure: {
        error: errorFromAnswer(trace, { retryAfter, isChallenge: claims !== null }, now),
        // Below 500 Graph says no before it does anything; a 5xx may come after the work was done.
        mayHaveActed: status >= 500 || status === 408,
      },
    },
    unauthorised: status === 401,
    claims,
  };
}

const answered = (value: GraphAnswer): Try => ({
  outcome: null,
  result: { ok: true, value },
  unauthorised: false,
  claims: null,
});

const refused = (error: AppError, mayHaveActed: boolean, outcome: TryOutcome | null): Try => ({
  outcome,
  result: { ok: false, failure: { error, mayHaveActed } },
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
    code: answer ? graphErrorCode(answer.body) : null,
    requestId: requestId !== null && /^[\w-]{1,64}$/u.test(requestId) ? requestId : null,
    clientRequestId,
    attempts,
    at: new Date(now).toISOString(),
  };
}
