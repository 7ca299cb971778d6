import type { AppError, Trace } from "../contract/errors.ts";
import type { TryOutcome } from "../graph/retry-policy.ts";
import { parseJson } from "../graph/graph-errors.ts";
import { networkErrorCode } from "./msal-network.ts";
import { refusalWords, type RefusalSigns } from "./sign-in/refusal-words.ts";

/** What of an error of MSAL's or Entra's is looked at. Never its text: that may name people. */
export interface AuthFailure extends RefusalSigns {
  readonly correlationId: string | null;
  readonly hasClaims: boolean;
}

/** Why an interactive sign-in came to nothing. `newReference` names what nobody foresaw. */
export function signInError(error: unknown, at: Date, newReference: () => string): AppError {
  const failure = readFailure(error);
  const trace = traceOf(failure, at);
  const network = networkErrorOf(failure, trace);
  // No meeting was asked for, so nothing is said of one.
  if (network?.kind === "no-answer")
    return { kind: "sign-in-refused", reason: "answer-lost", trace };
  if (network) return network;
  if (isBusy(failure)) return { kind: "sign-in-refused", reason: "busy", trace };
  const reason = refusalWords(failure) ?? (failure.hasClaims ? "verification-needed" : null);
  if (reason) return { kind: "sign-in-refused", reason, trace };
  return { kind: "unexpected", reference: newReference(), trace };
}

/**
 * Why no token could be had silently. What to do is decided on the OAuth error, the suberror and the
 * claims alone: wait, or let the person sign in; the number only chooses the sentence.
 */
export function silentError(error: unknown, at: Date, newReference: () => string): AppError {
  const failure = readFailure(error);
  const trace = traceOf(failure, at);
  const network = networkErrorOf(failure, trace);
  if (network) return network;
  if (isBusy(failure)) return { kind: "sign-in-refused", reason: "busy", trace };
  if (!asksForPerson(failure)) return { kind: "unexpected", reference: newReference(), trace };
  // Silently no code is exchanged: the general sentence about one would be wrong here.
  const words = failure.hasClaims ? "verification-needed" : refusalWords(failure);
  const reason = words === "code-exchange-failed" || words === "session-ended" ? null : words;
  return { kind: "sign-in-again", reason, trace };
}

const personCodes = new Set([
  "access_denied",
  "bad_token",
  "consent_required",
  "interaction_required",
  "invalid_client",
  "invalid_grant",
  "invalid_request",
  "invalid_resource",
  "invalid_scope",
  "login_required",
  "no_account_found",
  "no_tokens_found",
  "refresh_token_expired",
  "unauthorized_client",
]);

const asksForPerson = ({ code, hasClaims }: AuthFailure): boolean =>
  hasClaims || personCodes.has(code);

/**
 * A code that is empty, or nothing but numbers, is MSAL's own block: for 60 seconds after a 429 or 5xx
 * it answers from memory, with what error_codes the answer had in the place of the code.
 */
const isBusy = ({ code }: AuthFailure): boolean =>
  /^[\d ]*$/u.test(code) || code === "server_error" || code === "temporarily_unavailable";

/** MSAL's own, also where it could not learn the addresses of an organisation. */
const msalNetworkCodes = new Set([
  "endpoints_resolution_error",
  "network_error",
  "no_network_connectivity",
  "openid_config_error",
]);

function networkErrorOf({ code, suberror }: AuthFailure, trace: Trace): AppError | null {
  if (msalNetworkCodes.has(code)) return { kind: "no-answer", trace };
  if (code !== networkErrorCode) return null;
  switch (suberror) {
    case "aborted":
      return { kind: "cancelled" };
    case "offline":
      return { kind: "offline", trace };
    case "intercepted":
    case "redirected":
    case "insecure":
      return { kind: "intercepted", trace };
    case "not-json":
      return { kind: "captive-portal", trace };
    case "server-failed":
      return { kind: "sign-in-refused", reason: "server-failed", trace };
    default:
      return { kind: "no-answer", trace };
  }
}

/** What to decide on whether to ask the token endpoint again; null where that cannot help. */
export function tryOutcome(error: unknown, retryAfter: string | null): TryOutcome | null {
  const failure = readFailure(error);
  if (isBusy(failure)) return { kind: "status", status: 503, retryAfter };
  if (msalNetworkCodes.has(failure.code)) return { kind: "reset" };
  if (failure.code !== networkErrorCode) return null;
  switch (failure.suberror) {
    case "offline":
      return { kind: "no-connection" };
    case "timed-out":
      return { kind: "timed-out" };
    case "reset":
      return { kind: "reset" };
    case "server-failed":
      return { kind: "status", status: 500, retryAfter };
    default:
      return null;
  }
}

/** Of a code that is not good, or not any more. */
export const isSpentCode = (error: unknown): boolean =>
  refusalWords(readFailure(error)) === "code-exchange-failed";

const traceOf = ({ code, number, correlationId }: AuthFailure, at: Date): Trace => ({
  status: null,
  code: number === null ? tidy(code) : `AADSTS${number}`,
  requestId: correlationId,
  clientRequestId: null,
  attempts: 1,
  at: at.toISOString(),
});

const tidy = (code: string): string | null => (/^[\w-]{1,64}$/u.test(code) ? code : null);

/** Compares codes, never classes: MSAL warns that classes differ from package to package. */
export function readFailure(error: unknown): AuthFailure {
  const text = (name: string): string => {
    if (typeof error !== "object" || error === null) return "";
    const value: unknown = Reflect.get(error, name);
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  };
  const isMsal = typeof error === "object" && error !== null && "errorCode" in error;
  const said = /^AADSTS(\d{4,8})\b/u.exec(text("errorMessage"))?.[1];
  const number = Number(text("errorNo") || said || Number.NaN);
  const correlationId = text("correlationId");
  return {
    code: isMsal ? text("errorCode") : "not-msal",
    suberror: text("subError"),
    number: Number.isInteger(number) ? number : null,
    correlationId: /^[\w-]{1,64}$/u.test(correlationId) ? correlationId : null,
    hasClaims: text("claims") !== "",
  };
}

/** Claims Entra itself asks the next interactive sign-in to satisfy; null where it named none. */
export function claimsOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null) return null;
  const claims: unknown = Reflect.get(error, "claims");
  if (typeof claims !== "string") return null;
  // MSAL takes nothing else, and would refuse every later sign-in of this account.
  const parsed = parseJson(claims);
  return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? claims : null;
}

/** The same for what Entra posted to the redirect URI. */
export function redirectFailure(error: string, description: string): Record<string, string> {
  const said = /AADSTS(\d{4,8})\b/u.exec(description)?.[1];
  const correlationId = /Correlation ID: ([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\b/iu.exec(
    description,
  )?.[1];
  return { errorCode: error, errorNo: said ?? "", correlationId: correlationId ?? "" };
}

/** Nobody but the person can get a token, and Microsoft did not say why. */
export const signInAgain: AppError = { kind: "sign-in-again", reason: null, trace: null };
