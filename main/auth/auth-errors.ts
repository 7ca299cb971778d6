import type { AppError, SignInRefusal, Trace } from "../contract/errors.ts";
import { networkErrorCode } from "./msal-network.ts";

/** What of an error of MSAL's or Entra's is looked at. Never its text: that may name people. */
export interface AuthFailure {
  /** OAuth's error, or MSAL's own code. */
  readonly code: string;
  readonly suberror: string;
  /** The AADSTS number, or null. */
  readonly number: number | null;
  readonly correlationId: string | null;
  readonly hasClaims: boolean;
}

/** Entra's numbers only choose the sentence. @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const numbers: Readonly<Record<SignInRefusal, readonly number[]>> = {
  "account-disabled": [50057],
  "account-locked": [50053],
  "account-not-in-organisation": [16000, 50020, 50034, 51004, 90072],
  "admin-approval-needed": [90094, 90095, 90008],
  "app-not-assigned": [50105],
  "app-or-organisation-not-found": [700016, 7000112, 70001, 90002],
  "approval-needed": [65001],
  "blocked-by-policy": [53003, 530032, 530035],
  busy: [50033, 50196, 90006, 90012, 90024, 90033, 90090],
  "clock-wrong": [80013],
  "code-exchange-failed": [54005, 501481],
  declined: [65004],
  "device-not-managed": [50097, 50129, 53000, 53001],
  "password-expired": [50055],
  "registration-wrong": [
    50011, 500113, 50194, 65005, 650052, 650056, 70004, 700084, 7000218, 900971,
  ],
  "verification-needed": [50072, 50074, 50076, 50078, 50079],
};
const reasonOfNumber = new Map(
  Object.entries(numbers).flatMap(([reason, list]) =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.entries forgets the key type
    list.map((number) => [number, reason as SignInRefusal] as const),
  ),
);

/** OAuth errors and MSAL codes, for when there is no number or an unknown one. */
const reasonOfCode = new Map<string, SignInRefusal>([
  ["access_denied", "declined"],
  ["consent_required", "approval-needed"],
  ["invalid_client", "registration-wrong"],
  ["invalid_grant", "code-exchange-failed"],
  ["invalid_request", "registration-wrong"],
  ["invalid_resource", "registration-wrong"],
  ["invalid_scope", "registration-wrong"],
  ["nonce_mismatch", "code-exchange-failed"],
  ["server_error", "busy"],
  ["state_mismatch", "code-exchange-failed"],
  ["temporarily_unavailable", "busy"],
  ["token_parsing_error", "code-exchange-failed"],
  ["unauthorized_client", "app-or-organisation-not-found"],
  ["unsupported_response_type", "registration-wrong"],
]);

/** Why an interactive sign-in came to nothing. `newReference` names what nobody foresaw. */
export function signInError(error: unknown, at: Date, newReference: () => string): AppError {
  const failure = readFailure(error);
  const trace = traceOf(failure, at);
  const network = networkErrorOf(failure, trace);
  if (network) return network;
  const reason = reasonOf(failure);
  if (reason) return { kind: "sign-in-refused", reason, trace };
  return { kind: "unexpected", reference: newReference(), trace };
}

/**
 * Why no token could be had silently. A grant that ended, for whatever reason, asks for a new sign-in;
 * only what is surely about the app or a policy keeps its own words.
 */
export function silentError(error: unknown, at: Date, newReference: () => string): AppError {
  const failure = readFailure(error);
  const trace = traceOf(failure, at);
  const network = networkErrorOf(failure, trace);
  if (network) return network;
  const reason = failure.number === null ? undefined : reasonOfNumber.get(failure.number);
  if (reason && keepsItsWords.has(reason)) return { kind: "sign-in-refused", reason, trace };
  if (isBusy(failure)) return { kind: "sign-in-refused", reason: "busy", trace };
  if (asksForSignIn(failure)) return { kind: "sign-in-again", trace };
  return { kind: "unexpected", reference: newReference(), trace };
}

const keepsItsWords = new Set<SignInRefusal>([
  "account-disabled",
  "account-locked",
  "admin-approval-needed",
  "app-not-assigned",
  "app-or-organisation-not-found",
  "approval-needed",
  "blocked-by-policy",
  "busy",
  "device-not-managed",
  "registration-wrong",
]);

const asksForSignIn = ({ code, hasClaims }: AuthFailure): boolean =>
  hasClaims ||
  [
    "invalid_grant",
    "interaction_required",
    "login_required",
    "consent_required",
    "no_tokens_found",
    "no_account_found",
    "refresh_token_expired",
    "bad_token",
  ].includes(code);

/**
 * A code that is empty, or nothing but numbers, is MSAL's own block: for 60 seconds after a 429 or 5xx
 * it answers from memory, with what error_codes the answer had in the place of the code.
 */
const isBusy = ({ code }: AuthFailure): boolean =>
  /^[\d ]*$/u.test(code) || reasonOfCode.get(code) === "busy";

function reasonOf(failure: AuthFailure): SignInRefusal | undefined {
  const byNumber = failure.number === null ? undefined : reasonOfNumber.get(failure.number);
  if (byNumber) return byNumber;
  if (isBusy(failure)) return "busy";
  if (failure.hasClaims || failure.code === "interaction_required") return "verification-needed";
  return reasonOfCode.get(failure.code);
}

function networkErrorOf({ code, suberror }: AuthFailure, trace: Trace): AppError | null {
  if (code === "network_error") return { kind: "no-answer", trace };
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
    default:
      return { kind: "no-answer", trace };
  }
}

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

/** The same for what Entra posted to the redirect URI. */
export function redirectFailure(error: string, description: string): Record<string, string> {
  const said = /AADSTS(\d{4,8})\b/u.exec(description)?.[1];
  const correlationId = /Correlation ID: ([\w-]{1,64})/u.exec(description)?.[1];
  return { errorCode: error, errorNo: said ?? "", correlationId: correlationId ?? "" };
}
