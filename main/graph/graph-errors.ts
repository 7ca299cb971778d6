import * as v from "valibot";

import type { AppError, Trace } from "../contract/errors.ts";
import type { NetworkFailure } from "../network.ts";
import { mostAskedSeconds, parseRetryAfter } from "./retry-policy.ts";

const errorBody = v.object({
  error: v.looseObject({ code: v.optional(v.string(), ""), innerError: v.optional(v.unknown()) }),
});

/** Graph's own error code, or null where the body is none of Graph's. The message is never looked at. */
export function graphErrorCode(body: string): string | null {
  const parsed = v.safeParse(errorBody, parseJson(body));
  if (!parsed.success) return null;
  const { code } = parsed.output.error;
  return /^[\w.-]{1,80}$/u.test(code) ? code : null;
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const transientStatuses = new Set([408, 500, 502, 503, 504]);

/** Which answer means what. A 403 may be a licence, a role or a policy: Graph does not tell them apart. */
export function errorFromAnswer(
  trace: Trace,
  { retryAfter, isChallenge }: { retryAfter: string | null; isChallenge: boolean },
  now: number,
): AppError {
  const { status } = trace;
  if (status !== null && transientStatuses.has(status)) return { kind: "no-answer", trace };
  switch (status) {
    case 400:
      // A personal account is told "Error authenticating with resource" under this code.
      return trace.code === "AuthenticationError"
        ? { kind: "personal-account", username: null, trace }
        : { kind: "time-refused", trace };
    case 401:
      return { kind: "sign-in-again", reason: isChallenge ? "verification-needed" : null, trace };
    case 403:
      return { kind: "not-allowed", trace };
    case 404:
      return { kind: "meeting-gone", trace };
    case 429: {
      const asked = parseRetryAfter(retryAfter, now) ?? 30;
      const retryAfterSeconds = Math.min(asked, mostAskedSeconds);
      const retryAt = now + retryAfterSeconds * 1_000;
      return { kind: "throttled", retryAfterSeconds, retryAt, trace };
    }
    default:
      return { kind: "unexpected", reference: trace.clientRequestId ?? "graph", trace };
  }
}

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
    case "insecure":
    case "too-large":
      return { kind: "unexpected", reference: trace.clientRequestId ?? failure, trace };
  }
}
