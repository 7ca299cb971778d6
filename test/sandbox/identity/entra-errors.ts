import { randomUUID } from "node:crypto";

import { type Answer, jsonAnswer } from "../http/answer.ts";
import { type Refusal, refusalFor } from "./refusals.ts";
import type { TokenOperation } from "./token-operation.ts";

export interface ErrorContext {
  readonly correlationId: string | null;
  readonly traceId: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What a redirect carries where a sign-in failed. */
export interface ErrorParameters {
  readonly error: string;
  readonly error_description: string;
}

/** The OAuth error parameters as Microsoft Entra writes them into a redirect. */
export function errorParameters(aadsts: number, context: ErrorContext): ErrorParameters {
  return {
    error: refusalFor(aadsts).error,
    error_description: describe(`AADSTS${aadsts}: ${refusalFor(aadsts).says}`, context),
  };
}

/** What a refusal of the token endpoint consists of, beside what identifies the request. */
export interface TokenRefusal {
  readonly error: string;
  /** Without the lines that identify the request. */
  readonly says: string;
  readonly errorCodes: readonly number[];
  readonly suberror?: string | undefined;
  /** JSON to send along with the next interactive request. */
  readonly claims?: string | undefined;
  readonly status?: number | undefined;
}

/** The refusal with this number; `change` replaces members of it. */
export function tokenError(
  aadsts: number,
  operation: TokenOperation | "requestDeviceCode",
  context: ErrorContext,
  change: Pick<TokenRefusal, "suberror" | "claims"> = {},
): Answer {
  const refusal = refusalFor(aadsts);
  // "bad_token" tells the app to forget its refresh token; a code that is refused is not one.
  const isAboutCode = operation !== "refreshTokens" && refusal.suberror === "bad_token";
  return refuseToken(
    {
      error: tokenErrorName(aadsts, refusal, operation),
      says: `AADSTS${aadsts}: ${refusal.says}`,
      errorCodes: [aadsts],
      suberror: isAboutCode ? undefined : refusal.suberror,
      status: refusal.status,
      ...change,
    },
    context,
  );
}

/** An error body with all the members that Microsoft Entra's have. */
export function refuseToken(refusal: TokenRefusal, context: ErrorContext): Answer {
  const { error, says, errorCodes, suberror, claims, status } = refusal;
  const body = {
    error,
    error_description: describe(says, context),
    error_codes: errorCodes,
    timestamp: timestampOf(context.now),
    trace_id: context.traceId,
    correlation_id: context.correlationId ?? randomUUID(),
    ...(suberror === undefined ? {} : { suberror }),
    ...(claims === undefined ? {} : { claims }),
  };
  return jsonAnswer(status ?? 400, body, { "x-ms-request-id": context.traceId });
}

const declined = 65004;

/** The token endpoint says invalid_grant where a redirect says access_denied. */
function tokenErrorName(aadsts: number, { error }: Refusal, operation: string): string {
  if (error !== "access_denied") return error;
  const declinedOnDevice = operation === "pollDeviceCode" && aadsts === declined;
  return declinedOnDevice ? "authorization_declined" : "invalid_grant";
}

export function describe(says: string, { correlationId, traceId, now }: ErrorContext): string {
  return [
    says,
    `Trace ID: ${traceId}`,
    `Correlation ID: ${correlationId ?? traceId}`,
    `Timestamp: ${timestampOf(now)}`,
  ].join("\r\n");
}

const timestampOf = (now: number): string =>
  `${new Date(now).toISOString().slice(0, 19).replace("T", " ")}Z`;
