import * as v from "valibot";

import type { AppError, Trace } from "../contract/errors.ts";
import type { NetworkFailure } from "../base/network.ts";
import { mostAskedSeconds, parseRetryAfter } from "./retry-policy.ts";

const errorBody = v.object({ error: v.looseObject({ code: v.optional(v.string(), "") }) });
const innerError = v.looseObject({ code: v.optional(v.string(), "") });

/**
 * Graph's own error codes, the outermost first; none where the body is none of Graph's. The message is never
 * looked at.
 */
export function graphErrorCodes(body: string): readonly string[] {
  const parsed = v.safeParse(errorBody, parseJson(body));
  const codes: string[] = [];
  let next: unknown = parsed.success ? parsed.output.error : undefined;
  for (let depth = 0; depth < 5; depth += 1) {
    const one = v.safeParse(innerError, next);
    if (!one.success) break;
    codes.push(one.output.code);
    // Graph's documentation spells it both ways.
    next = one.output["innerError"] ?? one.output["innererror"];
  }
  return codes.filter((code) => /^[\w.-]{1,80}$/u.test(code));
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export interface Refusal {
  readonly retryAfter: string | null;
  readonly isChallenge: boolean;
  /** As `graphErrorCodes` finds them. */
  readonly codes: readonly string[];
}

/** Which answer means what. A 403 may be a licence, a role or a policy: Graph does not tell them apart. */
export function errorFromAnswer(trace: Trace, refusal: Refusal, now: number): AppError {
  const { status } = trace;
  const asked = parseRetryAfter(refusal.retryAfter, now);
  if (status === 429 || (status !== null && status >= 500 && asked !== null))
    return throttledUntil(
      now + Math.min(asked ?? usualSeconds, mostAskedSeconds) * 1_000,
      now,
      trace,
    );
  if (status !== null && (status >= 500 || status === 408)) return { kind: "no-answer", trace };
  switch (status) {
    case 400:
      return errorFromBadRequest(trace, refusal.codes);
    case 401: {
      const reason = refusal.isChallenge ? "verification-needed" : null;
      return { kind: "sign-in-again", reason, trace };
    }
    case 403:
      return { kind: "not-allowed", trace };
    case 404:
    case 410:
      return { kind: "meeting-gone", trace };
    case 409:
    case 412:
    case 423:
      return { kind: "conflict", trace };
    case 413:
      return { kind: "request-too-large", trace };
    case 405:
    case 406:
    case 411:
    case 415:
    case 416:
    case 422:
      return { kind: "request-refused", trace };
    default:
      return { kind: "unexpected", reference: trace.clientRequestId ?? "graph", trace };
  }
}

/** Where Microsoft says that it is busy, and not for how long. */
const usualSeconds = 30;

export const throttledUntil = (retryAt: number, now: number, trace: Trace | null): AppError => ({
  kind: "throttled",
  // Whole ones, upwards: nobody is told to come back too early.
  retryAfterSeconds: Math.max(0, Math.ceil((retryAt - now) / 1_000)),
  retryAt,
  trace,
});

/** A personal account is told "Error authenticating with resource" under this code. */
function errorFromBadRequest(trace: Trace, codes: readonly string[]): AppError {
  if (codes[0] === "AuthenticationError")
    return { kind: "personal-account", username: null, trace };
  return { kind: codes.some(isAboutTimes) ? "time-refused" : "request-refused", trace };
}

/**
 * Exchange's codes, which Outlook hands on, and those of the same making.
 * @see https://learn.microsoft.com/exchange/client-developer/web-service-reference/responsecode
 */
const isAboutTimes = (code: string): boolean =>
  /DateTime|(?:Start|End)(?:Date|Time)|DateRange|TimeRange|TimeZone|Duration|Occurrence|Recurrence|CalendarOutOfRange/u.test(
    code,
  );

/** Graph documents one thing that no meeting may do: to end before it starts. Then the times were it. */
export const withTimes = (
  error: AppError,
  { startAt, endAt }: { readonly startAt: number; readonly endAt: number },
): AppError =>
  error.kind === "request-refused" && error.trace?.status === 400 && endAt < startAt
    ? { kind: "time-refused", trace: error.trace }
    : error;

/** A no that stays a no, however often the same is asked. */
export const isRefusal = ({ kind }: AppError): boolean =>
  kind === "not-allowed" ||
  kind === "time-refused" ||
  kind === "request-refused" ||
  kind === "request-too-large";

/** Of what was answered, but is not what was asked for. */
export const unreadable = (trace: Trace): AppError => ({ kind: "answer-unreadable", trace });

export function errorFromFailure(failure: NetworkFailure, trace: Trace): AppError {
  switch (failure) {
    case "aborted":
      return { kind: "cancelled" };
    case "offline":
      return { kind: "offline", trace };
    case "intercepted":
    case "redirected":
      return { kind: "intercepted", trace };
    case "reset":
    case "timed-out":
      return { kind: "no-answer", trace };
    case "too-large":
      return unreadable(trace);
    case "insecure":
      return { kind: "unexpected", reference: trace.clientRequestId ?? failure, trace };
  }
}
